import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Looks at the certificate of a server that was not accepted, to say what is wrong with it.
///
/// The encryption library only says "not verified". Nothing is sent here, and the connection is given up before the
/// handshake is over.
enum CertificateInspection {
    /// What is wrong, or `nil` when it could not be looked at.
    static func fault(of address: ServerAddress, within limit: Duration, now: Date = Date()) async -> CertificateFault?
    {
        let eventLoop = MultiThreadedEventLoopGroup.singleton.any()
        let found = eventLoop.makePromise(of: CertificateFault?.self)
        // Whatever happens, the question has an answer when the time is up; of several answers the first counts.
        let end = eventLoop.scheduleTask(in: TimeAmount(limit)) { found.succeed(nil) }
        ClientBootstrap(group: eventLoop)
            .connectTimeout(TimeAmount(limit))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(handler(for: address, found, now))
                }
            }
            .connect(host: address.bareHost, port: address.port ?? 443)
            .whenComplete { result in
                switch result {
                case .success(let channel):
                    channel.closeFuture.whenComplete { _ in found.succeed(nil) }
                    found.futureResult.whenComplete { _ in channel.close(promise: nil) }
                case .failure: found.succeed(nil)
                }
            }
        defer { end.cancel() }
        do {
            return try await found.futureResult.get()
        } catch {
            return nil
        }
    }

    private static func handler(
        for address: ServerAddress, _ found: EventLoopPromise<CertificateFault?>, _ now: Date
    ) throws -> NIOSSLClientHandler {
        let context = try NIOSSLContext(configuration: .makeClientConfiguration())
        return try NIOSSLClientHandler(
            context: context, serverHostname: address.isIPAddress ? nil : address.host,
            customVerificationCallback: { certificates, verdict in
                found.succeed(certificates.first.flatMap { fault(in: $0, now) })
                verdict.succeed(.failed)
            })
    }

    private static func fault(in certificate: NIOSSLCertificate, _ now: Date) -> CertificateFault {
        let seconds = Int(now.timeIntervalSince1970)
        if certificate.notValidAfter < seconds { return .expired }
        return certificate.notValidBefore > seconds ? .notYetValid : .unknownIssuer
    }
}

extension ServerAddress {
    /// The host without the brackets of an IPv6 address.
    fileprivate var bareHost: String { host.first == "[" ? String(host.dropFirst().dropLast()) : host }

    /// True for a host that is no name, which a handshake then does not name (RFC 6066 §3).
    fileprivate var isIPAddress: Bool {
        host.first == "[" || host.allSatisfy { $0 == "." || $0.isNumber }
    }
}
