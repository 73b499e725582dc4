import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import SpacesServer

/// How long a request and its answer may take, on a clock that the test moves.
@Suite struct RequestGuardTests {
    /// The two guards of a connection, without the decoder between them.
    private struct Line {
        let channel: EmbeddedChannel
        var loop: EmbeddedEventLoop { channel.embeddedEventLoop }

        init(_ more: [any ChannelHandler] = []) throws {
            var limits = ConnectionLimits()
            limits.head = .seconds(20)
            limits.bodyPeriod = .seconds(30)
            limits.bodyBytes = 100
            limits.idle = .seconds(120)
            limits.reader = .seconds(60)
            // The first takes bytes, and passes on what else it gets.
            channel = EmbeddedChannel()
            let connection = ConnectionGuard(limits: limits, counts: ClientCounts(), isPlain: true)
            try channel.pipeline.syncOperations.addHandlers(more + [connection, RequestGuard(limits: limits)])
            try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 4000)).wait()
        }

        func head(_ headers: HTTPFields = [:], host: String? = "x") throws {
            let request = HTTPRequest(method: .put, scheme: "http", authority: host, path: "/", headerFields: headers)
            try channel.writeInbound(HTTPRequestPart.head(request))
        }

        func body(_ count: Int) throws {
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: count)))
        }

        func end() throws { try channel.writeInbound(HTTPRequestPart.end(nil)) }

        func answer() throws {
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }

        /// Statuses of the answers that went out.
        func statuses() throws -> [Int] {
            var statuses: [Int] = []
            while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
                if case .head(let head) = part { statuses.append(head.status.code) }
            }
            return statuses
        }
    }

    @Test func endsABodyThatStalls() throws {
        let line = try Line()
        try line.head()
        for _ in 0..<10 {
            try line.body(100)
            line.loop.advanceTime(by: .seconds(30))
        }
        try line.body(99)
        #expect(throws: RequestGuard.BodyTimedOut.self) {
            line.loop.advanceTime(by: .seconds(30))
            try line.channel.throwIfErrorCaught()
        }
        #expect(line.channel.isActive)
    }

    @Test func waitsForTheServerAsLongAsItTakes() throws {
        let line = try Line()
        try line.head()
        try line.end()
        line.loop.advanceTime(by: .hours(1))
        try line.channel.throwIfErrorCaught()
        #expect(line.channel.isActive)
        try line.answer()
        line.loop.advanceTime(by: .seconds(119))
        #expect(line.channel.isActive)
        line.loop.advanceTime(by: .seconds(1))
        #expect(!line.channel.isActive)
    }

    /// The rest of a body whose request is answered is not waited for for ever, however fast it comes.
    @Test func endsABodyThatNobodyReads() throws {
        let line = try Line()
        try line.head()
        try line.answer()
        for _ in 0..<29 {
            try line.body(10_000)
            line.loop.advanceTime(by: .seconds(1))
        }
        #expect(line.channel.isActive)
        line.loop.advanceTime(by: .seconds(1))
        #expect(!line.channel.isActive)
    }

    /// Holds writes back, as the socket of a client that does not read.
    private final class Reader: ChannelOutboundHandler {
        typealias OutboundIn = HTTPResponsePart
        var held: [EventLoopPromise<Void>] = []

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            if let promise { held.append(promise) }
        }
    }

    @Test func endsAReaderThatStalls() throws {
        let reader = Reader()
        let line = try Line([reader])
        try line.head()
        try line.end()
        for _ in 0..<3 {
            line.channel.write(HTTPResponsePart.body(ByteBuffer(repeating: 0, count: 10)), promise: nil)
        }
        line.loop.advanceTime(by: .seconds(59))
        reader.held.removeFirst().succeed()
        line.loop.advanceTime(by: .seconds(59))
        reader.held.removeFirst().succeed()
        #expect(line.channel.isActive)
        line.loop.advanceTime(by: .seconds(60))
        #expect(!line.channel.isActive)
        for promise in reader.held { promise.fail(ChannelError.ioOnClosedChannel) }
    }

    @Test func refusesARequestWithoutAHost() throws {
        let line = try Line()
        try line.head(host: nil)
        #expect(try line.statuses() == [400])
        #expect(try line.channel.readInbound(as: HTTPRequestPart.self) == nil)
    }

    @Test func tellsWhoseHeadIsLate() throws {
        let line = try Line()
        line.loop.advanceTime(by: .seconds(20))
        #expect(try line.statuses() == [408])
        #expect(!line.channel.isActive)
    }
}
