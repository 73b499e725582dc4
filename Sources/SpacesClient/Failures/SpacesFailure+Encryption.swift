import Localization
import Foundation
import NIOSSL
import SpacesModel

/// What is wrong with the certificate of a server.
enum CertificateFault: Equatable, Sendable {
    /// Since or until when, and what the clock of this computer says.
    case expired(Date, now: Date)
    case notYetValid(Date, now: Date)
    /// It is made out for another name.
    case otherHost
    /// Nobody whom this computer trusts vouches for it.
    case unknownIssuer
    /// It has another key than the pinned one.
    case otherKey(KeyPin)

    /// What is wrong with a certificate that was refused with this error, which says no more than that it was.
    init(_ error: any Error, _ certificate: ServerCertificate, now: Date) {
        self = certificate.fault(at: now) ?? (error is NIOSSLExtraError ? .otherHost : .unknownIssuer)
    }

    /// The reason, to go on after a colon, and the way out that fits it.
    func words(_ server: ServerConnection) -> (reason: String, advice: String) {
        let host = server.address.authority
        let trust = server.network.trustCommand ?? "spaces trust --server \(server.address)"
        return switch self {
        case .expired(let date, let now):
            (
                localized(
                    """
                    the certificate of \(host) has expired on \(date.day), or the clock of this computer is wrong: \
                    it says \(now.day)
                    """),
                localized("Have it renewed; \(trust), or --pin, trusts its key all the same.")
            )
        case .notYetValid(let date, let now):
            (
                localized(
                    """
                    the certificate of \(host) is not valid before \(date.day), or the clock of this computer is wrong: \
                    it says \(now.day)
                    """),
                localized("Check the clock; \(trust), or --pin, trusts its key all the same.")
            )
        case .otherHost:
            (
                localized("the certificate of \(host) is for another host"),
                localized("Check the address; \(trust), or --pin, trusts its key all the same.")
            )
        case .unknownIssuer:
            (
                localized("the certificate of \(host) is not trusted"),
                localized(
                    """
                    To see it and trust its key: \(trust), or --pin HASH. Or name the certificate that vouches for it \
                    with --cacert FILE; --insecure goes on without any check, at your risk.
                    """)
            )
        case .otherKey(let key):
            (
                localized(
                    """
                    the key of \(host) changed, or someone is in between: it is \(key), and trusted is \
                    \(server.network.pins(for: server.address).map(\.description).joined(separator: " \(localized("or")) "))
                    """),
                localized(
                    """
                    Nothing was sent. Ask its administrator by another way whether the new key is right; \(trust) says \
                    what to do then.
                    """)
            )
        }
    }
}

extension SpacesFailure {
    /// The failure of a handshake (RFC 8446); no request has been sent by then.
    static func encryption(
        _ operation: Operation, _ error: NIOSSLError, _ details: Details, _ server: ServerConnection
    ) -> SpacesFailure {
        let text = String(describing: error)
        let host = server.address.authority
        if let failure = refusedClient(operation, text, details, server) { return failure }
        switch error {
        case .handshakeFailed where text.contains("CERTIFICATE_VERIFY_FAILED"), .unableToValidateCertificate:
            return untrusted(operation, .unknownIssuer, details, server)
        case .handshakeFailed where text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST"):
            return make(
                operation, .unreachable, reason: localized("\(host) does not speak https at this port"),
                advice: localized("Check the port, or write http:// where the server is on this computer."),
                details: details)
        case .uncleanShutdown, .shutdownFailed, .readInInvalidTLSState:
            return make(
                operation, .unreachable, reason: localized("\(host) closed the connection before it had answered"),
                advice: localized("Try again."), details: details, mayHaveHappened: true)
        default:
            return make(
                operation, .untrusted, reason: localized("no encrypted connection to \(host) came about"),
                advice: localized("Check the port and the encryption settings of the server."), details: details)
        }
    }

    /// The failure of a connection that ended by an alert after the handshake, as a refused client certificate does in
    /// TLS 1.3.
    static func alert(
        _ operation: Operation, _ error: BoringSSLError, _ details: Details, _ server: ServerConnection
    ) -> SpacesFailure {
        refusedClient(operation, String(describing: error), details, server)
            ?? make(
                operation, .unreachable,
                reason: localized("the encrypted connection to \(server.address.authority) broke"),
                advice: localized("Try again."), details: details, mayHaveHappened: true)
    }

    /// The failure of a server that wants a client certificate, or another one; `nil` for other alerts (RFC 8446 §6.2).
    private static func refusedClient(
        _ operation: Operation, _ text: String, _ details: Details, _ server: ServerConnection
    ) -> SpacesFailure? {
        let host = server.address.authority
        let alerts = [
            "CERTIFICATE_REQUIRED", "BAD_CERTIFICATE", "CERTIFICATE_UNKNOWN", "ALERT_UNKNOWN_CA",
            "CERTIFICATE_EXPIRED", "CERTIFICATE_REVOKED", "ALERT_ACCESS_DENIED", "ALERT_HANDSHAKE_FAILURE",
        ]
        guard text.contains("ALERT"), alerts.contains(where: text.contains) else { return nil }
        if server.network.clientCertificate == nil {
            return make(
                operation, .untrusted, reason: localized("\(host) wants a client certificate, or other encryption"),
                advice: localized("Name yours with --client-cert FILE and --client-key FILE."), details: details)
        }
        return make(
            operation, .untrusted, reason: localized("\(host) does not accept the client certificate"),
            advice: localized("Check that it has not expired and is made for this server."), details: details)
    }

    /// The failure of a certificate, with the way out that fits it.
    static func untrusted(
        _ operation: Operation, _ fault: CertificateFault, _ details: Details, _ server: ServerConnection
    ) -> SpacesFailure {
        let (reason, advice) = fault.words(server)
        return make(
            operation, .untrusted, reason: reason, advice: server.network.unknownKeyProblem ?? advice, details: details)
    }

    /// The failure of an attempt to reach a server; a certificate that was not accepted is looked at once more, because the
    /// encryption library says no more than "not verified".
    static func explained(
        _ operation: Operation, _ error: any Error, to server: ServerConnection
    ) async -> SpacesFailure {
        let failure = transport(operation, error, to: server)
        guard isRefusedCertificate(error), error is NIOSSLError else { return failure }
        do throws(SpacesFailure) {
            let certificate = try await CertificateInspection.certificate(of: server.address, server.network)
            let fault = CertificateFault(error, certificate, now: Date())
            return untrusted(operation, fault, Details(cause: failure.cause), server)
        } catch {
            return failure
        }
    }

    /// True when it was this side that gave the connection up, because of what the other showed.
    static func isRefusedCertificate(_ error: any Error) -> Bool {
        if case .unableToValidateCertificate? = error as? NIOSSLError { return true }
        return error is NIOSSLExtraError
            || (error is NIOSSLError && String(describing: error).contains("CERTIFICATE_VERIFY_FAILED"))
    }
}

extension Date {
    /// The day in UTC, whatever the locale: `2026-11-23`.
    fileprivate var day: String { formatted(.iso8601.year().month().day()) }
}
