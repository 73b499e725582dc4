import Foundation
import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

@Suite("Trying again")
struct RetryTests {
    // swift-format-ignore
    @Test(arguments: [
        (1, nil,   0.0,  0.0, 100),
        (1, nil,   0.0,  1.0, 200),
        (2, nil,   0.0,  1.0, 400),
        (2, nil,   0.0,  0.5, 300),
        (3, nil,   0.0,  0.5, nil),
        (1, 3.0,   0.0,  0.5, 3000),
        (1, 0.0,   0.0,  0.5, 0),
        (1, 60.0,  0.0,  0.5, 60_000),
        (1, 61.0,  0.0,  0.5, nil),
        (2, 5.0,   56.0, 0.5, nil),
        (2, 4.0,   56.0, 0.5, 4000),
    ] as [(Int, Double?, Double, Double, Int?)])
    func waitsGrowAndStayShort(attempt: Int, asked: Double?, waited: Double, chance: Double, milliseconds: Int?) {
        let wait = RetryPolicy().wait(
            afterAttempt: attempt, asked: asked.map { .seconds($0) }, waited: .seconds(waited), chance: chance)
        #expect(wait == milliseconds.map { .milliseconds($0) })
    }

    // swift-format-ignore
    @Test(arguments: [
        (["retry-after": "3"],                                                                            3),
        (["retry-after": "0"],                                                                            0),
        (["retry-after": "-1"],                                                                           nil),
        (["retry-after": "80044"],                                                                        80_044),
        (["retry-after": "999999"],                                                                       999_999),
        (["retry-after": "99999999999999999999"],                                                         31_622_400),
        (["retry-after": "+5"],                                                                           nil),
        (["retry-after": ""],                                                                             nil),
        (["retry-after": "soon"],                                                                         nil),
        ([:],                                                                                             nil),
        (["retry-after": "Mon, 23 Nov 2026 12:00:30 GMT"],                                                30),
        (["retry-after": "Mon, 23 Nov 2026 11:00:00 GMT"],                                                0),
        (["retry-after": "Mon, 23 Nov 2026 12:00:30 GMT", "date": "Mon, 23 Nov 2026 12:00:20 GMT"],       10),
        (["retry-after": "Mon, 23 Foo 2026 12:00:30 GMT"],                                                nil),
        (["retry-after": "Mon, 23 Nov 2027 12:00:30 GMT"],                                                31_536_030),
        (["retry-after": "Mon, 23 Nov 2037 12:00:30 GMT"],                                                31_622_400),
    ] as [([String: String], Int?)])
    func retryAfterIsSecondsOrAMoment(headers: [String: String], seconds: Int?) {
        let noon = Date(timeIntervalSince1970: 1_795_435_200)
        #expect(RetryAfter.seconds(headers, now: noon) == seconds)
    }

    @Test(arguments: [429, 502, 503, 504])
    func aReadIsTriedAgain(status: Int) async throws {
        let count = Mutex(0)
        let script: FaultyServer.Script = { _ in
            let number = count.withLock {
                $0 += 1; return $0
            }
            return [number < 3 ? .answer(status) : .answer(200, #"{"id":"u"}"#)]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { _ = try await $0.account() }
            #expect(server.requests.count == 3)
        }
    }

    @Test func aLongWaitIsLeftToThePerson() async throws {
        try await FaultyServer.run(script: { _ in [.answer(503, headers: "Retry-After: 61\r\n")] }) { server in
            try await ServiceTests.withService(server) { service in
                let failure = await ServiceTests.failure { try await service.account() }
                #expect(failure?.kind == .busy(retryAfter: 61))
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test func cancellingEndsTheWaitAtOnce() async throws {
        let (asked, signal) = AsyncStream.makeStream(of: Void.self)
        let script: FaultyServer.Script = { _ in
            signal.yield()
            return [.answer(503, headers: "Retry-After: 500\r\n")]
        }
        try await FaultyServer.run(script: script) { server in
            let connection = try ServerConnection.test("http://127.0.0.1:\(server.port)") {
                $0.retries = RetryPolicy(longestWait: .seconds(600), budget: .seconds(600))
            }
            let service = try HTTPSpacesService(connection, logger: ServiceTests.silent)
            let task = Task { await ServiceTests.failure { try await service.account() } }
            for await _ in asked { break }
            task.cancel()
            #expect(await task.value?.kind == .cancelled)
            await service.shutdown()
            #expect(server.requests.count == 1)
        }
    }

    /// The server ends the connection in the moment in which it is used again.
    @Test func aWriteOnAConnectionThatTheServerGaveUpIsLookedAfter() async throws {
        let count = Mutex(0)
        let script: FaultyServer.Script = { request in
            if request.line.hasPrefix("POST") { return [.close] }
            if request.line.contains("/me") { return [.answer(200, #"{"id":"u"}"#)] }
            count.withLock { $0 += 1 }
            return [.answer(200, #"{"value":[]}"#)]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                _ = try await service.account()
                let failure = await ServiceTests.failure { try await service.create(SpaceDraft(name: "Mars")) }
                #expect(failure?.isUncertain == false)
                #expect(failure?.sentence.hasPrefix("Mars was not created: ") == true, "\(String(describing: failure))")
            }
            #expect(server.requests.count { $0.line.hasPrefix("POST") } == 1)
        }
    }

    /// Two administrators make a space of the same name at the same time; only one answer is lost.
    @Test func aSpaceThatSomeoneElseMadeIsNotTakenForOnesOwn() async throws {
        let other =
            #"{"id":"s$9","name":"Mars","driveType":"project","root":{"id":"s$9","permissions":[{"grantedToV2":{"user":{"id":"other","displayName":"O"}},"roles":["manager"]}]}}"#
        let script: FaultyServer.Script = { request in
            if request.line.hasPrefix("POST") { return [.close] }
            return [.answer(200, request.line.contains("/me") ? #"{"id":"u"}"# : "{\"value\":[\(other)]}")]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let failure = await ServiceTests.failure { try await service.create(SpaceDraft(name: "Mars")) }
                #expect(failure?.isUncertain == false)
            }
        }
    }

    @Test func serversWithSingleDrivesOnlyInTheNewerVersionAreServed() async throws {
        let drive = #"{"id":"s$1","name":"Mars","driveType":"project"}"#
        let script: FaultyServer.Script = { request in
            if request.line.contains("/v1beta1/") { return [.answer(request.line.hasPrefix("DEL") ? 204 : 200, drive)] }
            return [
                request.line.hasPrefix("GET") ? .answer(404, "404 page not found\n", type: "text/plain") : .answer(405)
            ]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let mars = try await service.create(SpaceDraft(name: "Mars"))
                _ = try await service.edit(SpaceEdit(subtitle: "red"), startingFrom: mars)
            }
            #expect(
                server.requests.map { String($0.line.prefix { $0 != "?" }) } == [
                    "POST /graph/v1.0/drives", "POST /graph/v1beta1/drives", "GET /graph/v1.0/drives/s$1",
                    "GET /graph/v1beta1/drives/s$1", "PATCH /graph/v1.0/drives/s$1", "PATCH /graph/v1beta1/drives/s$1",
                ])
        }
    }
}
