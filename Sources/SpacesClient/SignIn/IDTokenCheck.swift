import Localization
import Crypto
import Foundation
import SpacesModel

/// The checks of an id token (OpenID Connect Core §3.1.3.7), and the sentence for each that fails.
struct IDTokenCheck {
    let issuer: String
    let clientID: String
    /// What was sent with the question; `nil` at a renewal, which has none.
    let nonce: SecretText?
    /// The time that counts, which is the provider's as far as it is known.
    let now: Date

    /// How far clocks may be apart.
    static let leeway: TimeInterval = 120
    static let algorithms: Set<String> = ["RS256", "PS256", "ES256"]

    /// The subject of a token whose claims are right. The signature is another matter.
    func subject(of token: JSONWebToken, accessToken: SecretText) throws(SpacesFailure) -> String {
        let said = token.claims["iss"]?.text ?? ""
        guard said == issuer else {
            throw lie(localized("its id token is issued by \(shown(said)), not by \(shown(issuer))"))
        }
        let audience = token.audience
        guard audience.contains(clientID) else {
            throw lie(
                localized("its id token is for \(shown(audience.first ?? localized("nobody"))), not for this program"))
        }
        let party = token.claims["azp"]?.text
        guard party == clientID || (party == nil && audience.count == 1) else {
            throw lie(localized("its id token is for several programs and was not given to this one"))
        }
        guard let expiry = token.time("exp"), let made = token.time("iat") else {
            throw lie(localized("its id token does not say how long it is good for"))
        }
        guard expiry.addingTimeInterval(Self.leeway) > now else {
            throw wrongTime(localized("its id token expired \(apart(expiry)) ago"))
        }
        guard made.addingTimeInterval(-Self.leeway) < now else {
            throw wrongTime(localized("its id token is \(apart(made)) from the future"))
        }
        if let nonce, token.claims["nonce"]?.text != nonce.exposed {
            throw lie(localized("its id token belongs to another sign-in: the nonce is not the one that was sent"))
        }
        // All three algorithms hash with SHA-256 (OpenID Connect Core §3.1.3.6).
        let hash = Base64URL.encoded(Array(SHA256.hash(data: Data(accessToken.exposed.utf8)).prefix(16)))
        if let told = token.claims["at_hash"]?.text, told != hash {
            throw lie(localized("its id token belongs to another access token: at_hash differs"))
        }
        guard let subject = token.claims["sub"]?.text, !subject.isEmpty, subject.utf8.count <= 1024 else {
            throw lie(localized("its id token does not say whose it is"))
        }
        return subject
    }

    /// Refuses what could not be signed by a key of the provider's at all.
    func checkAlgorithm(of token: JSONWebToken) throws(SpacesFailure) {
        guard Self.algorithms.contains(token.algorithm) else {
            throw lie(
                localized(
                    """
                    its id token is signed with “\(String(token.algorithm.prefix(20)))”, which proves nothing \
                    (RS256, PS256 or ES256 would)
                    """))
        }
    }

    func lie(_ reason: String) -> SpacesFailure {
        .make(
            .signIn, .badAnswer, reason: localized("what the identity provider says cannot be true: \(reason)"),
            advice: localized("Nothing was kept. Somebody may be in between: tell an administrator."))
    }

    private func wrongTime(_ reason: String) -> SpacesFailure {
        .make(
            .signIn, .badAnswer, reason: localized("what the identity provider says cannot be true: \(reason)"),
            advice: localized("Nothing was kept. Check the clock of this computer, then the provider's."))
    }

    private func apart(_ time: Date) -> String {
        Duration.seconds(Int64(abs(time.timeIntervalSince(now)).rounded())).words
    }

    private func shown(_ text: String) -> String { String(text.prefix(100)) }
}
