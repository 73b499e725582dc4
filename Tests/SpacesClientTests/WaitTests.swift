import Foundation
import SpacesModel
import Synchronization
import Testing

@testable import SpacesClient

/// What a server asks for by `Retry-After` is waited for, reads and writes alike; nothing here waits in earnest.
@Suite struct WaitTests {
    private static let mars = #"{"id":"s$1","name":"Mars","driveType":"project"}"#

    /// Answers requests that begin with this text so often with a refusal, and everything else well.
    private static func script(_ refused: String, _ status: Int, _ retryAfter: Int, times: Int) -> FaultyServer.Script {
        let left = Mutex(times)
        return { request in
            let refuses =
                request.line.hasPrefix(refused)
                && left.withLock {
                    $0 -= 1; return $0 >= 0
                }
            if refuses { return [.answer(status, headers: "Retry-After: \(retryAfter)\r\n")] }
            return [
                .answer(
                    200,
                    request.line.contains("/me")
                        ? #"{"id":"u"}"# : request.line.contains("drives?") ? #"{"value":[]}"# : mars)
            ]
        }
    }

    /// What came of a call, how long was waited for it, and which requests were sent.
    private func result<Value: Sendable>(
        _ script: @escaping FaultyServer.Script, _ call: @Sendable (HTTPSpacesService) async throws -> Value
    ) async throws -> (failure: SpacesFailure?, waits: [Int], methods: [String], asked: [Int]) {
        let waits = Mutex<[Int]>([])
        let asked = Mutex<[Int]>([])
        let noon = Date(timeIntervalSince1970: 1_795_435_200)
        let timing = Timing(
            elapsed: { .zero }, now: { noon },
            pause: { (duration) async throws(CancellationError) in
                waits.withLock { $0.append(Int(duration / .seconds(1))) }
            }, chance: { 0 })
        let requests = RequestFeed()
        requests.listen { record in
            guard let until = record.waitUntil else { return }
            asked.withLock { $0.append(Int(until.timeIntervalSince(noon))) }
        }
        return try await FaultyServer.run(script: script) { server in
            let connection = try ServerConnection.test("http://127.0.0.1:\(server.port)") { $0.retries = RetryPolicy() }
            let service = try HTTPSpacesService(
                connection, logger: ServiceTests.silent, requests: requests, timing: timing)
            let failure = await ServiceTests.failure { try await call(service) }
            await service.shutdown()
            return (
                failure, waits.withLock { $0.filter { $0 > 2 } },
                server.requests.map { String($0.line.prefix { $0 != " " }) }, asked.withLock { $0 }
            )
        }
    }

    @Test(arguments: [429, 503]) func aReadWaits(status: Int) async throws {
        let (failure, waits, methods, asked) = try await result(Self.script("GET", status, 40, times: 1)) {
            try await $0.space("s$1")
        }
        #expect(failure == nil && waits == [40] && methods == ["GET", "GET"] && asked == [40])
    }

    @Test("A write that was refused before it was done is made again from its beginning", arguments: [429, 503])
    func aWriteWaits(status: Int) async throws {
        let (failure, waits, methods, asked) = try await result(Self.script("PATCH", status, 40, times: 1)) {
            try await $0.edit(SpaceEdit(subtitle: "red"), startingFrom: Space(id: "s$1", name: "Mars"))
        }
        #expect(failure?.sentence == nil && waits == [40] && asked == [40])
        // Of a service that is not available it is looked up first that nothing was done.
        let looks = status == 503 ? ["GET", "GET", "GET"] : []
        #expect(methods == ["GET", "PATCH"] + looks + ["GET", "PATCH"], "\(methods)")
    }

    @Test("A space is never made twice: after a 503 it is not made again", arguments: [(429, 2), (503, 1)])
    func aCreationWaits(status: Int, posts: Int) async throws {
        let (failure, waits, methods, _) = try await result(Self.script("POST", status, 40, times: 1)) {
            try await $0.create(SpaceDraft(name: "Mars"))
        }
        #expect(methods.count { $0 == "POST" } == posts)
        #expect(waits == (posts == 2 ? [40] : []) && (failure == nil) == (posts == 2))
    }

    @Test("A server that asks again and again is given up after a few times", arguments: ["GET", "PATCH"])
    func isBounded(method: String) async throws {
        let (failure, waits, methods, _) = try await result(Self.script(method, 429, 10, times: 1000)) {
            try await $0.edit(SpaceEdit(subtitle: "red"), startingFrom: Space(id: "s$1", name: "Mars"))
        }
        #expect(failure?.kind == .busy(retryAfter: 10) && failure?.isUncertain == false)
        #expect(methods.count <= 9 && waits.count <= 8, "\(methods)")
    }

    @Test("More than a minute is not waited, and the sentence says until when", arguments: ["GET", "PATCH"])
    func moreThanAMinuteIsLeftToThePerson(method: String) async throws {
        let (failure, waits, methods, asked) = try await result(Self.script(method, 429, 80_044, times: 1)) {
            try await $0.edit(SpaceEdit(subtitle: "red"), startingFrom: Space(id: "s$1", name: "Mars"))
        }
        #expect(waits.isEmpty && methods.last == method && methods.count { $0 == method } == 1 && asked == [80_044])
        #expect(
            failure?.sentence.firstMatch(
                of:
                    /^Subtitle of Mars was not changed: .* gets too many requests \(429\)\. The server asks to wait until .*\d\d:\d\d\.$/
            )
                != nil, "\(failure?.sentence ?? "")")
    }

    // swift-format-ignore
    @Test(arguments: [
        (nil, "Try again in a while."), (0, "Try again in 0 s."), (59, "Try again in 59 s."),
        (60, "The server asks to wait until 12:01."), (61, "The server asks to wait until 12:02."),
        (80_044, "The server asks to wait until 24 Nov 2026 10:15."),
        (43_200, "The server asks to wait until 24 Nov 2026 00:00."),
    ] as [(Int?, String)])
    func longWaitsAreTimesOfDay(seconds: Int?, sentence: String) {
        let noon = Date(timeIntervalSince1970: 1_795_435_200)
        #expect(RetryAfter.advice(seconds, now: noon, zone: .gmt) == sentence)
    }

    @Test("Once the sign-in was refused, nothing more goes through the gate") func theGateCloses() async throws {
        let gate = RequestGate()
        try await FaultyServer.run(script: { _ in [.answer(401)] }) { server in
            try await ServiceTests.withService(server) { service in
                func failure() async -> SpacesFailure? {
                    await RequestGate.$current.withValue(gate) {
                        await ServiceTests.failure { try await service.disable(Space(id: "s$1", name: "Mars")) }
                    }
                }
                let first = await failure()
                let second = await failure()
                #expect(first?.kind == .notAuthenticated && second?.kind == .notAuthenticated)
                #expect(second?.isUncertain == false && second?.sentence.hasPrefix("Mars was not disabled: ") == true)
                #expect(server.requests.count == 1)
                gate.open()
                _ = await failure()
                #expect(server.requests.count == 2)
            }
        }
    }
}
