import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL

/// The connections of a kind, each guarded from its first byte on.
struct GuardedChannel<Base: ServerChildChannel>: ServerChildChannel {
    typealias Value = Base.Value

    let base: Base
    let makeGuard: @Sendable () -> ConnectionGuard

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        do {
            try channel.pipeline.syncOperations.addHandler(makeGuard())
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        return base.setup(channel: channel, logger: logger)
    }

    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 in the clear; with a certificate HTTP/2 for those who ask for it in the handshake (ALPN), else HTTP/1.1.
    static func guarded(by limits: ConnectionLimits, tls: TLSConfiguration? = nil) -> HTTPServerBuilder {
        let counts = ClientCounts()
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        decoder.maxHeaderFieldSize = limits.headBytes
        decoder.maxHeaderListSize = limits.headBytes
        let requests = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestGuard(limits: limits)], httpDecoderConfiguration: decoder)
        return HTTPServerBuilder { responder in
            guard let tls else {
                return GuardedChannel(base: HTTP1Channel(responder: responder, configuration: requests)) {
                    ConnectionGuard(limits: limits, counts: counts, isPlain: true)
                }
            }
            let upgrade = try HTTP2UpgradeChannel(
                tlsConfiguration: tls, configuration: .init(streamConfiguration: requests), responder: responder)
            return GuardedChannel(base: upgrade) {
                ConnectionGuard(limits: limits, counts: counts, isPlain: false)
            }
        }
    }
}
