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
            case _ where isEmpty: "\(host) sent an empty answer"
            case .truncated where arrived != nil: incomplete(host, arrived ?? 0)
            case .truncated: "\(host) sent an answer that is cut short"
            case .malformed: "what \(host) sent is not JSON"
            case .tooDeep: "\(host) sent an answer that is nested too deeply"
            case .tooLarge: "\(host) sent an answer that is too large"
            case .notAList:
                "what \(host) sent is not \(arrived == nil ? "what the Spaces API says" : "a list of spaces")"
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
            reason: arrived.map { incomplete(host, $0) } ?? "\(host) sent an answer that is cut short",
            advice: advice(for: .truncated, isEmpty: false, isList: arrived != nil),
            details: Details(status: status, cause: failure.cause), mayHaveHappened: true)
    }

    private static func incomplete(_ host: String, _ arrived: Int) -> String {
        "\(host) sent an incomplete list (\(grouped(arrived)) \(arrived == 1 ? "space" : "spaces") arrived)"
    }

    private static func advice(for fault: JSONFault, isEmpty: Bool, isList: Bool) -> String {
        let kept = isList ? "The list on the screen is kept. " : ""
        return fault == .truncated && !isEmpty ? kept + "Try again." : kept + "Check the address of the server."
    }

    /// A number with its thousands apart, whatever the locale.
    private static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }
}
