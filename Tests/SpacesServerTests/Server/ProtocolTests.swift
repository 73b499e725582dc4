import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// What is the same for every route: credentials, unknown paths and methods, limits.
@Suite struct ProtocolTests {
    @Test(arguments: [
        nil, "Basic", "Basic !!!", "Bearer abc", "Basic " + Data("admin:wrong".utf8).base64EncodedString(),
        "Basic " + Data("nobody:demo".utf8).base64EncodedString(), "Basic " + Data("admin".utf8).base64EncodedString(),
    ])
    func asksForCredentials(header: String?) async throws {
        try await TestServer.run { server in
            let headers = header.map { ["Authorization": $0] } ?? [:]
            for path in ["/graph/v1.0/drives", "/nowhere", "/dav/spaces/x"] {
                let answer = try await server.send("GET", path, as: nil, headers: headers)
                #expect(answer.status == 401 && answer.body.isEmpty)
                #expect(answer.headers[values: .wwwAuthenticate].count == 2)
                #expect(answer.headers[.contentType] == nil)
            }
            var script = headers
            script["X-Requested-With"] = "XMLHttpRequest"
            let answer = try await server.send("GET", "/graph/v1.0/drives", as: nil, headers: script)
            #expect(answer.headers[values: .wwwAuthenticate].isEmpty)
        }
    }

    @Test func tellsUnknownPathsFromUnknownMethods() async throws {
        try await TestServer.run { server in
            for path in ["/", "/graph/v1beta1/drives/x", "/graph/v1.0/drives/x/root", "/graph/v1.0/me/drive/root"] {
                let answer = try await server.send("GET", path)
                #expect(answer.status == 404 && answer.text == "404 page not found\n", "\(path)")
                #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
            }
            // swift-format-ignore
            let refused = [
                ("POST", "/graph/v1beta1/drives",   "GET"), ("PUT",  "/graph/v1.0/drives/x", "PATCH, GET, DELETE"),
                ("POST", "/graph/v1.0/me/drives",   "GET"), ("HEAD", "/graph/v1.0/drives",   "GET, POST"),
            ]
            for (method, path, allowed) in refused {
                let answer = try await server.send(method, path)
                #expect(answer.status == 405 && answer.body.isEmpty, "\(method) \(path)")
                #expect(answer.headers[.allow] == allowed, "\(method) \(path)")
            }
        }
    }

    @Test func treatsATrailingSlashAsNone() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace()
            for path in ["/graph/v1.0/drives/", "/graph/v1.0/drives/\(id)/", "/graph/v1.0/me/drives/"] {
                #expect(try await server.send("GET", path).status == 200, "\(path)")
            }
        }
    }

    @Test func limitsBodies() async throws {
        var configuration = TestServer.configuration()
        configuration.maximumBodySize = 1000
        configuration.maximumUploadSize = 2000
        try await TestServer.run(configuration) { server in
            let id = try await server.makeSpace()
            let large = #"{"name":"\#(String(repeating: " ", count: 1000))x"}"#
            for (method, path) in [("POST", "/graph/v1.0/drives"), ("PATCH", "/graph/v1.0/drives/\(id)")] {
                let answer = try await server.send(method, path, text: large)
                #expect(answer.status == 413)
                #expect(answer.errorCode == "invalidRequest")
            }
            #expect(try await server.send("PUT", "/dav/spaces/\(id)/file", body: Data(count: 2001)).status == 413)
            #expect(try await server.send("PUT", "/dav/spaces/\(id)/file", body: Data(count: 2000)).status == 201)
        }
    }

    @Test func limitsTheDepthOfJSON() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace()
            for count in [65, 100_000] {
                let deep = #"{"owner":"# + String(repeating: "[", count: count)
                let answer = try await server.send("PATCH", "/graph/v1.0/drives/\(id)", text: deep)
                #expect(answer.status == 400)
                #expect(answer.errorMessage == "invalid request body: error: exceeded max depth")
            }
        }
    }

    @Test func escapesAsGoDoes() async throws {
        try await TestServer.run { server in
            let answer = try await server.send(
                "POST", "/graph/v1.0/drives", text: #"{"name":"R&D","description":"<b>\u0001\u2028\"\\"}"#)
            #expect(answer.text.contains(#""name":"R\u0026D""#))
            #expect(answer.text.contains(#""description":"\u003cb\u003e\u0001\u2028\"\\""#))
            #expect(answer.text.hasSuffix("}\n"))
        }
    }

    @Test func refusesToListenInTheClear() throws {
        var configuration = TestServer.configuration()
        configuration.host = "0.0.0.0"
        #expect(throws: SpacesServer.Refusal.self) { try SpacesServer(configuration: configuration) }
        configuration.allowPlaintext = true
        #expect(throws: Never.self) { try SpacesServer(configuration: configuration) }
        configuration.allowPlaintext = false
        configuration.tls = .selfSigned
        let server = try SpacesServer(configuration: configuration)
        #expect(server.certificateFingerprint?.count == 95)
    }

    @Test func tellsItsAddressAndStopsWhenCancelled() async throws {
        var configuration = TestServer.configuration()
        configuration.publicURL = nil
        let url = try await withServer(configuration) { _, url in url }
        #expect(url.hasPrefix("http://127.0.0.1:"))
    }
}
