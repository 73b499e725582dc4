import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Guards one request after the other of a connection, or the one of a stream of HTTP/2: that it names a host, that its
/// body comes, and that its answer is taken.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// The body of a request did not come in time; what reads the body gets it.
    struct BodyTimedOut: Error {}

    private static let host = HTTPField.Name("Host")

    private let limits: ConnectionLimits
    private var context: ChannelHandlerContext?
    private var connection: ConnectionGuard?
    private var isStream = false

    /// Requests whose answers have not gone, the next one first: whether the connection ends with its answer.
    private var unanswered: [Bool] = []
    /// Whether a request has begun to come and has not come whole.
    private var isIncomplete = false
    /// Whether the connection was told of an open request.
    private var isOpen = false
    /// Nothing that still comes is a request.
    private var isClosing = false
    private var bodyBytes = 0
    private var pendingWrites = 0
    private var bodyDeadline: Scheduled<Void>?
    private var readerDeadline: Scheduled<Void>?
    private var lastDeadline: Scheduled<Void>?

    init(limits: ConnectionLimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        // The parent of a stream is its connection, that of a connection the listening socket, which has none.
        let parent = context.channel.parent.flatMap { $0.parent == nil ? nil : $0 }
        isStream = parent != nil
        let pipeline = (parent ?? context.channel).pipeline.syncOperations
        switch Result(catching: { try pipeline.handler(type: ConnectionGuard.self) }) {
        case .success(let handler): connection = handler
        // Without one, nobody counts.
        case .failure: connection = nil
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        for deadline in [bodyDeadline, readerDeadline, lastDeadline] { deadline?.cancel() }
        // A stream that broke off leaves its connection to the others.
        if isOpen { connection?.requestEnded() }
        connection = nil
        self.context = nil
    }

    // MARK: What comes

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isClosing { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            let hosts = (head.authority == nil ? 0 : 1) + (Self.host.map { head.headerFields[values: $0].count } ?? 0)
            // HTTP/2 may name it twice: as part of the address, too (RFC 9113 §8.3.1).
            guard hosts == 1 || (isStream && hosts == 2) else {
                refuse(.badRequest, "a request names one host (RFC 9112 §3.2)")
                return
            }
            // The decoder reads nothing behind a request for another protocol, and this server has none to offer.
            let options = head.headerFields[.connection]?.lowercased() ?? ""
            unanswered.append(options.contains("close") || options.contains("upgrade"))
            (isIncomplete, bodyBytes) = (true, 0)
            waitForBody()
            tellConnection()
        case .body(let bytes): bodyBytes += bytes.readableBytes
        case .end:
            isIncomplete = false
            lastDeadline?.cancel()
            bodyDeadline?.cancel()
            tellConnection()
        }
        context.fireChannelRead(data)
    }

    private func tellConnection() {
        let wasOpen = isOpen
        isOpen = isIncomplete || !unanswered.isEmpty
        if isOpen, !wasOpen { connection?.requestBegan(isStream: isStream) }
        if wasOpen, !isOpen { connection?.requestEnded() }
    }

    private func waitForBody() {
        bodyDeadline = schedule(limits.bodyPeriod, replacing: bodyDeadline) { guardian in
            let isSlow = guardian.bodyBytes < guardian.limits.bodyBytes
            guardian.bodyBytes = 0
            if !isSlow {
                guardian.waitForBody()
            } else if !guardian.unanswered.isEmpty {
                guardian.context?.fireErrorCaught(BodyTimedOut())
            } else {
                guardian.context?.close(promise: nil)
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, !isOpen else {
            context.fireErrorCaught(error)
            return
        }
        if isClosing { return }
        if case .headerOverflow = error {
            let status = HTTPResponse.Status(code: 431, reasonPhrase: "Request Header Fields Too Large")
            refuse(status, "the head of a request has \(limits.headBytes) bytes at most")
        } else {
            refuse(.badRequest, "this is no request of HTTP/1.1: \(error)")
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ConnectionGuard.HeadTimedOut, !isOpen, !isClosing {
            refuse(.requestTimeout, "the head of the request did not come in time")
        }
        context.fireUserInboundEventTriggered(event)
    }

    // MARK: What goes

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        var (data, isEnd) = (data, false)
        switch unwrapOutboundIn(data) {
        case .head(var head) where isStream:
            // HTTP/2 has no such header (RFC 9113 §8.2.2).
            head.headerFields[.connection] = nil
            data = wrapOutboundOut(.head(head))
        case .head(let head):
            if !unanswered.isEmpty, head.headerFields[.connection]?.lowercased() == "close" { unanswered[0] = true }
        case .body: break
        case .end: isEnd = true
        }
        let written = promise ?? context.eventLoop.makePromise()
        pendingWrites += 1
        waitForReader()
        written.futureResult.assumeIsolated().whenComplete { [weak self] _ in
            if let self { self.wrote() }
        }
        context.write(data, promise: written)
        if isEnd { answered() }
    }

    private func wrote() {
        pendingWrites -= 1
        if pendingWrites == 0 { readerDeadline?.cancel() } else { waitForReader() }
    }

    private func waitForReader() {
        readerDeadline = schedule(limits.reader, replacing: readerDeadline) { $0.context?.close(promise: nil) }
    }

    private func answered() {
        // An answer that nobody asked for is one to bytes that are no request.
        let isLast = unanswered.isEmpty ? true : unanswered.removeFirst()
        if isLast {
            closeOutput()
        } else if isIncomplete, unanswered.isEmpty {
            lastDeadline = schedule(limits.bodyPeriod, replacing: lastDeadline) { $0.context?.close(promise: nil) }
        }
        tellConnection()
    }

    /// Says that nothing more will come, and lets the client read what came: to close at once would tear the connection while
    /// bytes of the client are on their way.
    private func closeOutput() {
        guard let context, !isStream else { return }
        isClosing = true
        context.flush()
        context.close(mode: .output, promise: nil)
        lastDeadline = schedule(limits.head, replacing: lastDeadline) { $0.context?.close(promise: nil) }
    }

    /// Answers in the place of the server, in a sentence; nothing that follows on the connection is read.
    private func refuse(_ status: HTTPResponse.Status, _ sentence: String) {
        guard let context, !isClosing else { return }
        isClosing = true
        if !unanswered.isEmpty {
            // The answers before come first; the framework then answers this one.
            context.fireErrorCaught(HTTPParserError.unknown)
            return
        }
        let body = ByteBuffer(string: sentence + "\n")
        var head = HTTPResponse(status: status)
        head.headerFields[.contentType] = "text/plain; charset=utf-8"
        head.headerFields[.contentLength] = String(body.readableBytes)
        if !isStream { head.headerFields[.connection] = "close" }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        closeOutput()
    }

    private func schedule(
        _ time: TimeAmount, replacing old: Scheduled<Void>?, _ action: @escaping (RequestGuard) -> Void
    ) -> Scheduled<Void>? {
        old?.cancel()
        return context?.eventLoop.assumeIsolated().scheduleTask(in: time) { [weak self] in
            if let self { action(self) }
        }
    }
}
