import Foundation
import HTTPTypes
import Testing

@testable import SpacesServer

/// What clients beside our own rely on: conditions, ranges, dates, the older addresses, and pages of other origins.
@Suite struct ClientTests {
    @Test func guardsAgainstLostUpdates() async throws {
        try await TestServer.run { server in
            let file = "/dav/spaces/\(try await server.makeSpace())/file"
            #expect(try await server.send("PUT", file, headers: ["If-Match": "\"x\""], text: "1").status == 412)
            let created = try await server.send("PUT", file, headers: ["If-None-Match": "*"], text: "1")
            let first = try #require(created.headers[.eTag])
            #expect(created.status == 201)
            #expect(try await server.send("PUT", file, headers: ["If-None-Match": "*"], text: "2").status == 412)
            let changed = try await server.send("PUT", file, headers: ["If-Match": first], text: "2")
            #expect(changed.status == 204 && changed.headers[.eTag] != first)
            #expect(try await server.send("PUT", file, headers: ["If-Match": first], text: "3").status == 412)
            #expect(try await server.send("DELETE", file, headers: ["If-Match": first]).status == 412)
            let current = try #require(changed.headers[.eTag])
            #expect(try await server.send("GET", file, headers: ["If-None-Match": current]).status == 304)
            #expect(try await server.send("GET", file, headers: ["If-None-Match": first]).text == "2")
            #expect(try await server.send("GET", file, headers: ["If-Match": first]).status == 412)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("bytes=0-3",     206, "0123",       "bytes 0-3/10"), ("bytes=4-",   206, "456789", "bytes 4-9/10"),
        ("bytes=-2",      206, "89",         "bytes 8-9/10"), ("bytes=8-99", 206, "89",     "bytes 8-9/10"),
        ("bytes=10-",     416, "",           "bytes */10"),   ("bytes=-0",   416, "",       "bytes */10"),
        ("bytes=3-2",     200, "0123456789", nil),            ("pages=1-2",  200, "0123456789", nil),
        ("bytes=0-1,3-4", 200, "0123456789", nil),            ("bytes=a-b",  200, "0123456789", nil),
    ] as [(String, Int, String, String?)])
    func sendsParts(range: String, status: Int, text: String, told: String?) async throws {
        try await TestServer.run { server in
            let file = "/dav/spaces/\(try await server.makeSpace())/file"
            try await server.send("PUT", file, text: "0123456789")
            let answer = try await server.send("GET", file, headers: ["Range": range])
            #expect(answer.status == status && answer.text == text)
            #expect(answer.headers[.contentRange] == told)
            let stale = try await server.send("GET", file, headers: ["Range": range, "If-Range": "\"old\""])
            #expect(stale.status == 200)
        }
    }

    /// Samples keep no bytes, but as many are sent as they say.
    @Test func sendsAsManyBytesAsAFileHas() async throws {
        try await TestServer.run { server in
            let created = try await server.send(
                "POST", "/graph/v1.0/drives?template=default", text: #"{"name":"Template"}"#)
            let image = "/dav/spaces/\(try #require(created.json["id"].text))/.space/image.png"
            #expect(try await server.send("GET", image).body == Data(count: 47233))
            let tail = try await server.send("GET", image, headers: ["Range": "bytes=-3"])
            #expect(tail.body == Data(count: 3) && tail.headers[.contentRange] == "bytes 47230-47232/47233")
        }
    }

    /// What others uploaded must not run in the browser of who opens it.
    // swift-format-ignore
    @Test(arguments: [
        ("a.html",        #"attachment; filename="a.html""#),
        ("a b;c'd.txt",   #"attachment; filename="a b;c'd.txt""#),
        ("größe.md",      #"attachment; filename="gr__e.md"; filename*=UTF-8''gr%C3%B6%C3%9Fe.md"#),
        ("a\"b\\c.md",    #"attachment; filename="a_b_c.md"; filename*=UTF-8''a%22b%5Cc.md"#),
        ("a\r\nX-A: b",   #"attachment; filename="a__X-A: b"; filename*=UTF-8''a%0D%0AX-A%3A%20b"#),
        ("50%41",         #"attachment; filename="50_41"; filename*=UTF-8''50%2541"#),
    ])
    func sendsFilesToBeStored(name: String, disposition: String) async throws {
        try await TestServer.run { server in
            let file = "/webdav/\(PercentEncoding.encode(name))"
            #expect(try await server.send("PUT", file, text: "0123").status == 201)
            for (method, headers, status) in [
                ("GET", [:], 200), ("HEAD", [:], 200), ("GET", ["Range": "bytes=1-2"], 206),
                ("GET", ["If-None-Match": "*"], 304), ("GET", ["Range": "bytes=9-"], 416),
            ] {
                let answer = try await server.send(method, file, headers: headers)
                #expect(answer.status == status)
                #expect(answer.headers[.contentDisposition] == disposition)
                #expect(answer.headers[.contentTypeOptions] == "nosniff")
                let policy = answer.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.hasPrefix("default-src 'none'; ") && policy.hasSuffix("; sandbox"))
                #expect(answer.headers[values: .contentSecurityPolicy].count == 1)
            }
        }
    }

    @Test func keepsTheDateOfAFile() async throws {
        try await TestServer.run { server in
            let root = "/dav/spaces/\(try await server.makeSpace())"
            let put = try await server.send("PUT", "\(root)/f", headers: ["X-OC-Mtime": "1000000000.5"], text: "x")
            #expect(put.headers.contains { $0.name.canonicalName == "x-oc-mtime" && $0.value == "accepted" })
            #expect(
                try await server.send("HEAD", "\(root)/f").headers[.lastModified] == "Sun, 09 Sep 2001 01:46:40 GMT")
            func patch(_ properties: String) async throws -> String {
                let body = """
                    <?xml version="1.0"?><D:propertyupdate xmlns:D="DAV:" xmlns:x="urn:x"><D:set><D:prop>\(properties)\
                    </D:prop></D:set></D:propertyupdate>
                    """
                return try await server.send("PROPPATCH", "\(root)/f", text: body).text
            }
            #expect(try await patch("<D:lastmodified>86400</D:lastmodified>").contains("200 OK"))
            #expect(
                try await server.send("HEAD", "\(root)/f").headers[.lastModified] == "Fri, 02 Jan 1970 00:00:00 GMT")
            // No date that can be kept.
            let late = try await patch("<D:getlastmodified>Fri, 31 Dec 9999 23:59:59 GMT</D:getlastmodified>")
            #expect(!late.contains("200 OK"))
            let both = try await patch(
                "<D:getlastmodified>Sun, 09 Sep 2001 01:46:40 GMT</D:getlastmodified><x:y>1</x:y>")
            #expect(both.contains("403 Forbidden") && both.contains("<x:y xmlns:x=\"urn:x\"/>"))
            #expect(!both.contains("200 OK"))
            #expect(
                try await server.send("HEAD", "\(root)/f").headers[.lastModified] == "Fri, 02 Jan 1970 00:00:00 GMT")
        }
    }

    /// One's own space has several addresses, and everything is told by the one that was used.
    @Test(arguments: ["/remote.php/webdav", "/webdav", "/dav/files/alan", "/remote.php/dav/files/alan"])
    func servesOnesOwnSpace(prefix: String) async throws {
        try await TestServer.run { server in
            #expect(try await server.send("PUT", "\(prefix)/a b", as: "alan", text: "x").status == 201)
            let listing = try await server.send("PROPFIND", prefix, as: "alan", headers: ["Depth": "1"]).text
            #expect(listing.contains("<d:href>\(prefix)/a%20b</d:href>"))
            let drive = try await server.send("GET", "/graph/v1.0/me/drive", as: "alan").json
            #expect(drive["quota"]["used"].integer == 1)
            let id = try #require(drive["id"].text)
            #expect(try await server.send("GET", "/dav/spaces/\(id)/a b", as: "alan").text == "x")
            #expect(try await server.send("PROPFIND", "/dav/files/alan", as: "lynn").status == 404)
            #expect(try await server.send("PROPFIND", "/remote.php/webdav", as: "light").status == 404)
        }
    }

    @Test func answersWhatIsAskedOfProperties() async throws {
        try await TestServer.run { server in
            let root = "/dav/spaces/\(try await server.makeSpace(quota: 100))"
            try await server.send("MKCOL", "\(root)/f")
            func eTag() async throws -> Substring? {
                try await server.send("PROPFIND", "\(root)/f", headers: ["Depth": "0"]).text.firstMatch(
                    of: /getetag>([^<]*)</)?.output.1
            }
            let before = try await eTag()
            try await server.send("PUT", "\(root)/f/<&>", body: Data(count: 30))
            #expect(try await eTag() != before)
            func ask(_ body: String) async throws -> TestServer.Answer {
                try await server.send("PROPFIND", "\(root)/f", headers: ["Depth": "1"], text: body)
            }
            let some = try await ask(
                #"<propfind xmlns="DAV:" xmlns:o="http://owncloud.org/ns"><prop><quota-available-bytes/><o:size/><z:q xmlns:z="urn:z"/></prop></propfind>"#
            ).text
            #expect(some.contains("<d:quota-available-bytes>70</d:quota-available-bytes><oc:size>30</oc:size>"))
            #expect(some.contains(#"<x:q xmlns:x="urn:z"/></d:prop><d:status>HTTP/1.1 404 Not Found"#))
            #expect(some.contains("/f/%3C%26%3E</d:href>"))
            #expect(
                try await ask(#"<a:propfind xmlns:a="DAV:"><a:propname/></a:propfind>"#).text.contains("<d:getetag/>"))
            #expect(try await ask("").text.contains("<oc:name>&lt;&amp;&gt;</oc:name>"))
            for bad in ["nonsense", "<a:propfind><a:prop/></a:propfind>", "<propfind xmlns=\"DAV:\"><prop>", "<a></b>"]
            {
                #expect(try await ask(bad).status == 400, "\(bad)")
            }
            let options = try await server.send("OPTIONS", root)
            #expect(options.status == 200 && options.headers[.allow]?.contains("MOVE") == true)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("/graph/v1.0/drives",  "DELETE",   "authorization, Purge",   true),
        ("/graph/v1.0/drives",  "PATCH",    "Restore,content-type",   true),
        ("/graph/v1.0/drives",  "PATCH",    "X-Secret",               false),
        ("/graph/v1.0/drives",  "PROPFIND", "authorization",          false),
        ("/dav/spaces/x",       "PROPFIND", "depth, authorization",   true),
    ])
    func letsPagesOfOtherOriginsIn(path: String, method: String, headers: String, isAllowed: Bool) async throws {
        try await TestServer.run { server in
            let question = [
                "Origin": "https://example.org", "Access-Control-Request-Method": method,
                "Access-Control-Request-Headers": headers,
            ]
            let answer = try await server.send("OPTIONS", path, as: nil, headers: question)
            #expect(answer.status == 204)
            #expect((answer.headers[.accessControlAllowOrigin] == "*") == isAllowed)
            #expect((answer.headers[.accessControlAllowMethods] == method) == isAllowed)
            let origin = ["Origin": "https://example.org"]
            let real = try await server.send("GET", "/graph/v1.0/drives", headers: origin)
            #expect(real.status == 200 && real.headers[.accessControlAllowOrigin] == "*")
            // Also a refusal can be read, so that a page can tell it.
            let refused = try await server.send("GET", "/graph/v1.0/drives", as: nil, headers: origin)
            #expect(refused.status == 401 && refused.headers[.accessControlAllowOrigin] == "*")
        }
    }
}
