import Localization
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import SpacesModel

extension SpacesFailure {
    /// The failure that an error of the network, the encryption or HTTP means.
    static func transport(
        _ operation: Operation, _ error: any Error, to server: ServerConnection
    ) -> SpacesFailure {
        let host = server.address.authority
        let first = server.firstHop
        let details = Details(cause: String(String(describing: error).prefix(500)))
        func make(_ kind: Kind, _ reason: String, _ advice: String, sent: Bool = true) -> SpacesFailure {
            .make(operation, kind, reason: reason, advice: advice, details: details, mayHaveHappened: sent)
        }
        func unreachable(_ reason: String) -> SpacesFailure {
            make(.unreachable, reason, localized("Check the address and the network."), sent: false)
        }

        switch error {
        case _ where Task.isCancelled, is CancellationError:
            return make(.cancelled, localized("cancelled"), "")
        case let error as HTTPClientError:
            switch error {
            case .cancelled:
                return make(.cancelled, localized("cancelled"), "")
            case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout,
                .socksHandshakeTimeout:
                return unreachable(
                    localized("\(first) did not take the connection within \(server.network.timeLimits.connect.words)"))
            case .proxyAuthenticationRequired:
                return make(
                    .unreachable, localized("\(first) wants a name and a password, or others"),
                    localized("Write them into the proxy's address: http://name:password@host:port."), sent: false)
            case .invalidProxyResponse:
                return make(
                    .unreachable, localized("\(first) does not connect to \(host)"),
                    localized("Check the proxy, or name the server in NO_PROXY."), sent: false)
            case .deadlineExceeded:
                return make(
                    .timedOut, localized("\(host) did not answer within \(server.network.timeLimits.firstByte.words)"),
                    localized("Try again."))
            case .readTimeout, .writeTimeout:
                return make(
                    .timedOut, localized("\(host) stopped sending for \(server.network.timeLimits.idle.words)"),
                    localized("Try again."))
            case .remoteConnectionClosed, .requestStreamCancelled:
                return make(
                    .unreachable, localized("\(host) closed the connection before it had answered"),
                    localized("Try again."))
            case .alreadyShutdown:
                return make(.cancelled, localized("the program is closing its connections"), "", sent: false)
            default:
                return make(
                    .badAnswer, localized("\(host) does not speak HTTP as expected"),
                    localized("Check the address of the server."))
            }
        case let error as NIOConnectionError: return connection(error, unreachable, server)
        case let error as IOError: return system(error.errnoCode, operation, unreachable, details, server)
        case let error as SeenCertificate:
            return untrusted(operation, .otherKey(error.key), details, server)
        case let error as BoringSSLError: return alert(operation, error, details, server)
        case let error as NIOSSLError: return encryption(operation, error, details, server)
        case is NIOSSLExtraError: return untrusted(operation, .otherHost, details, server)
        case is HTTPParserError, is NIOHTTPDecoderError:
            return make(
                .badAnswer, localized("what \(host) sends is not HTTP"),
                localized("Check the address and the port of the server."))
        default:
            return make(.unreachable, localized("the connection to \(host) failed"), localized("Try again."))
        }
    }
}
