import Foundation
import NIOCore
import NIOPosix
import SpacesModel

extension SpacesFailure {
    /// The failure to connect: to which of the addresses of a name, and why.
    static func connection(
        _ error: NIOConnectionError, _ unreachable: (String) -> SpacesFailure, _ server: ServerConnection
    ) -> SpacesFailure {
        let host = server.address.authority
        guard let first = error.connectionErrors.first else {
            return unreachable("no computer named \(server.address.host) is known (DNS)")
        }
        let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
        // Where one address refuses and another cannot be reached, the refusal says more.
        if codes.contains(ECONNREFUSED) { return unreachable("\(host) refuses the connection: nothing listens there") }
        if let code = codes.first { return unreachable("there is no way to \(host) (\(code.errorWords))") }
        if case .connectTimeout? = first.error as? ChannelError {
            return unreachable("\(host) did not take the connection within \(server.timeLimits.connect.words)")
        }
        return unreachable("there is no way to \(host)")
    }
}

extension CInt {
    /// The error number of a system call in words that do not depend on the locale.
    var errorWords: String {
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
