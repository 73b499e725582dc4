import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on this computer that answers byte by byte as a test says, right or wrong.
final class FaultyServer: Sendable {
    /// One thing that is done with a connection after a request has come; the connection then stays open.
    enum Step: Sendable {
        case text(String)
        case bytes([UInt8], times: Int)
        case close
        case reset
        /// Passes the request on to a server at this port of this computer, waits until it has done it, and passes on so
        /// many bytes of its answer.
        case relay(port: Int, keeping: Int = .max)
        /// From now on passes on every byte to a server at this port of this computer and back.
        case tunnel(port: Int)
    }

    /// A request as it came.
    struct Request: Sendable {
        /// `GET /path?query`.
        var line: String
        /// By lower-case name.
        var headers: [String: String]
        var body: String
    }

    typealias Script = @Sendable (Request) -> [Step]

    private let channel: any Channel
    private let log: RequestLog

    var port: Int { channel.localAddress?.port ?? 0 }
    /// What has come so far.
    var requests: [Request] { log.requests.withLock(\.self) }

    private init(channel: any Channel, log: RequestLog) {
        self.channel = channel
        self.log = log
    }

    /// Runs a server on a free port of the loopback interface for as long as the test needs it.
    static func run<Result: Sendable>(
        encrypted certificate: TestCertificate? = nil, demandingClients: Bool = false, script: @escaping Script,
        _ test: (FaultyServer) async throws -> Result
    ) async throws -> Result {
        let log = RequestLog()
        let encryption = try certificate.map { try $0.serverContext(demandingClients: demandingClients) }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let encryption {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: encryption))
                    }
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(script: script, log: log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await test(FaultyServer(channel: channel, log: log))
            try await channel.close()
            return result
        } catch {
            try await channel.close()
            throw error
        }
    }
}

/// What came in over all connections of a server.
private final class RequestLog: Sendable {
    let requests = Mutex<[FaultyServer.Request]>([])
}

/// Reads requests off one connection and plays the script after each.
private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: FaultyServer.Script
    private let log: RequestLog
    private var bytes: [UInt8] = []
    /// Where all bytes go, once this is a tunnel.
    private var tunnel: EventLoopFuture<any Channel>?
    /// The last request as it came.
    private var raw: [UInt8] = []

    init(script: @escaping FaultyServer.Script, log: RequestLog) {
        self.script = script
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let tunnel {
            let piece = unwrapInboundIn(data)
            tunnel.whenSuccess { $0.writeAndFlush(piece, promise: nil) }
            return
        }
        bytes.append(contentsOf: unwrapInboundIn(data).readableBytesView)
        // What other servers say to a handshake on a port without encryption.
        if bytes.first == 0x16 {
            play([.text("HTTP/1.0 400 Bad Request\r\n\r\n")], context)
            return
        }
        guard let request = takeRequest() else { return }
        log.requests.withLock { $0.append(request) }
        play(script(request)[...], context)
    }

    private func play(_ steps: ArraySlice<FaultyServer.Step>, _ context: ChannelHandlerContext) {
        guard let step = steps.first else { return context.flush() }
        if case .relay(let port, let length) = step {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            Relay.answer(to: raw, port: port, on: context.eventLoop).whenComplete { result in
                let (handler, context) = bound.value
                guard case .success(let answer) = result else { return context.close(promise: nil) }
                context.write(handler.wrapOutboundOut(ByteBuffer(bytes: answer.prefix(length))), promise: nil)
                handler.play(steps.dropFirst(), context)
            }
        } else {
            play(step, context)
            play(steps.dropFirst(), context)
        }
    }

    /// A peer that goes away in the middle is no failure of the test.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func play(_ step: FaultyServer.Step, _ context: ChannelHandlerContext) {
        switch step {
        case .relay: break
        case .tunnel(let port): tunnel = Relay.tunnel(from: context.channel, port: port)
        case .text(let text): context.write(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        case .bytes(let bytes, let times):
            let piece = ByteBuffer(bytes: bytes)
            for _ in 0..<times { context.write(wrapOutboundOut(piece), promise: nil) }
        case .close:
            // Closing at once would throw away what has not been written yet.
            let channel = context.channel
            context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in channel.close(promise: nil) }
        case .reset:
            context.flush()
            // Lingering for no time at all makes the end of the connection a reset.
            if let options = context.channel as? any SocketOptionProvider {
                options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
                    context.close(promise: nil)
                }
            }
        }
    }

    private func takeRequest() -> FaultyServer.Request? {
        let end = Array("\r\n\r\n".utf8)
        guard let head = bytes.firstRange(of: end) else { return nil }
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= head.upperBound + length else { return nil }
        let body = String(decoding: bytes[head.upperBound..<(head.upperBound + length)], as: UTF8.self)
        raw = Array(bytes[..<(head.upperBound + length)])
        bytes.removeFirst(head.upperBound + length)
        let line = (lines.first ?? "").replacing(" HTTP/1.1", with: "")
        return FaultyServer.Request(line: line, headers: headers, body: body)
    }
}

extension FaultyServer.Step {
    /// A whole answer.
    static func answer(
        _ status: Int, _ body: String = "", type: String = "application/json", headers: String = ""
    ) -> FaultyServer.Step {
        .text(
            "HTTP/1.1 \(status) Status\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
        )
    }

    /// The head of an answer that claims to have so many bytes.
    static func head(length: Int) -> FaultyServer.Step {
        .text("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(length)\r\n\r\n")
    }
}
