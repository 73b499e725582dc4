import Foundation
import NIOCore
import NIOPosix
import SpacesModel

extension SpacesFailure {
    /// The failure to connect: to which of the addresses of a name, and why.
    static func connection(
        _ error: NIOConnectionError, _ unreachable: (String) -> SpacesFailure, _ server: ServerConnection
    ) -> SpacesFailure {
        let host = server.firstHop
        guard let first = error.connectionErrors.first else {
            return unreachable(
                host == server.address.authority
                    ? "no computer named \(server.address.host) is known (DNS)"
                    : "\(host) is no known computer (DNS)")
        }
        let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
        // Where one address refuses and another cannot be reached, the refusal says more.
        if let code = codes.first(where: { $0 == ECONNREFUSED }) ?? codes.first {
            return unreachable(code.failedToConnect(to: host))
        }
        if case .connectTimeout? = first.error as? ChannelError {
            return unreachable("\(host) did not take the connection within \(server.network.timeLimits.connect.words)")
        }
        return unreachable("there is no way to \(host)")
    }

    /// The failure of a system call: on the way to a connection, or on one that stood.
    static func system(
        _ code: CInt, _ operation: Operation, _ unreachable: (String) -> SpacesFailure, _ details: Details,
        _ server: ServerConnection
    ) -> SpacesFailure {
        let host = server.firstHop
        if [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ENETDOWN, EACCES, EPERM, EMFILE, ENFILE].contains(code) {
            return unreachable(code.failedToConnect(to: host))
        }
        return make(
            operation, .unreachable, reason: "the connection to \(host) was lost (\(code.errorWords))",
            advice: "Try again.", details: details, mayHaveHappened: true)
    }
}

extension CInt {
    /// Why this error number keeps a connection from coming about.
    fileprivate func failedToConnect(to host: String) -> String {
        self == ECONNREFUSED
            ? "\(host) refuses the connection: nothing listens there" : "there is no way to \(host) (\(errorWords))"
    }

    /// The error number of a system call in words that do not depend on the locale.
    fileprivate var errorWords: String {
        switch self {
        case ECONNRESET: "reset by the other side"
        case EPIPE: "closed by the other side"
        case ECONNREFUSED: "refused"
        case ETIMEDOUT: "timed out"
        case EHOSTUNREACH: "host unreachable"
        case ENETUNREACH, ENETDOWN: "network unreachable"
        case EACCES, EPERM: "forbidden on this computer"
        case EMFILE, ENFILE: "too many open files"
        default: "system error \(self)"
        }
    }
}

extension Duration {
    /// The time for a sentence: `5 s`, `0.3 s`.
    var words: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}
