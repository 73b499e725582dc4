import Localization
import SpacesModel

extension SpacesFailure {
    /// Builds a failure whose sentence says what was tried, why it failed and what to do.
    ///
    /// `reason` goes on after a colon, `advice` is a sentence of its own, and `details` come from the answer.
    static func make(
        _ operation: Operation, _ kind: Kind, reason: String, advice: String, details: Details = Details(),
        mayHaveHappened: Bool = false
    ) -> SpacesFailure {
        let isUncertain = mayHaveHappened && operation.isWrite
        let word = [details.status.map(String.init), details.code].compactMap(\.self).joined(separator: " ")
        var failure = SpacesFailure(
            kind: kind, sentence: "", status: details.status, code: details.code, message: details.message,
            requestID: details.requestID, cause: details.cause ?? reason)
        failure.operation = operation
        failure.isUncertain = isUncertain
        let why = reason + (word.isEmpty ? "" : " (\(word))") + "."
        failure.reason = why
        failure.explanation = why + (advice.isEmpty ? "" : " \(advice)")
        failure.uncertainExplanation = why + " " + localized("Look again before repeating it.")
        failure.rebuildSentence()
        return failure
    }

    /// The same failure with the name of the space in its sentence, for callers that know more than the id.
    package func naming(_ name: String) -> SpacesFailure {
        var failure = self
        failure.operation = operation?.named(name)
        failure.rebuildSentence()
        return failure
    }

    /// Makes the sentence anew from what was tried and why it failed.
    mutating func rebuildSentence() {
        guard let operation, let explanation = isUncertain ? uncertainExplanation : explanation else { return }
        sentence = "\(isUncertain ? operation.isUncertain : operation.failed): \(explanation)"
    }

    /// What a server said about a failure.
    struct Details {
        var status: Int?
        var code: String?
        var message: String?
        var requestID: String?
        var cause: String?
    }

    /// A value that the rules of servers refuse, found before anything was sent.
    static func invalid(_ operation: Operation, _ problem: FieldProblem) -> SpacesFailure {
        make(
            operation, .invalid(problem), reason: problem.reason,
            advice: localized("Change the \(problem.field.label) and try again; nothing was sent."))
    }
}
