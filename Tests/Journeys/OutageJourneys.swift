import SpacesUI
import Foundation
import SpacesClient
import SpacesServer
import Terminal
import Testing

/// The server goes away and comes back.
@Suite struct OutageJourneys {
    /// A server that can be stopped and started again at the same address, with the same data.
    private struct Stoppable {
        let server: SpacesServer
        let baseURL: String
        private let running: Task<Void, any Error>

        init(_ configuration: ServerConfiguration) async throws {
            let server = try SpacesServer(configuration: configuration)
            let (addresses, continuation) = AsyncStream.makeStream(of: String.self)
            running = Task {
                defer { continuation.finish() }
                try await server.run { continuation.yield($0) }
            }
            self.server = server
            baseURL = try #require(await addresses.first { _ in true }, "the server did not start")
        }

        func stop() async {
            running.cancel()
            _ = await running.result
        }
    }

    private func configuration(in folder: URL) -> ServerConfiguration {
        var configuration = World.configuration
        configuration.database = .file(folder.appending(path: "spaces.sqlite").path(percentEncoded: false))
        // At an address of its own: no other test is given its port while it is stopped.
        configuration.host =
            "127.\(UInt8.random(in: 64...127)).\(UInt8.random(in: 1...254)).\(UInt8.random(in: 1...254))"
        return configuration
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "journey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        try await body(folder)
    }

    @Test func keepsTheOldListAndGoesOnWhenTheServerIsBack() async throws {
        try await withFolder { folder in
            var configuration = configuration(in: folder)
            let first = try await Stoppable(configuration)
            let address = try ServerAddress(parsing: first.baseURL)
            let world = try World(store: first.server.store, baseURL: first.baseURL)
            try await world.make("Mars Mission")
            await world.administrator.shutdown()
            let journey = try await Journey("admin", at: first.baseURL)
            await journey.find("mars")
            await first.stop()

            await journey.press(.escape, .control("r"))
            journey.expect("offline").expect("Mars Mission").expect("\(address.authority) has not answered since")
            #expect(journey.waits == .seconds(5))
            await journey.press("e")
            journey.expect("\(address.authority) does not answer; ^R tries again.").expectNo("Edit Mars")

            // It tries again by itself, less and less often.
            for seconds in [10, 20, 40, 60, 60] {
                try await journey.waitForDeadline()
                #expect(journey.waits == .seconds(seconds))
            }
            journey.expect("offline").expect("Mars Mission")

            configuration.port = try #require(address.port)
            let second = try await Stoppable(configuration)
            await journey.press(.control("r"))
            journey.expect("✓", "answers again.").expectNo("offline").expect("Mars Mission")
            #expect(journey.waits == .seconds(60), "the list refreshes itself again")
            await journey.press("e").retype("Mars Colony").press(.enter)
            journey.expect("✓", "is called Mars Colony now.")
            #expect(try await second.server.store.spaces().contains { $0.name == "Mars Colony" })
            await journey.end()
            await second.stop()
        }
    }

    @Test func comesBackByItself() async throws {
        try await withFolder { folder in
            var configuration = configuration(in: folder)
            let first = try await Stoppable(configuration)
            configuration.port = try #require(try ServerAddress(parsing: first.baseURL).port)
            await first.stop()

            let journey = try await Journey("admin", at: first.baseURL)
            journey.expect("The spaces could not be loaded").expect("next try at")
            let second = try await Stoppable(configuration)
            // A refusal of the first attempts that comes late may cost one more; it does not give up.
            for _ in 0..<3 where !journey.shows(["answers again."]) { try await journey.waitForDeadline() }
            journey.expect("answers again.").expect("Ada Admin").expect("admin, Admin")
            await journey.end()
            await second.stop()
        }
    }

    @Test func keepsTheFormWhenTheServerDiesUnderIt() async throws {
        try await withFolder { folder in
            var configuration = configuration(in: folder)
            let first = try await Stoppable(configuration)
            configuration.port = try #require(try ServerAddress(parsing: first.baseURL).port)
            let world = try World(store: first.server.store, baseURL: first.baseURL)
            try await world.make("Mars Mission")
            await world.administrator.shutdown()
            let journey = try await Journey("admin", at: first.baseURL)
            await journey.find("mars").press("e").retype("Mars Colony")
            await first.stop()
            await journey.press(.enter)
            journey.expect("Edit Mars Mission").expect("Mars Colony").expect("✕")

            let second = try await Stoppable(configuration)
            await journey.press(.enter)
            journey.expect("✓", "is called Mars Colony now.")
            #expect(try await second.server.store.spaces().contains { $0.name == "Mars Colony" })
            await journey.end()
            await second.stop()
        }
    }
}
