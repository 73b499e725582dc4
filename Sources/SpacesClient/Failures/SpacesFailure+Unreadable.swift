import Localization
import AsyncHTTPClient
import SpacesModel

extension SpacesFailure {
    /// The failure of an answer that is not what the API says; `arrived` is how many spaces of a list had been read.
    static func unreadable(
        _ operation: Operation, _ fault: JSONFault, by server: ServerConnection, status: Int, isEmpty: Bool = false,
        arrived: Int? = nil
    ) -> SpacesFailure {
        let host = server.address.authority
        let reason =
            switch fault {
            case _ where isEmpty: localized("\(host) sent an empty answer")
            case .truncated where arrived != nil: incomplete(host, arrived ?? 0)
            case .truncated: localized("\(host) sent an answer that is cut short")
            case .malformed: localized("what \(host) sent is not JSON")
            case .tooDeep: localized("\(host) sent an answer that is nested too deeply")
            case .tooLarge: localized("\(host) sent an answer that is too large")
            case .notAList:
                arrived == nil
                    ? localized("what \(host) sent is not what the Spaces API says")
                    : localized("what \(host) sent is not a list of spaces")
            }
        return make(
            operation, .badAnswer, reason: reason, advice: advice(for: fault, isEmpty: isEmpty, isList: arrived != nil),
            details: Details(status: status, cause: "\(fault)"), mayHaveHappened: true)
    }

    /// The failure of an answer that began and did not end.
    static func interrupted(
        _ operation: Operation, _ error: any Error, to server: ServerConnection, status: Int, arrived: Int? = nil
    ) -> SpacesFailure {
        let failure = transport(operation, error, to: server)
        if failure.kind == .cancelled || failure.kind == .timedOut { return failure }
        let host = server.address.authority
        return make(
            operation, .badAnswer,
            reason: arrived.map { incomplete(host, $0) } ?? localized("\(host) sent an answer that is cut short"),
            advice: advice(for: .truncated, isEmpty: false, isList: arrived != nil),
            details: Details(status: status, cause: failure.cause), mayHaveHappened: true)
    }

    private static func incomplete(_ host: String, _ arrived: Int) -> String {
        localized("\(host) sent an incomplete list (\(counted(arrived, "space", "spaces")) arrived)")
    }

    private static func advice(for fault: JSONFault, isEmpty: Bool, isList: Bool) -> String {
        let advice =
            fault == .truncated && !isEmpty ? localized("Try again.") : localized("Check the address of the server.")
        return isList ? localized("The list on the screen is kept.") + " " + advice : advice
    }
}
