import Localization
import AsyncHTTPClient
import Foundation
import NIOCore

/// Looks at the certificate of a server: to say what is wrong with it, or to ask a person whether to trust it from now on.
///
/// The connection is made as for a request, by the same way, and is given up when the handshake is over: nothing is sent.
package enum CertificateInspection {
    /// The certificate that the server shows now; whether anybody vouches for it is not checked.
    ///
    /// To trust it on first use, show it to the person, and when they agree keep its `pin` among `NetworkSettings.pins`.
    /// Throws where no encrypted connection comes about.
    package static func certificate(
        of address: ServerAddress, _ network: NetworkSettings
    ) async throws(SpacesFailure) -> ServerCertificate {
        switch try await look(at: address, network, .showUnchecked) {
        case .success(let certificate): return certificate
        case .failure(let error):
            throw .transport(.certificate, error, to: ServerConnection(withoutCredentialsTo: address, network: network))
        }
    }

    /// The certificate that the server shows now, and what these settings say to it. Nothing is sent.
    ///
    /// Throws where no encrypted connection comes about for other reasons.
    package static func verdict(
        on address: ServerAddress, _ network: NetworkSettings
    ) async throws(SpacesFailure) -> (certificate: ServerCertificate, verdict: CertificateVerdict) {
        let connection = ServerConnection(withoutCredentialsTo: address, network: network)
        switch try await look(at: address, network, .showChecked) {
        case .success(let certificate):
            let pins = network.pins(for: address)
            if pins.isEmpty || pins.contains(certificate.pin) { return (certificate, .trusted) }
            let failure = SpacesFailure.untrusted(.certificate, .otherKey(certificate.pin), .init(), connection)
            return (certificate, .changed(from: pins, failure))
        case .failure(let error):
            guard SpacesFailure.isRefusedCertificate(error) else {
                throw .transport(.certificate, error, to: connection)
            }
            let certificate = try await certificate(of: address, network)
            let fault = CertificateFault(error, certificate, now: Date())
            let failure = SpacesFailure.untrusted(.certificate, fault, .init(), connection)
            return (certificate, .unknown(reason: fault.words(connection).reason, failure))
        }
    }

    private static func look(
        at address: ServerAddress, _ network: NetworkSettings, _ purpose: ConnectionPurpose
    ) async throws(SpacesFailure) -> Result<ServerCertificate, any Error> {
        guard address.isEncrypted else {
            throw .make(
                .certificate, .refused, reason: localized("nothing encrypts the connection to \(address.authority)"),
                advice: localized("Use https://."))
        }
        let client: HTTPClient
        do throws(ConnectionProblem) {
            client = try network.makeClient(to: address, for: purpose)
        } catch {
            throw .make(.certificate, .refused, reason: error.sentence, advice: "")
        }
        let exchange = network.trace?.beginHandshake(with: address.origin)
        let seen = await look(at: address, client, TimeAmount(network.timeLimits.connect))
        switch seen {
        case .success(let certificate): exchange?.saw(certificate.pin)
        case .failure(let error): exchange?.failed(error)
        }
        // Every connection was given up already.
        _ = await Task { try await client.shutdown() }.result
        return seen
    }

    private static func look(
        at address: ServerAddress, _ client: HTTPClient, _ limit: TimeAmount
    ) async -> Result<ServerCertificate, any Error> {
        do {
            _ = try await client.execute(HTTPClientRequest(url: address.origin), timeout: limit)
            return .failure(HTTPClientError.cancelled)
        } catch let seen as SeenCertificate {
            return ServerCertificate(seen).map { .success($0) } ?? .failure(seen)
        } catch {
            return .failure(error)
        }
    }
}

/// What settings say to the certificate of a server.
package enum CertificateVerdict: Sendable {
    /// Requests are sent.
    case trusted
    /// Nobody who is trusted vouches for it, or not at this time or by this name: why, to go on after a colon, and how a
    /// request would fail.
    case unknown(reason: String, SpacesFailure)
    /// It has none of the keys that were trusted before.
    case changed(from: [KeyPin], SpacesFailure)
}

/// What connections of a client are for.
enum ConnectionPurpose {
    case requests
    /// A stream that may be silent for as long as nothing happens.
    case events
    /// Each is given up once the certificate was seen, before anything is sent; whoever it is from.
    case showUnchecked
    /// The same, where somebody vouches for the certificate.
    case showChecked
}
