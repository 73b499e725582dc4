import Localization
import Foundation
import SpacesModel

/// The endpoint that gives tokens (RFC 6749 §3.2).
struct TokenEndpoint: Sendable {
    let address: WebAddress
    let client: RegisteredClient
    let provider: ProviderClient

    /// Asks for tokens; a refusal of the provider's is thrown as it is, so that its code can decide what follows.
    func tokens(
        _ form: [(name: String, value: String)]
    ) async throws(SpacesFailure) -> Result<TokenAnswer, OAuthError> {
        let answer = try await provider.post(form, to: address, as: client)
        if let error = OAuthError(answer) { return .failure(error) }
        return .success(try tokens(in: answer))
    }

    /// The tokens in an answer of success.
    func tokens(in answer: ServerAnswer) throws(SpacesFailure) -> TokenAnswer {
        guard answer.status == 200 else {
            throw .make(
                provider.operation, answer.status >= 500 ? .serverError : .badAnswer,
                reason: localized(
                    "the identity provider \(address.origin.authority) gives no tokens and does not say why"),
                advice: localized("Try again; if it stays so, tell an administrator."),
                details: .init(status: answer.status))
        }
        let document = try provider.document(answer, from: address)
        let time = answer.headers["date"].flatMap(HTTPDate.read)
        guard let tokens = TokenAnswer(document, providerTime: time) else {
            throw .make(
                provider.operation, .badAnswer,
                reason: localized("the identity provider \(address.origin.authority) gives no token that can be used"),
                advice: localized("Tell an administrator."))
        }
        return tokens
    }
}
