import AsyncHTTPClient
import Foundation
import SpacesServer
import Synchronization
import Testing
import TestSupport

/// No error under load, no lost or doubled write, and nothing lost that was answered, however the server ends.
///
/// `make load` runs the long form; every test run has a short one.
@Suite(.serialized) struct LoadTests {
    private static let isLong = ProcessInfo.processInfo.environment["SPACES_LOAD"] == "1"

    private static func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "spaces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        try await body(folder)
    }

    // MARK: Many at once

    /// What one client has written, and must find again.
    private struct Written: Sendable {
        /// Description and bytes by name.
        var spaces: [String: (description: String, used: Int64)] = [:]
        /// Bytes put into the space that all share.
        var shared: Int64 = 0
        var requests = 0
    }

    @Test func servesManyClientsAtOnce() async throws {
        let seed = UInt64.random(in: 1...1_000_000)
        let clients = Self.isLong ? 100 : 16
        // A number of rounds in the short form, a minute in the long one.
        let end = ContinuousClock.now + .seconds(60)
        let goesOn: @Sendable (Int) -> Bool = { Self.isLong ? ContinuousClock.now < end : $0 < 6 }
        try await Self.inFolder { folder in
            var configuration = TestServer.configuration(users: Array(TestServer.users.prefix(1)))
            configuration.publicURL = nil
            configuration.database = .file(folder.appending(path: "spaces.sqlite").path(percentEncoded: false))
            try await withServer(configuration) { server, url in
                let http = LoadClient.make(connections: clients)
                do {
                    let client = LoadClient(http: http, url: url)
                    let shared = try await client.createSpace("Shared")
                    let all = try await withThrowingTaskGroup(of: Written.self) { group in
                        for index in 0..<clients {
                            group.addTask {
                                var random = SeededRandom(seed: seed + UInt64(index))
                                return try await Self.work(
                                    client, named: "c\(index)", sharing: shared, while: goesOn, &random)
                            }
                        }
                        return try await group.reduce(into: []) { $0.append($1) }
                    }
                    try await Self.check(all, client, seed: seed)
                    #expect(try await server.store.findings() == [], "seed \(seed)")
                    print("load: \(clients) clients, \(all.map(\.requests).reduce(0, +)) rounds, seed \(seed)")
                    try await http.shutdown()
                } catch {
                    try await http.shutdown()
                    throw error
                }
            }
        }
    }

    /// Reads and writes in random order; each writer has spaces of its own, and all write into a shared one.
    private static func work(
        _ client: LoadClient, named name: String, sharing shared: String, while goesOn: @Sendable (Int) -> Bool,
        _ random: inout SeededRandom
    ) async throws -> Written {
        var written = Written()
        var ids: [(id: String, name: String)] = []
        while goesOn(written.requests) {
            written.requests += 1
            let round = written.requests
            let own = ids.randomElement(using: &random)
            let size = Int64.random(in: 0...2000, using: &random)
            switch (Int.random(in: 0..<10, using: &random), own) {
            case (0, _), (_, nil):
                let space = "\(name)-\(round)"
                ids.append((try await client.createSpace(space), space))
                written.spaces[space] = ("", 0)
            case (1...3, let own?):
                try await client.describe(own.id, "\(round)")
                written.spaces[own.name]?.description = "\(round)"
            case (4, let own?):
                let bytes = String(repeating: "x", count: Int(size))
                try await client.send("PUT", "/dav/spaces/\(own.id)/f\(round)", bytes, expecting: 201)
                written.spaces[own.name]?.used += size
            case (5, _):
                let bytes = String(repeating: "y", count: Int(size))
                try await client.send("PUT", "/dav/spaces/\(shared)/\(name)-\(round)", bytes, expecting: 201)
                written.shared += size
            case (6, let own?):
                try await client.send("DELETE", "/graph/v1.0/drives/\(own.id)", expecting: 204)
                try await client.send(
                    "PATCH", "/graph/v1.0/drives/\(own.id)", "{}", headers: [("Restore", "T")], expecting: 200)
            case (7, _): try await client.send("GET", "/graph/v1.0/me/drives", expecting: 200)
            case (_, let own?): try await client.send("GET", "/graph/v1.0/drives/\(own.id)", expecting: 200)
            }
        }
        return written
    }

    private static func check(_ all: [Written], _ client: LoadClient, seed: UInt64) async throws {
        let spaces = try await client.spaces()
        let names = spaces.compactMap { $0["name"].text }
        let expected = all.flatMap(\.spaces.keys) + ["Shared"]
        #expect(names.sorted() == expected.sorted(), "seed \(seed)")
        for space in spaces {
            let name = space["name"].text ?? ""
            if name == "Shared" {
                #expect(space["quota"]["used"].integer == all.map(\.shared).reduce(0, +), "seed \(seed)")
                continue
            }
            let written = all.lazy.compactMap { $0.spaces[name] }.first
            #expect(space["description"].text ?? "" == written?.description, "\(name), seed \(seed)")
            #expect(space["quota"]["used"].integer == written?.used, "\(name), seed \(seed)")
        }
    }

    // MARK: Kills

    /// What a writer knows: what was answered, and what was asked last and may or may not have happened.
    private struct Knowledge: Sendable {
        var answered: [String: String] = [:]
        var open: (name: String, description: String)?
    }

    @Test func losesNoAnsweredWrite() async throws {
        let seed = UInt64.random(in: 1...1_000_000)
        let rounds = Self.isLong ? 200 : 2
        try await Self.inFolder { folder in
            let users = folder.appending(path: "users.yaml")
            let hash = try PasswordHash(password: "demo", cost: 4).description
            try Data("- {username: admin, passwordHash: \"\(hash)\", role: Admin}\n".utf8).write(to: users)
            let database = folder.appending(path: "spaces.sqlite").path(percentEncoded: false)
            var random = SeededRandom(seed: seed)
            var known: [String: String] = [:]
            var answers = 0
            for round in 0..<rounds {
                let server = try ServerProcess(database: database, users: users.path(percentEncoded: false))
                let written: [Knowledge]
                do {
                    written = try await Self.write(round, until: Int.random(in: 1...60, using: &random), server)
                } catch {
                    server.kill()
                    throw error
                }
                let survivor = try ServerProcess(database: database, users: users.path(percentEncoded: false))
                defer { survivor.kill() }
                known = try await Self.check(written, known, survivor.url, seed: seed)
                answers += written.map(\.answered.count).reduce(0, +)
                // A long history would only slow the next rounds down.
                if known.count > 300 { known = try await Self.forget(survivor.url) }
            }
            var configuration = ServerConfiguration(database: .file(database))
            configuration.passwordCost = 4
            #expect(try await SpacesServer(configuration: configuration).store.findings() == [], "seed \(seed)")
            print("load: \(rounds) kills, \(answers) answered writes kept, seed \(seed)")
        }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    /// Writers at work until the server is killed in the middle of it.
    private static func write(_ round: Int, until count: Int, _ server: ServerProcess) async throws -> [Knowledge] {
        let http = LoadClient.make(connections: 8)
        let answered = Counter()
        let process = server.identifier
        let written = await withTaskGroup(of: Knowledge.self) { group in
            for writer in 0..<6 {
                group.addTask {
                    let client = LoadClient(http: http, url: server.url)
                    var knowledge = Knowledge()
                    var index = 0
                    do {
                        while true {
                            let name = "r\(round)w\(writer)n\(index)"
                            knowledge.open = (name, "")
                            let id = try await client.createSpace(name)
                            knowledge.answered[name] = ""
                            knowledge.open = (name, "\(index)")
                            try await client.describe(id, "\(index)")
                            knowledge.answered[name] = "\(index)"
                            knowledge.open = nil
                            index += 1
                            // The others are in the middle of something.
                            if answered.next() == count { _ = kill(process, SIGKILL) }
                        }
                    } catch {
                        return knowledge
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        server.kill()
        try await http.shutdown()
        return written
    }

    /// Compares what is there with what was answered; returns what is there.
    private static func check(
        _ written: [Knowledge], _ known: [String: String], _ url: String, seed: UInt64
    ) async throws -> [String: String] {
        let http = LoadClient.make(connections: 1)
        let spaces = try await LoadClient(http: http, url: url).spaces()
        try await http.shutdown()
        var expected = known
        for writer in written { expected.merge(writer.answered) { $1 } }
        var found: [String: String] = [:]
        for space in spaces {
            let (name, description) = (space["name"].text ?? "", space["description"].text ?? "")
            #expect(found[name] == nil, "\(name) is there twice, seed \(seed)")
            found[name] = description
            let isOpen = written.contains { $0.open?.name == name && $0.open?.description == description }
            #expect(expected[name] == description || isOpen, "\(name): \(description), seed \(seed)")
        }
        for name in expected.keys { #expect(found[name] != nil, "\(name) is lost, seed \(seed)") }
        return found
    }

    private static func forget(_ url: String) async throws -> [String: String] {
        let http = LoadClient.make(connections: 1)
        let client = LoadClient(http: http, url: url)
        for space in try await client.spaces() {
            let path = "/graph/v1.0/drives/\(space["id"].text ?? "")"
            try await client.send("DELETE", path, expecting: 204)
            try await client.send("DELETE", path, headers: [("Purge", "T")], expecting: 204)
        }
        try await http.shutdown()
        return [:]
    }
}
