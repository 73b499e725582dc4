import Foundation
import HTTPTypes
import SpacesServer
import Testing

/// Files by WebDAV, and the quota that they really use up (docs/server-behaviour.md §4.3, §8.1, recordings 081 to 089).
@Suite struct WebDAVTests {
    @Test func reachesEveryStateOfTheQuotaByReallyUsedBytes() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace(quota: 1000)
            // swift-format-ignore
            let states: [(used: Int, state: String)] = [
                (0,   "normal"),  (740, "normal"),   (750, "normal"),   (751, "nearing"),  (900, "nearing"),
                (901, "critical"), (990, "critical"), (991, "exceeded"), (1000, "exceeded"),
            ]
            for (used, state) in states {
                let answer = try await server.send("PUT", "/dav/spaces/\(id)/file", body: Data(count: used))
                #expect([201, 204].contains(answer.status))
                let quota = try await server.send("GET", "/graph/v1.0/drives/\(id)").json["quota"]
                #expect(quota["used"].integer == Int64(used))
                #expect(quota["state"].text == state, "\(used) of 1000")
                #expect(quota["remaining"].integer == Int64(1000 - used))
            }
            let refused = try await server.send("PUT", "/dav/spaces/\(id)/more", text: "x")
            #expect(refused.status == 507 && refused.body.isEmpty)
            #expect(try await server.send("PUT", "/dav/spaces/\(id)/file", body: Data(count: 1001)).status == 507)
            #expect(try await server.send("PUT", "/dav/spaces/\(id)/file", body: Data(count: 999)).status == 204)
            #expect(try await server.send("GET", "/dav/spaces/\(id)/more").status == 404)
        }
    }

    @Test func lowersTheQuotaBelowWhatIsUsed() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace(quota: 1000)
            try await server.send("PUT", "/dav/spaces/\(id)/file", body: Data(count: 500))
            let answer = try await server.send("PATCH", "/graph/v1.0/drives/\(id)", text: #"{"quota":{"total":100}}"#)
            #expect(answer.json["quota"]["state"].text == "exceeded")
            #expect(answer.json["quota"]["remaining"].integer == 0)
            // What shrinks it may still be done.
            #expect(try await server.send("PUT", "/dav/spaces/\(id)/file", body: Data(count: 400)).status == 204)
            #expect(try await server.send("PUT", "/dav/spaces/\(id)/empty", body: Data()).status == 201)
        }
    }

    /// Writes that come at once cannot together take more than there is.
    @Test func sharesTheQuotaAmongWritersAtOnce() async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace(quota: 1000)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<12 {
                    group.addTask {
                        try await server.send("PUT", "/dav/spaces/\(id)/\(index)", body: Data(count: 200)).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 201 }.count == 5)
            #expect(statuses.filter { $0 == 507 }.count == 7)
        }
    }

    @Test func keepsFilesAndFolders() async throws {
        try await TestServer.run { server in
            let root = "/dav/spaces/\(try await server.makeSpace())"
            #expect(try await server.send("PUT", "\(root)/folder/file", text: "x").status == 409)
            #expect(try await server.send("MKCOL", "\(root)/folder").status == 201)
            #expect(try await server.send("MKCOL", "\(root)/folder").status == 405)
            #expect(try await server.send("MKCOL", root).status == 405)
            #expect(try await server.send("PUT", "\(root)/folder/größe 日本.md", text: "Hällo").status == 201)
            #expect(try await server.send("PUT", "\(root)/folder", text: "x").status == 409)
            let file = try await server.send("GET", "\(root)/folder/größe 日本.md")
            #expect(file.text == "Hällo")
            #expect(file.headers[.contentType] == "text/markdown; charset=UTF-8")
            let head = try await server.send("HEAD", "\(root)/folder/größe 日本.md")
            #expect(head.status == 200 && head.headers[.contentLength] == "6" && head.body.isEmpty)
            #expect(try await server.send("GET", "\(root)/../other").status == 400)
            let listing = try await server.send("PROPFIND", root, headers: ["Depth": "1"])
            #expect(listing.status == 207)
            #expect(listing.text.contains("/folder/</d:href>") && listing.text.contains("<oc:size>6</oc:size>"))
            #expect(try await server.send("PROPFIND", root, headers: ["Depth": "infinity"]).status == 403)
            #expect(try await server.send("DELETE", "\(root)/folder").status == 204)
            #expect(try await server.send("GET", "\(root)/folder/größe 日本.md").status == 404)
            let stored = try await server.server.store.spaces().filter { $0.type == .project }
            #expect(stored.map(\.used) == [0])
        }
    }

    /// A random sequence of writes and deletes leaves the used bytes equal to the sum of what is there.
    @Test(arguments: [1, 2, 3]) func keepsUsedEqualToTheSum(seed: UInt64) async throws {
        try await TestServer.run { server in
            let id = try await server.makeSpace(quota: 5000)
            var sizes: [String: Int] = [:]
            var random = Linear(state: seed)
            for _ in 0..<60 {
                let name = "f\(random.next(below: 6))"
                let size = random.next(below: 2000)
                if random.next(below: 3) == 0 {
                    let status = try await server.send("DELETE", "/dav/spaces/\(id)/\(name)").status
                    #expect((status == 204) == (sizes[name] != nil), "seed \(seed)")
                    sizes[name] = nil
                } else {
                    let status = try await server.send("PUT", "/dav/spaces/\(id)/\(name)", body: Data(count: size))
                        .status
                    let growth = size - (sizes[name] ?? 0)
                    let fits = growth <= 0 || sizes.values.reduce(0, +) + growth <= 5000
                    #expect((status != 507) == fits, "seed \(seed)")
                    if fits { sizes[name] = size }
                }
                let used = try await server.send("GET", "/graph/v1.0/drives/\(id)").json["quota"]["used"].integer
                #expect(used == Int64(sizes.values.reduce(0, +)), "seed \(seed)")
            }
        }
    }

    /// Random numbers that a failing test can repeat.
    private struct Linear {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }
}
