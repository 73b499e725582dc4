import Localization
import SpacesModel

/// What a provider sends back through the browser (RFC 6749 §4.1.2), as parameters that are not trusted yet.
package struct RedirectAnswer: Equatable, Sendable {
    private let parameters: [String: String]
    /// A parameter stands twice, which none may (RFC 6749 §3.1).
    private let isAmbiguous: Bool

    /// More than any provider sends.
    private static let sizeLimit = 16 << 10

    /// Reads a query; `nil` when it has neither a code nor an error.
    init?(query: some StringProtocol) {
        guard query.utf8.count <= Self.sizeLimit else { return nil }
        let all = FormText.read(query)
        parameters = Dictionary(all.map { ($0.name, $0.value) }) { first, _ in first }
        isAmbiguous = parameters.count < all.count
        guard parameters["code"] != nil || parameters["error"] != nil else { return nil }
    }

    /// Reads what a person pastes: the address that the browser ended at, its query, or only `code=…&state=…`.
    /// Terminals break long lines, so blanks and line breaks inside are left out.
    package init?(pasted text: String) {
        let text = String(text.filter { !$0.isWhitespace }.prefix(Self.sizeLimit))
        let query = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        self.init(query: query.prefix { $0 != "#" })
    }

    /// Why this cannot be the answer to the attempt, for somebody who may try again; `nil` when it is.
    func problem(with attempt: AuthorizationAttempt) -> String? {
        if isAmbiguous { return localized("The answer has a parameter twice; it was ignored.") }
        guard let state = parameters["state"] else {
            return
                localized(
                    """
                    The answer has no state, so it cannot be told to be yours; it was ignored. \
                    Give the whole address that the browser was sent to.
                    """)
        }
        guard state == attempt.state.exposed else {
            return
                localized(
                    """
                    The answer belongs to another sign-in: its state is not the one that was sent. It was ignored. \
                    Use the address above, and paste the one that it leads to.
                    """)
        }
        return nil
    }

    /// The code in the answer to this attempt; what the provider refuses, or lies about, is thrown.
    func code(for attempt: AuthorizationAttempt, from provider: ProviderMetadata) throws(SpacesFailure) -> SecretText {
        if let problem = problem(with: attempt) {
            throw .make(.signIn, .badAnswer, reason: problem, advice: localized("Sign in again."))
        }
        // RFC 9207 §2.4: an answer of another provider, whose code must not be shown to this one.
        let issuer = parameters["iss"]
        if let issuer, issuer != provider.issuer {
            throw .make(
                .signIn, .badAnswer,
                reason:
                    localized(
                        """
                        the answer comes from \(String(issuer.prefix(100))), not from \
                        \(provider.issuer); its code was not used
                        """),
                advice: localized("Somebody may be in between: tell an administrator."))
        }
        if issuer == nil, provider.namesItselfInAnswers {
            throw .make(
                .signIn, .badAnswer,
                reason: localized("the answer does not say who gives it, though this provider always does"),
                advice: localized("Somebody may be in between: tell an administrator."))
        }
        if let error = parameters["error"] {
            throw OAuthError(code: error, description: parameters["error_description"]).failure(of: .signIn)
        }
        guard let code = parameters["code"], !code.isEmpty else {
            throw .make(
                .signIn, .badAnswer, reason: localized("the answer has no code"), advice: localized("Sign in again."))
        }
        return SecretText(code)
    }
}

extension RedirectAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "…" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
