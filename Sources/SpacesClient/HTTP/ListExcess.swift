import Localization
import SpacesModel

/// In what a list, or another answer, goes beyond what is read of one.
enum ListExcess: Error, Equatable {
    case pages(Int)
    /// Where it goes on is no place to follow it to, for this reason.
    case link(String)
    case entries(Int)
    case size(Int)
    /// So few bytes come that it would never end.
    case rate
}

extension SpacesFailure {
    /// The failure of an answer that is not read to its end.
    static func beyond(
        _ excess: ListExcess, _ operation: Operation, _ server: ServerConnection, status: Int
    ) -> SpacesFailure {
        let host = server.address.authority
        let limits = server.network.listLimits
        let administrator = localized("Tell the administrator of the server.")
        func make(_ kind: Kind, _ reason: String, _ advice: String = administrator) -> SpacesFailure {
            .make(
                operation, kind, reason: reason, advice: advice, details: Details(status: status, cause: "\(excess)"),
                mayHaveHappened: true)
        }
        return switch excess {
        case .pages(let pages):
            make(.tooMuch, localized("\(host) sent \(grouped(pages)) pages of it, and says that there are more"))
        case .link(let reason):
            make(.tooMuch, localized("\(host) tells where the list goes on, and that \(reason)"))
        case .entries(let entries):
            make(.tooMuch, localized("\(host) sent more than \(grouped(entries)) entries"))
        case .size(let size):
            make(
                .tooMuch,
                localized(
                    "\(host) sent more than the \(ByteCount(Int64(size)).formatted()) that are read on this machine"),
                size < ListLimits.largest
                    ? localized("Start the program on a machine with more memory.") : administrator)
        case .rate:
            make(
                .timedOut,
                localized("\(host) sent fewer than \(limits.slowest) bytes a second for \(limits.patience.words)"),
                localized("Try again."))
        }
    }

    private static func grouped(_ number: Int) -> String { Localization.current.numbers.grouped(number) }
}
