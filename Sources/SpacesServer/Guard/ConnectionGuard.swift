import NIOCore

/// Guards a connection: how many its client has, and how long it may go without a request.
///
/// The first handler of a connection, before TLS: who says nothing at all is ended, too. While a request is open its
/// `RequestGuard` watches; each of them reports here.
final class ConnectionGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Tells the handlers of requests that the head of one did not come in time.
    struct HeadTimedOut {}

    private let limits: ConnectionLimits
    private let counts: ClientCounts
    /// Whether what is written here reaches the client as it is: not below TLS.
    private let isPlain: Bool
    /// Whom the connection is counted for; nil where it was refused.
    private var client: String?
    private var context: ChannelHandlerContext?
    private var openRequests = 0
    /// Whether bytes of the next head may have come.
    private var isInHead = true
    /// Whether several requests share the connection (HTTP/2): bytes between them are no head then.
    private var isShared = false
    private var deadline: Scheduled<Void>?

    init(limits: ConnectionLimits, counts: ClientCounts, isPlain: Bool) {
        self.limits = limits
        self.counts = counts
        self.isPlain = isPlain
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        let address = context.channel.remoteAddress?.ipAddress ?? ""
        guard counts.enter(address, limit: limits.perClient) else {
            refuse(context)
            return
        }
        client = address
        wait(limits.head)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if client == nil { return }
        if openRequests == 0, !isInHead, !isShared {
            isInHead = true
            wait(limits.head)
        }
        context.fireChannelRead(data)
    }

    /// A head has come; `isStream` where others can come beside it.
    func requestBegan(isStream: Bool) {
        isShared = isStream
        isInHead = false
        openRequests += 1
        deadline?.cancel()
    }

    /// A request has come whole, and so has its answer gone.
    func requestEnded() {
        openRequests -= 1
        if openRequests == 0 { wait(limits.idle) }
    }

    private func wait(_ time: TimeAmount) {
        deadline?.cancel()
        guard let context else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [weak self] in
            if let self { self.expire() }
        }
    }

    private func expire() {
        guard let context else { return }
        if isInHead { context.fireUserInboundEventTriggered(HeadTimedOut()) }
        // From the end of the pipeline, so that TLS says good-bye.
        context.channel.close(promise: nil)
    }

    private func leave() {
        deadline?.cancel()
        if let client { counts.leave(client) }
        client = nil
    }

    private func refuse(_ context: ChannelHandlerContext) {
        if isPlain {
            let sentence = "too many connections from your address\n"
            let answer = """
                HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 5\r
                Connection: close\r\nContent-Length: \(sentence.utf8.count)\r\n\r\n\(sentence)
                """
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
        }
        context.close(promise: nil)
    }
}
