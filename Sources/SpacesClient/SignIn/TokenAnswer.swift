import Foundation

/// The tokens in an answer of the token endpoint (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
struct TokenAnswer: Sendable {
    var accessToken: SecretText
    var refreshToken: SecretText?
    var idToken: SecretText?
    /// Seconds that the access token lives.
    var lifetime: Int
    /// Seconds that the refresh token lives, where the provider tells (Keycloak's `refresh_expires_in`).
    var refreshLifetime: Int?
    var scope: String?
    /// The provider's clock when it answered (`Date`), where it tells.
    var providerTime: Date?

    /// Where the provider does not say how long a token lives: as long as the shortest that are usual.
    static let usualLifetime = 300

    /// `nil` when it holds no bearer token that can be sent.
    init?(_ document: JSONNode, providerTime: Date?) {
        guard let access = document["access_token"]?.text, Credentials.bearer(access).problem == nil,
            document["token_type"]?.text?.lowercased() ?? "bearer" == "bearer"
        else { return nil }
        accessToken = SecretText(access)
        refreshToken = document["refresh_token"]?.text.flatMap { $0.isEmpty ? nil : SecretText($0) }
        idToken = document["id_token"]?.text.map { SecretText($0) }
        lifetime = Self.seconds(document["expires_in"]) ?? Self.usualLifetime
        refreshLifetime = Self.seconds(document["refresh_expires_in"]).flatMap { $0 > 0 ? $0 : nil }
        scope = document["scope"]?.text
        self.providerTime = providerTime
        // Providers that say nothing often make it a token that can be read (the bundled one does).
        if refreshLifetime == nil, let providerTime, let refreshToken,
            let end = JSONWebToken(refreshToken.exposed)?.time("exp")
        {
            refreshLifetime = Int(max(0, end.timeIntervalSince(providerTime)))
        }
    }

    /// Some providers write the number as a text.
    private static func seconds(_ node: JSONNode?) -> Int? {
        let value = node?.integer ?? node?.text.flatMap { Int64($0) }
        return value.map { Int(max(0, min($0, 10 * 366 * 86400))) }
    }
}
