import Localization
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
                    ? localized("no computer named \(server.address.host) is known (DNS)")
                    : localized("\(host) is no known computer (DNS)"))
        }
        let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
        // Where one address refuses and another cannot be reached, the refusal says more.
        if let code = codes.first(where: { $0 == ECONNREFUSED }) ?? codes.first {
            return unreachable(code.failedToConnect(to: host))
        }
        if case .connectTimeout? = first.error as? ChannelError {
            return unreachable(
                localized("\(host) did not take the connection within \(server.network.timeLimits.connect.words)"))
        }
        return unreachable(localized("there is no way to \(host)"))
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
            operation, .unreachable, reason: localized("the connection to \(host) was lost (\(code.errorWords))"),
            advice: localized("Try again."), details: details, mayHaveHappened: true)
    }
}

extension CInt {
    /// Why this error number keeps a connection from coming about.
    fileprivate func failedToConnect(to host: String) -> String {
        self == ECONNREFUSED
            ? localized("\(host) refuses the connection: nothing listens there")
            : localized("there is no way to \(host) (\(errorWords))")
    }

    /// The error number of a system call in words that do not depend on the locale.
    fileprivate var errorWords: String {
        switch self {
        case ECONNRESET: localized("reset by the other side")
        case EPIPE: localized("closed by the other side")
        case ECONNREFUSED: localized("refused")
        case ETIMEDOUT: localized("timed out")
        case EHOSTUNREACH: localized("host unreachable")
        case ENETUNREACH, ENETDOWN: localized("network unreachable")
        case EACCES, EPERM: localized("forbidden on this computer")
        case EMFILE, ENFILE: localized("too many open files")
        default: localized("system error \(self)")
        }
    }
}

extension Duration {
    /// The time for a sentence: `5 s`, `0.3 s`.
    var words: String {
        let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
        return tenths % 10 == 0
            ? "\(tenths / 10) s" : "\(tenths / 10)\(Localization.current.numbers.decimal)\(tenths % 10) s"
    }
}
