import Foundation
import NIOCore
import NIOPosix
import SpacesModel
import Synchronization
import TestSupport
import Testing

@testable import SpacesClient

@Suite("A server that misbehaves", .ownThread)
struct FaultTests {
    // Only one limit of each can pass: when the machine is busy, either of two might be noticed first.
    private static let short = NetworkSettings.TimeLimits(
        connect: .seconds(600), firstByte: .milliseconds(200), idle: .seconds(600))
    private static let lenient = NetworkSettings.TimeLimits(
        connect: .seconds(600), firstByte: .seconds(20), idle: .seconds(600))
    private static let shortIdle = NetworkSettings.TimeLimits(
        connect: .seconds(600), firstByte: .seconds(600), idle: .milliseconds(200))
    private static let endless = NetworkSettings.TimeLimits(
        connect: .seconds(600), firstByte: .seconds(600), idle: .seconds(600))

    // swift-format-ignore
    @Test(arguments: [
        ("nothing at all",          [],                                                     "did not answer within 0.2 s", SpacesFailure.Kind.timedOut),
        ("half a head",             [.text("HTTP/1.1 200 OK\r\nContent-")],                 "did not answer within 0.2 s", .timedOut),
    ] as [(String, [FaultyServer.Step], String, SpacesFailure.Kind)])
    func neverAnswering(_ name: String, steps: [FaultyServer.Step], sentence: String, kind: SpacesFailure.Kind) async throws {
        for call in Call.allCases {
            let failure = try await failure(of: call, steps, limits: Self.short)
            #expect(failure.kind == kind, "\(name): \(failure)")
            #expect(failure.sentence.contains(sentence))
            #expect(failure.sentence.contains("may or may not") == (call == .write))
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("a head and no body",      [.head(length: 100)]),
        ("half a body",             [.head(length: 100), .text("{\"value\":[{\"id\":\"1\"},")]),
        ("half a chunk",            [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"val")]),
    ] as [(String, [FaultyServer.Step])])
    func fallingSilent(_ name: String, steps: [FaultyServer.Step]) async throws {
        for call in Call.allCases {
            let failure = try await failure(of: call, steps, limits: Self.shortIdle)
            #expect(failure.kind == .timedOut, "\(name): \(failure)")
            #expect(failure.sentence.contains("stopped sending for 0.2 s"))
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("a reset",                 [.reset],                                               SpacesFailure.Kind.unreachable),
        ("an end",                  [.close],                                               .unreachable),
        ("half a head and an end",  [.text("HTTP/1.1 200 O"), .close],                      .badAnswer),
        ("no HTTP",                 [.text("SSH-2.0-OpenSSH_9.9\r\n\r\n")],                 .badAnswer),
        ("binary",                  [.bytes([0, 1, 2, 255, 254, 13, 10], times: 100)],      .badAnswer),
        ("cut short",               [.head(length: 1000), .text("{\"value\":["), .close],   .badAnswer),
        ("cut short by a reset",    [.head(length: 1000), .text("{\"value\":["), .reset],   .badAnswer),
        ("a chunk cut short",       [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"val"), .close], .badAnswer),
        ("no length, cut short",    [.text("HTTP/1.1 200 OK\r\n\r\n{\"value\":["), .close], .badAnswer),
        ("empty",                   [.answer(200)],                                         .badAnswer),
        ("blank",                   [.answer(200, " \n")],                                  .badAnswer),
        ("HTML",                    [.answer(200, "<html>Log in</html>", type: "text/html")], .badAnswer),
        ("a text",                  [.answer(200, "\"text\"")],                             .badAnswer),
        ("another object",          [.answer(200, "{\"hello\":1}")],                        .badAnswer),
        ("an error with status 200", [.answer(200, "{\"error\":{\"code\":\"x\"}}")],        .badAnswer),
        ("a head without end",      [.text("HTTP/1.1 200 OK\r\n"), .bytes(Array("X-A: b\r\n".utf8), times: 100_000)], .badAnswer),
        ("one giant string",        giant("\"", "x"),                                       .badAnswer),
        ("a giant list of numbers", giant("{\"value\":[1", ",1"),                           .badAnswer),
        ("deep nesting",            giant("{\"value\":[", "["),                             .badAnswer),
        ("giant blanks",            giant("", " "),                                         .badAnswer),
        ("a giant refusal",         giantError,                                             .badAnswer),
    ] as [(String, [FaultyServer.Step], SpacesFailure.Kind)])
    func answeringBadly(_ name: String, steps: [FaultyServer.Step], kind: SpacesFailure.Kind) async throws {
        for call in Call.allCases {
            let failure = try await failure(of: call, steps)
            #expect(failure.kind == kind, "\(name): \(failure)")
            #expect(failure.sentence.hasPrefix(call.beginning(mayHaveHappened: true)), "\(name): \(failure)")
            #expect(failure.sentence.hasSuffix("."))
        }
    }

    @Test func aConnectionThatFellSilentIsNotUsedAgain() async throws {
        let count = Mutex(0)
        let script: FaultyServer.Script = { _ in
            let number = count.withLock {
                $0 += 1; return $0
            }
            return number == 2 ? [] : [.answer(200, #"{"id":"u"}"#)]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server, timeLimits: Self.lenient) { service in
                _ = try await service.account()
                #expect(await ServiceTests.failure { try await service.account() }?.kind == .timedOut)
                _ = try await service.account()
            }
        }
    }

    #if os(Linux)
        @Test func theSystemEndsAConnectionWhoseOtherSideIsGone() async throws {
            try await FaultyServer.run(script: { _ in [] }) { server in
                let preparation = ConnectionPreparation(check: .nothing, isEncrypted: false, silence: .seconds(15))
                let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .connectTimeout(.seconds(60)).connect(host: "127.0.0.1", port: server.port).get()
                try await channel.eventLoop.flatSubmit { preparation.prepare(channel) }.get()
                let option = ChannelOptions.Types.SocketOption(
                    level: .init(rawValue: CInt(IPPROTO_TCP)), name: .init(rawValue: TCP_USER_TIMEOUT))
                #expect(try await channel.getOption(option).get() == 15_000)
                try await channel.close()
            }
        }
    #endif

    @Test func anIncompleteListSaysHowMuchArrived() async throws {
        let entries = (0..<3400).map { "{\"id\":\"\($0)\"}," }.joined()
        let steps: [FaultyServer.Step] = [
            .text("HTTP/1.1 200 OK\r\n\r\n{\"value\":["), .text(entries), .close,
        ]
        let failure = try await failure(of: .list, steps)
        #expect(
            failure.sentence.hasSuffix(
                "sent an incomplete list (3,400 spaces arrived) (200). The list on the screen is kept. Try again."))
    }

    @Test func aClosedPortRefuses() async throws {
        let closed = try ClosedPort()
        let port = closed.number
        let service = try HTTPSpacesService(.test("http://127.0.0.1:\(port)"), logger: ServiceTests.silent)
        let failure = await ServiceTests.failure { try await service.disable(Space(id: "1", name: "Mars")) }
        await service.shutdown()
        #expect(failure?.kind == .unreachable)
        #expect(
            failure?.sentence
                == "Mars was not disabled: 127.0.0.1:\(port) refuses the connection: nothing listens there. Check the address "
                + "and the network.")
        withExtendedLifetime(closed) {}
    }

    @Test func anUnknownNameIsNotFound() async throws {
        let service = try HTTPSpacesService(.test("https://nowhere.invalid"), logger: ServiceTests.silent)
        let failure = await ServiceTests.failure { try await service.account() }
        await service.shutdown()
        #expect(failure?.kind == .unreachable)
        #expect(failure?.sentence.contains("no computer named nowhere.invalid is known (DNS)") == true)
    }

    @Test(arguments: Call.allCases)
    func cancellingEndsTheRequest(call: Call) async throws {
        let (arrived, signal) = AsyncStream.makeStream(of: Void.self)
        let script: FaultyServer.Script = { _ in
            signal.yield()
            return []
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server, timeLimits: Self.endless) { service in
                let task = Task { await call.failure(service) }
                for await _ in arrived { break }
                task.cancel()
                let failure = await task.value
                #expect(failure?.kind == .cancelled)
                #expect(failure?.sentence.hasPrefix(call.beginning(mayHaveHappened: true)) == true)
            }
        }
    }

    @Test func cancellingEndsALongList() async throws {
        let entry = Array("{\"id\":\"1\"},".utf8)
        let steps: [FaultyServer.Step] = [
            .head(length: 1 << 30), .text("{\"value\":["), .bytes(entry, times: 1000),
        ]
        try await FaultyServer.run(script: { _ in steps }) { server in
            try await ServiceTests.withService(server, timeLimits: Self.endless) { service in
                let (arrived, signal) = AsyncStream.makeStream(of: Int.self)
                let task = Task {
                    await ServiceTests.failure {
                        try await service.spaces(SpaceQuery()) { count in signal.yield(count) }
                    }
                }
                for await _ in arrived { break }
                task.cancel()
                #expect(await task.value?.kind == .cancelled)
            }
        }
    }

    @Test func afterTheShutdownNothingIsSent() async throws {
        try await FaultyServer.run(script: { _ in [.answer(200, "null")] }) { server in
            let service = try HTTPSpacesService(.test("http://127.0.0.1:\(server.port)"), logger: ServiceTests.silent)
            await service.shutdown()
            let failure = await ServiceTests.failure { try await service.account() }
            #expect(failure?.kind == .cancelled)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func aShutdownEndsWhatIsUnderWayAndMayBeRepeated() async throws {
        let (arrived, signal) = AsyncStream.makeStream(of: Void.self)
        let script: FaultyServer.Script = { _ in
            signal.yield()
            return []
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server, timeLimits: Self.endless) { service in
                let task = Task { await ServiceTests.failure { try await service.account() } }
                for await _ in arrived { break }
                await service.shutdown()
                #expect(await task.value?.kind == .cancelled)
                await service.shutdown()
            }
        }
    }

    private func failure(
        of call: Call, _ steps: [FaultyServer.Step], limits: NetworkSettings.TimeLimits? = nil
    ) async throws -> SpacesFailure {
        try await FaultyServer.run(script: { _ in steps }) { server in
            let service = try HTTPSpacesService(
                .test("http://127.0.0.1:\(server.port)", timeLimits: limits ?? Self.endless),
                logger: ServiceTests.silent)
            let failure = await call.failure(service)
            await service.shutdown()
            return try #require(failure)
        }
    }

    /// An answer of 100 MB that repeats a text.
    private static func giant(_ start: String, _ repeated: String) -> [FaultyServer.Step] {
        let piece = Array(String(repeating: repeated, count: 65_536 / repeated.utf8.count).utf8)
        return [.head(length: start.utf8.count + 1600 * piece.count), .text(start), .bytes(piece, times: 1600)]
    }

    private static let giantError: [FaultyServer.Step] = [
        .text("HTTP/1.1 500 Failed\r\nContent-Length: 104857600\r\n\r\n"),
        .bytes(Array(repeating: 0x78, count: 65_536), times: 1600),
    ]

    /// A read of one thing, a read of a list and a write.
    enum Call: CaseIterable {
        case read, list, write

        func failure(_ service: HTTPSpacesService) async -> SpacesFailure? {
            switch self {
            case .read: await ServiceTests.failure { try await service.account() }
            case .list: await ServiceTests.failure { try await service.spaces(SpaceQuery(), onProgress: nil) }
            case .write: await ServiceTests.failure { try await service.create(SpaceDraft(name: "Mars")) }
            }
        }

        func beginning(mayHaveHappened: Bool) -> String {
            switch self {
            case .read: "Who is signed in was not found out: "
            case .list: "The list of spaces was not loaded: "
            case .write:
                mayHaveHappened ? "Mars may or may not have been created: " : "Mars was not created: "
            }
        }
    }
}
