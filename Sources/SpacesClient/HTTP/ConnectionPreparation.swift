import Localization
import NIOCore
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes a new connection ready for its first request: checks the key of the server, and lets the system notice when the
/// other side is gone.
///
/// The HTTP client calls this when the handshake is over and before it sends any request, so that credentials never reach a
/// server with another key. Everything is done at once, on the connection's event loop: a connection that ended while it is
/// being prepared would be unknown to the pool.
struct ConnectionPreparation: Sendable {
    enum Check: Sendable {
        case nothing
        /// The server must have one of these keys.
        case pins([KeyPin])
        /// The certificate is wanted and nothing else.
        case show
    }

    let check: Check
    let isEncrypted: Bool
    /// How long the other side may leave what was sent unconfirmed.
    let silence: Duration

    func prepare(_ channel: any Channel) -> EventLoopFuture<Void> {
        do {
            try noticeSilence(channel)
            try checkKey(channel)
            return channel.eventLoop.makeSucceededVoidFuture()
        } catch {
            channel.eventLoop.execute { channel.close(promise: nil) }
            return channel.eventLoop.makeFailedFuture(error)
        }
    }

    private func checkKey(_ channel: any Channel) throws {
        guard isEncrypted else { return }
        if case .nothing = check { return }
        guard let certificate = try channel.pipeline.syncOperations.nioSSL_peerCertificate() else {
            throw NIOSSLError.noCertificateToValidate
        }
        let key = KeyPin(key: try certificate.extractPublicKey().toSPKIBytes())
        if case .pins(let pins) = check, pins.contains(key) { return }
        throw SeenCertificate(key: key, bytes: try certificate.toDERBytes())
    }

    /// Asks the system to end a connection whose other side has gone without a word, as after a pulled cable.
    ///
    /// The system's own timers do it, so that nothing wakes this program meanwhile.
    private func noticeSilence(_ channel: any Channel) throws {
        guard let options = channel.syncOptions else { return }
        try options.setOption(.socketOption(.so_keepalive), value: 1)
        #if os(Linux)
            let milliseconds = max(1, Int(silence / .milliseconds(1)))
            let tcp: [(CInt, Int)] = [
                (TCP_KEEPIDLE, 10), (TCP_KEEPINTVL, 5), (TCP_KEEPCNT, 3), (TCP_USER_TIMEOUT, milliseconds),
            ]
            for (name, value) in tcp {
                let option = ChannelOptions.Types.SocketOption(
                    level: .init(rawValue: CInt(IPPROTO_TCP)), name: .init(rawValue: name))
                try options.setOption(option, value: .init(value))
            }
        #endif
    }
}

/// Ends a connection whose certificate was to be seen, or whose key is not the right one.
struct SeenCertificate: Error, CustomStringConvertible {
    let key: KeyPin
    /// In DER.
    let bytes: [UInt8]

    var description: String { localized("the server has the key \(key)") }
}
