import Foundation
import Localization
import SpacesModel

/// Why a provider does not renew a session (RFC 6749 §5.2); the person has to sign in again.
struct RenewalRefusal: Error, Equatable, Sendable {
    let status: Int
    /// In the provider's own words; `nil` where something else may have answered in its place, such as a proxy.
    let error: OAuthError?
}

extension TokenEndpoint {
    /// Asks for the tokens that go on from a refresh token.
    ///
    /// Every 4xx is a refusal, whatever its body is: the bundled provider says `invalid_request` where the standard has
    /// `invalid_grant`, others 401 or 403, or nothing. What may be better in a while is thrown: 408, 425, 429, 5xx, no
    /// answer, one that is cut short or that is no answer of such an endpoint.
    func renew(_ refreshToken: SecretText) async throws(SpacesFailure) -> Result<TokenAnswer, RenewalRefusal> {
        let form = [("grant_type", "refresh_token"), ("refresh_token", refreshToken.exposed)]
        let answer = try await provider.post(form, to: address, as: client)
        let error = OAuthError(answer)
        switch answer.status {
        case 408, 425, 429, 500...: throw trouble(answer)
        case _ where error?.isTrouble == true: throw trouble(answer)
        case 400..<500: return .failure(RenewalRefusal(status: answer.status, error: error))
        default: break
        }
        do throws(SpacesFailure) {
            return .success(try tokens(in: answer))
        } catch {
            throw .make(
                .renewal, .badAnswer,
                reason: localized("the identity provider \(address.origin.authority) gives no token that can be used"),
                advice: localized("The session is kept: try again in a while."),
                details: .init(status: answer.status, cause: error.cause))
        }
    }

    private func trouble(_ answer: ServerAnswer) -> SpacesFailure {
        let seconds = RetryAfter.seconds(answer.headers, now: Date())
        return .make(
            .renewal, .serverError, reason: localized("the identity provider is in trouble"),
            advice: localized("The session is kept.") + " " + RetryAfter.advice(seconds, now: Date()),
            details: .init(status: answer.status))
    }
}
