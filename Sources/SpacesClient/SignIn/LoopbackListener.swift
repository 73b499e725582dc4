import Localization
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Waits on a free port of this machine for the browser to bring the provider's answer (RFC 8252 §7.3).
///
/// It takes what belongs to the attempt and nothing else: other paths, other hosts in the request (a page elsewhere whose
/// name was made to lead here) and other methods are refused, and a wrong answer does not end the waiting.
package final class LoopbackListener: Sendable {
    package let port: Int
    private let channels: [any Channel]
    private let reception: Reception

    /// What the handlers of all connections share.
    final class Reception: Sendable {
        let attempt = Mutex<AuthorizationAttempt?>(nil)
        let answers: AsyncStream<RedirectAnswer>
        let continuation: AsyncStream<RedirectAnswer>.Continuation

        init() {
            (answers, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(16))
        }
    }

    private init(port: Int, channels: [any Channel], reception: Reception) {
        self.port = port
        self.channels = channels
        self.reception = reception
    }

    /// Where the provider is to send the browser; without a path, as the known clients have registered it.
    package var redirectURI: String { "http://127.0.0.1:\(port)" }

    /// Opens a port on the loopback interface; no other machine reaches it.
    package static func open() async throws(SpacesFailure) -> LoopbackListener {
        let reception = Reception()
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 16)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(IdleStateHandler(allTimeout: .seconds(10)))
                    try pipeline.addHandler(RedirectHandler(reception: reception))
                }
            }
        do {
            let channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
            guard let port = channel.localAddress?.port else {
                try await channel.close()
                throw ChannelError.unknownLocalAddress
            }
            var channels: [any Channel] = [channel]
            // Some browsers take localhost for ::1; where it cannot be had, the other address does.
            if case .success(let second) = await Task(operation: {
                try await bootstrap.bind(host: "::1", port: port).get()
            }).result {
                channels.append(second)
            }
            return LoopbackListener(port: port, channels: channels, reception: reception)
        } catch {
            throw .make(
                .signIn, .refused,
                reason: localized("no port of this computer could be opened for the browser's answer"),
                advice: localized("Sign in with spaces login --paste."), details: .init(cause: "\(error)"))
        }
    }

    /// The answers that come from now on and belong to this attempt.
    func answers(to attempt: AuthorizationAttempt) -> AsyncStream<RedirectAnswer> {
        reception.attempt.withLock { $0 = attempt }
        return reception.answers
    }

    package func close() async {
        reception.continuation.finish()
        for channel in channels { _ = await Task { try await channel.close() }.result }
    }
}

/// Answers the requests of one connection.
private final class RedirectHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let reception: LoopbackListener.Reception
    private var head: HTTPRequestHead?

    init(reception: LoopbackListener.Reception) {
        self.reception = reception
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            self.head = nil
            answer(head, context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard let attempt = reception.attempt.withLock(\.self), isForUs(head, context) else {
            return send(.notFound, .nothingHere, context)
        }
        guard head.method == .GET || head.method == .HEAD else { return send(.methodNotAllowed, .nothingHere, context) }
        let query = head.uri.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        guard let answer = RedirectAnswer(query: query) else { return send(.badRequest, .nothingHere, context) }
        if let problem = answer.problem(with: attempt) { return send(.badRequest, .refused(problem), context) }
        reception.continuation.yield(answer)
        send(.ok, .taken, context)
    }

    /// The root of this very address, asked for by its own name (against DNS rebinding).
    private func isForUs(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) -> Bool {
        guard let port = context.channel.localAddress?.port, head.uri == "/" || head.uri.hasPrefix("/?") else {
            return false
        }
        return ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"].contains(
            head.headers.first(name: "host") ?? "")
    }

    private func send(_ status: HTTPResponseStatus, _ page: AnswerPage, _ context: ChannelHandlerContext) {
        let body = page.html
        let headers: HTTPHeaders = [
            "Content-Type": "text/html; charset=utf-8", "Content-Length": String(body.utf8.count),
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        ]
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
    }
}
