import NIOSSL
import SpacesModel

/// What is wrong with the certificate of a server.
enum CertificateFault: Equatable, Sendable {
    case expired, notYetValid
    /// It is made out for another name.
    case otherHost
    /// Nobody whom this computer trusts vouches for it.
    case unknownIssuer
}

extension SpacesFailure {
    /// The failure of a handshake (RFC 8446); no request has been sent by then.
    static func encryption(
        _ operation: Operation, _ error: NIOSSLError, _ details: Details, _ server: ServerConnection
    ) -> SpacesFailure {
        let text = String(describing: error)
        let host = server.address.authority
        switch error {
        case .handshakeFailed where text.contains("CERTIFICATE_VERIFY_FAILED"), .unableToValidateCertificate:
            return untrusted(operation, .unknownIssuer, details, server)
        case .handshakeFailed where text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST"):
            return make(
                operation, .unreachable, reason: "\(host) does not speak https at this port",
                advice: "Check the port, or write http:// where the server is on this computer.", details: details)
        case .uncleanShutdown, .shutdownFailed, .readInInvalidTLSState:
            return make(
                operation, .unreachable, reason: "\(host) closed the connection before it had answered",
                advice: "Try again.", details: details, mayHaveHappened: true)
        default:
            return make(
                operation, .untrusted, reason: "no encrypted connection to \(host) came about",
                advice: "Check the port and the encryption settings of the server.", details: details)
        }
    }

    /// The failure of a certificate, with the way out that fits it.
    static func untrusted(
        _ operation: Operation, _ fault: CertificateFault, _ details: Details, _ server: ServerConnection
    ) -> SpacesFailure {
        let host = server.address.authority
        let (reason, advice) =
            switch fault {
            case .expired:
                (
                    "the certificate of \(host) has expired",
                    "Have it renewed; --insecure goes on without any check, at your risk."
                )
            case .notYetValid:
                (
                    "the certificate of \(host) is not valid yet",
                    "Check the clock of this computer; --insecure goes on without any check, at your risk."
                )
            case .otherHost:
                (
                    "the certificate of \(host) is for another host",
                    "Check the address; --insecure goes on without any check, at your risk."
                )
            case .unknownIssuer:
                (
                    "the certificate of \(host) is not trusted",
                    "Name the certificate that vouches for it with --cacert FILE; --insecure goes on without any check, "
                        + "at your risk."
                )
            }
        return make(operation, .untrusted, reason: reason, advice: advice, details: details)
    }
}
