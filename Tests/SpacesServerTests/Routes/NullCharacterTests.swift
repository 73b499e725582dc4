import SpacesServer
import Testing

/// The database takes NUL for the end of a text, so it is refused everywhere and never cut off.
@Suite struct NullCharacterTests {
    @Test func isRefusedInBodies() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace("Space")
            // swift-format-ignore
            let requests = [
                ("POST",  "/graph/v1.0/drives",        #"{"name":"a\u0000b"}"#),
                ("POST",  "/graph/v1.0/drives",        #"{"name":"a","description":"a\u0000b"}"#),
                ("PATCH", "/graph/v1.0/drives/\(id)",  #"{"name":"a\u0000b"}"#),
                ("PATCH", "/graph/v1.0/drives/\(id)",  #"{"description":"a\u0000b"}"#),
                ("PATCH", "/graph/v1.0/drives/\(id)",  #"{"driveAlias":"a\u0000b"}"#),
                ("POST",  "/graph/v1.0/groups",        #"{"displayName":"a\u0000b"}"#),
                ("POST",  "/graph/v1.0/users",         #"{"onPremisesSamAccountName":"ab","displayName":"a\u0000b","mail":"a@b.c"}"#),
            ]
            for (method, path, body) in requests {
                let answer = try await server.send(method, path, text: body)
                #expect(answer.status == 400, "\(method) \(path) \(body): \(answer.text)")
                #expect(answer.errorMessage?.contains("NUL") == true, "\(method) \(path) \(body): \(answer.text)")
            }
            let spaces = try await server.server.store.spaces().filter { $0.type == .project }
            #expect(spaces.map(\.name) == ["Space"] && spaces.map(\.description) == [""])
            #expect(spaces.map(\.alias) == ["project/space"])
        }
    }

    @Test func isRefusedInAddresses() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace("Space")
            try await server.send("PUT", "/dav/spaces/\(id)/a", text: "x")
            // swift-format-ignore
            let requests = [
                ("GET",    "/graph/v1.0/drives/\(id)%00x"), ("DELETE", "/graph/v1.0/drives/\(id)%00x"),
                ("PUT",    "/dav/spaces/\(id)/a%00b"),      ("MKCOL",  "/dav/spaces/\(id)/b%00c"),
                ("DELETE", "/dav/spaces/\(id)/a%00b"),      ("GET",    "/graph/v1.0/users/alan%00x"),
                ("GET",    "/graph/v1.0/drives?$filter=id%20eq%20'\(id)%00x'"),
            ]
            for (method, path) in requests {
                #expect(try await server.send(method, path).status == 400, "\(method) \(path)")
            }
            let copy = ["Destination": "/dav/spaces/\(id)/b%00c"]
            #expect(try await server.send("COPY", "/dav/spaces/\(id)/a", headers: copy).status == 400)
            let listing = try await server.send("PROPFIND", "/dav/spaces/\(id)", headers: ["Depth": "1"])
            #expect(listing.text.ranges(of: "<d:response>").count == 2)
        }
    }
}
