import Localization
import SpacesModel

/// A refusal of a provider (RFC 6749 §4.1.2.1 and §5.2, RFC 8628 §3.5), in words that are not trusted.
struct OAuthError: Error, Equatable, Sendable {
    let code: String
    let description: String?

    /// Takes the provider's words as they came; they are shown safely.
    init(code: String, description: String?) {
        self.code = String(code.prefix(100))
        self.description = description.map { String($0.prefix(300)) }
    }

    /// The refusal in the body of an answer, or `nil` where there is none.
    init?(_ answer: ServerAnswer) {
        guard !answer.isSuccess, let code = Self.document(answer)?["error"]?.text else { return nil }
        self.init(code: code, description: Self.document(answer)?["error_description"]?.text)
    }

    private static func document(_ answer: ServerAnswer) -> JSONNode? {
        do throws(JSONFault) {
            return try JSONDocument(answer.body, depthLimit: ProviderClient.depthLimit).root
        } catch {
            return nil
        }
    }

    /// True for a provider that says it is not well, whatever status it says so with.
    var isTrouble: Bool { ["server_error", "temporarily_unavailable", "slow_down"].contains(code) }

    /// The sentence for a person.
    func failure(of operation: Operation) -> SpacesFailure {
        let (reason, advice) = words
        let says = description.map { ": “\($0)”" } ?? ""
        return .make(
            operation, .notAuthenticated, reason: reason + says, advice: advice,
            details: .init(code: code))
    }

    private var words: (reason: String, advice: String) {
        switch code {
        case "access_denied": (localized("the sign-in was refused"), localized("Sign in again and allow it."))
        case "invalid_client", "unauthorized_client":
            (
                localized(
                    "the identity provider does not know this program by the id it gave, or not for this way of signing in"
                ),
                localized("Ask an administrator for a client id, and give it with --client-id.")
            )
        case "invalid_grant":
            (localized("the identity provider does not take what was shown to it"), localized("Sign in again."))
        case "invalid_scope":
            (localized("the identity provider does not give what was asked for"), localized("Try another --scope."))
        case "expired_token": (localized("the code was not entered in time"), localized("Sign in again."))
        case "login_required", "interaction_required", "consent_required", "account_selection_required":
            (localized("the identity provider wants to ask you something"), localized("Sign in again in the browser."))
        case "server_error", "temporarily_unavailable":
            (
                localized("the identity provider is in trouble"),
                localized("Try again; if it stays so, tell an administrator.")
            )
        default: (localized("the identity provider refuses"), localized("Ask an administrator."))
        }
    }
}
