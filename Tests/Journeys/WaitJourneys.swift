import SpacesClient
import SpacesModel
import SpacesServer
import SpacesUI
import Terminal
import Testing

/// A server that asks to wait: for less than a minute the program does, for longer it says until when. Nobody waits here.
@Suite(.timeLimit(.minutes(30))) struct WaitJourneys {
    private func told(
        _ fault: String, _ lines: [String] = ["refresh"]
    ) async throws -> (heard: Conversation, names: [String]) {
        try await withServer(World.configuration) { server, baseURL in
            let world = try World(store: server.store, baseURL: baseURL)
            for name in ["Apollo", "Venus"] { try await world.make(name) }
            server.faults.set(try Fault(parsing: fault))
            let heard = try await Conversation.of("admin", at: baseURL, lines)
            let names = try await world.store.spaces().filter { $0.type == .project }.map(\.name).sorted()
            await world.administrator.shutdown()
            return (heard, names)
        }
    }

    @Test func aListComesAfterTheWait() async throws {
        let heard = try await told("GET /graph/v1beta1/drives: status=503;retry-after=40 x1", ["list"]).heard
        heard.expect("asks to wait until").expect("1. ")
        #expect(heard.status == 0, "\(heard.text)")
    }

    @Test func aChangeIsMadeAfterTheWait() async throws {
        let (heard, names) = try await told("PATCH: status=429;retry-after=40 x1", ["rename Venus Mars"])
        heard.expect("asks to wait until").expect("Venus is called Mars now.")
        #expect(names == ["Apollo", "Mars"])
    }

    @Test func aRunGoesOnAfterEachWait() async throws {
        let (heard, _) = try await told(
            "PATCH: status=429;retry-after=30 x2", ["find type:project", "mark all", "quota marked 5 GB", "yes"])
        heard.expect("asks to wait until").expect("finished", "2 done")
    }

    @Test func moreThanAMinuteIsSaidAndNothingIsChanged() async throws {
        let (heard, names) = try await told("PATCH: status=503;retry-after=80044", ["rename Venus Mars"])
        heard.expect("Name of Venus was not changed", "(503)", "The server asks to wait until")
        #expect(names == ["Apollo", "Venus"] && heard.status == 1)
    }

    @Test func aFormKeepsWhatWasTyped() async throws {
        try await withServer(World.configuration) { server, baseURL in
            let world = try World(store: server.store, baseURL: baseURL)
            try await world.make("Venus")
            let journey = try await Journey("admin", at: baseURL)
            await journey.find("venus").press("e").retype("Evening Star")
            server.faults.set(try Fault(parsing: "PATCH: status=429;retry-after=3600 x1"))
            await journey.press(.enter)
            journey.expect("Edit Venus").expect("Evening Star").expect("The server asks to wait until")
            await journey.press(.enter)
            journey.expect("Venus is called Evening Star now.")
            await journey.end()
            await world.administrator.shutdown()
        }
    }

    @Test func theListIsNotAskedForBefore() async throws {
        try await withServer(World.configuration) { server, baseURL in
            let journey = try await Journey("admin", at: baseURL)
            server.faults.set(try Fault(parsing: "GET /graph/v1beta1/drives: status=503;retry-after=7200 x1"))
            await journey.press(.control("r"))
            journey.expect("asks to wait until", "^R tries now.")
            #expect(journey.waits == .seconds(7200))
            try await journey.waitForDeadline()
            journey.expect("answers again.").expectNo("asks to wait")
            await journey.end()
        }
    }
}
