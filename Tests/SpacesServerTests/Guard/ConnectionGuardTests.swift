import NIOCore
import NIOEmbedded
import Testing

@testable import SpacesServer

/// How long a connection may go without a request, on a clock that the test moves.
@Suite struct ConnectionGuardTests {
    private static func limits() -> ConnectionLimits {
        var limits = ConnectionLimits()
        limits.head = .seconds(20)
        limits.idle = .seconds(120)
        limits.perClient = 1
        return limits
    }

    private static func connect(
        _ handler: ConnectionGuard, from address: String = "192.0.2.1"
    ) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: handler)
        let peer = try SocketAddress(ipAddress: address, port: 4000)
        channel.remoteAddress = peer
        try channel.connect(to: peer).wait()
        return channel
    }

    private static func handler(_ counts: ClientCounts = ClientCounts()) -> ConnectionGuard {
        ConnectionGuard(limits: limits(), counts: counts, isPlain: true)
    }

    @Test func endsWhoSendsNothing() throws {
        let channel = try Self.connect(Self.handler())
        channel.embeddedEventLoop.advanceTime(by: .seconds(19))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    /// Bytes that trickle in do not buy time.
    @Test func endsWhoSendsAHeadSlowly() throws {
        let handler = Self.handler()
        let channel = try Self.connect(handler)
        for _ in 0..<19 {
            try channel.writeInbound(ByteBuffer(string: "x"))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        handler.requestBegan(isStream: false)
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        handler.requestEnded()
        channel.embeddedEventLoop.advanceTime(by: .seconds(100))
        for _ in 0..<19 {
            try channel.writeInbound(ByteBuffer(string: "x"))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test func endsAConnectionThatIsIdle() throws {
        let handler = Self.handler()
        let channel = try Self.connect(handler)
        for _ in 0..<3 {
            handler.requestBegan(isStream: false)
            handler.requestEnded()
            channel.embeddedEventLoop.advanceTime(by: .seconds(119))
            #expect(channel.isActive)
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    /// In HTTP/2 bytes between requests are no head: clients ask whether the connection lives.
    @Test func allowsFramesBetweenStreams() throws {
        let handler = Self.handler()
        let channel = try Self.connect(handler)
        handler.requestBegan(isStream: true)
        handler.requestBegan(isStream: true)
        handler.requestEnded()
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        handler.requestEnded()
        try channel.writeInbound(ByteBuffer(string: "x"))
        channel.embeddedEventLoop.advanceTime(by: .seconds(119))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test func countsTheConnectionsOfEachClient() throws {
        let counts = ClientCounts()
        let first = try Self.connect(Self.handler(counts))
        let second = try Self.connect(Self.handler(counts))
        #expect(first.isActive && !second.isActive)
        let answer = try second.readOutbound(as: ByteBuffer.self).map { String(buffer: $0) }
        #expect(answer?.hasPrefix("HTTP/1.1 429 ") == true)
        let other = try Self.connect(Self.handler(counts), from: "192.0.2.2")
        #expect(other.isActive)
        try first.close().wait()
        let third = try Self.connect(Self.handler(counts))
        #expect(third.isActive)
        let tls = try Self.connect(ConnectionGuard(limits: Self.limits(), counts: counts, isPlain: false))
        #expect(!tls.isActive)
        #expect(try tls.readOutbound(as: ByteBuffer.self) == nil)
    }
}
