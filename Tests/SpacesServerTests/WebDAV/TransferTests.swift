import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// COPY and MOVE: what arrives, what is refused, and that the used bytes stay the sum of what is there.
@Suite struct TransferTests {
    /// A space with `a` (5 bytes), `b` (3 bytes), the folder `f` with `f/x` (7 bytes) and the empty `f/g`.
    private static func fill(_ server: TestServer, quota: Int64 = 1000) async throws -> String {
        let root = "/dav/spaces/\(try await server.makeSpace(quota: quota, members: ["lynn": .viewer]))"
        for folder in ["f", "f/g"] { try await server.send("MKCOL", "\(root)/\(folder)") }
        for (name, size) in [("a", 5), ("b", 3), ("f/x", 7)] {
            try await server.send("PUT", "\(root)/\(name)", body: Data(repeating: UInt8(size), count: size))
        }
        return root
    }

    private static func used(_ server: TestServer) async throws -> [Int64] {
        try await server.server.store.spaces().filter { $0.type == .project }.map(\.used)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("COPY", "a",   "c",     [:],                          201, 20, ["a", "b", "c", "f"]),
        ("COPY", "a",   "b",     [:],                          204, 17, ["a", "b", "f"]),
        ("COPY", "a",   "b",     ["Overwrite": "F"],           412, 15, ["a", "b", "f"]),
        ("COPY", "f",   "h",     [:],                          201, 22, ["a", "b", "f", "h"]),
        ("COPY", "f",   "h",     ["Depth": "0"],               201, 15, ["a", "b", "f", "h"]),
        ("COPY", "f",   "h",     ["Depth": "1"],               400, 15, ["a", "b", "f"]),
        ("COPY", "a",   "f",     [:],                          204, 13, ["a", "b", "f"]),
        ("COPY", "f",   "f/g/f", [:],                          409, 15, ["a", "b", "f"]),
        ("COPY", "a",   "n/a",   [:],                          409, 15, ["a", "b", "f"]),
        ("COPY", "n",   "c",     [:],                          404, 15, ["a", "b", "f"]),
        ("COPY", "a",   "a",     [:],                          403, 15, ["a", "b", "f"]),
        ("COPY", "",    "c",     [:],                          403, 15, ["a", "b", "f"]),
        ("MOVE", "a",   "c",     [:],                          201, 15, ["b", "c", "f"]),
        ("MOVE", "a",   "b",     [:],                          204, 12, ["b", "f"]),
        ("MOVE", "a",   "b",     ["Overwrite": "F"],           412, 15, ["a", "b", "f"]),
        ("MOVE", "a",   "f/a",   [:],                          201, 15, ["b", "f"]),
        ("MOVE", "f",   "h",     [:],                          201, 15, ["a", "b", "h"]),
        ("MOVE", "f",   "h",     ["Depth": "0"],               400, 15, ["a", "b", "f"]),
        ("MOVE", "f",   "f/g/f", [:],                          409, 15, ["a", "b", "f"]),
        ("MOVE", "f/x", "f",     [:],                          409, 15, ["a", "b", "f"]),
        ("MOVE", "",    "c",     [:],                          403, 15, ["a", "b", "f"]),
        ("MOVE", "a",   "",      [:],                          403, 15, ["a", "b", "f"]),
    ] as [(String, String, String, [String: String], Int, Int64, [String])])
    func brings(
        method: String, source: String, destination: String, headers: [String: String], status: Int, used: Int64,
        names: [String]
    ) async throws {
        try await TestServer.run { server in
            let root = try await Self.fill(server)
            var headers = headers
            headers["Destination"] = "https://localhost:9200\(root)/\(destination)"
            let answer = try await server.send(method, "\(root)/\(source)", headers: headers)
            #expect(answer.status == status, "\(answer.text)")
            #expect(try await Self.used(server) == [used])
            let listing = try await server.send("PROPFIND", root, headers: ["Depth": "1"]).text
            let found = listing.matches(of: /<oc:name>([^<]*)<\/oc:name>/).map { String($0.output.1) }.dropFirst()
            #expect(found.sorted() == names)
        }
    }

    @Test func copiesContentAndAllThatIsInAFolder() async throws {
        try await TestServer.run { server in
            let root = try await Self.fill(server)
            try await server.send("COPY", "\(root)/f", headers: ["Destination": "\(root)/größe ✓"])
            let copied = try await server.send("GET", "\(root)/größe ✓/x")
            #expect(copied.body == Data(repeating: 7, count: 7))
            try await server.send("PUT", "\(root)/größe ✓/x", text: "changed")
            #expect(try await server.send("GET", "\(root)/f/x").body == copied.body)
            #expect(try await server.send("PROPFIND", "\(root)/größe ✓/g").status == 207)
        }
    }

    @Test func heedsRightsAndQuota() async throws {
        try await TestServer.run { server in
            let root = try await Self.fill(server, quota: 18)
            for (method, status) in [("COPY", 507), ("MOVE", 201)] {
                let answer = try await server.send(method, "\(root)/a", headers: ["Destination": "\(root)/c"])
                #expect(answer.status == status, "\(method)")
            }
            for method in ["COPY", "MOVE"] {
                let headers = ["Destination": "\(root)/d"]
                #expect(try await server.send(method, "\(root)/b", as: "lynn", headers: headers).status == 403)
                #expect(try await server.send(method, "\(root)/b", as: "mary", headers: headers).status == 404)
                #expect(try await server.send(method, "\(root)/b", headers: [:]).status == 400)
                #expect(
                    try await server.send(method, "\(root)/b", headers: ["Destination": "/elsewhere"]).status == 400)
            }
        }
    }

    @Test func goesToAnotherSpace() async throws {
        try await TestServer.run { server in
            let root = try await Self.fill(server)
            let other = "/remote.php/dav/spaces/\(try await server.makeSpace("Other", quota: 10))"
            let move = try await server.send("MOVE", "\(root)/f", headers: ["Destination": "\(other)/f"])
            #expect(move.status == 201)
            #expect(try await Self.used(server) == [8, 7])
            #expect(try await server.send("GET", "\(other)/f/x").body.count == 7)
            #expect(try await server.send("PROPFIND", "\(root)/f").status == 404)
            #expect(try await server.send("COPY", "\(root)/a", headers: ["Destination": "\(other)/a"]).status == 507)
            // Lynn may read there, and writes to what is her own.
            let own = ["Destination": "/remote.php/webdav/b"]
            #expect(try await server.send("COPY", "\(root)/b", as: "lynn", headers: own).status == 201)
            #expect(try await server.send("GET", "/dav/files/lynn/b", as: "lynn").body.count == 3)
        }
    }
}
