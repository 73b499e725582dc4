/// One attempt to sign in by browser: authorization code with PKCE (RFC 6749 §4.1, RFC 7636, RFC 8252).
///
/// What is random in it ties the answer to this attempt, the code to this program and the token to this answer.
package struct AuthorizationAttempt: Sendable {
    package let redirectURI: String
    /// The address to open in a browser. It holds nothing that would be worth stealing without the verifier.
    package let address: String
    let state: SecretText
    let nonce: SecretText
    let verifier: SecretText

    init?(
        provider: ProviderMetadata, client: RegisteredClient, redirectURI: String, scope: String, user: String?,
        random: () -> String = RandomText.make
    ) {
        guard let endpoint = provider.authorizationEndpoint else { return nil }
        self.redirectURI = redirectURI
        state = SecretText(random())
        nonce = SecretText(random())
        verifier = SecretText(random())
        var parameters: [(name: String, value: String)] = [
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", redirectURI), ("scope", scope),
            ("state", state.exposed), ("nonce", nonce.exposed),
            ("code_challenge", RandomText.challenge(of: verifier.exposed)), ("code_challenge_method", "S256"),
        ]
        if let user { parameters.append(("login_hint", user)) }
        address = endpoint.adding(query: parameters)
    }
}

/// The scopes that are asked for.
enum Scopes {
    /// An id token, a name, a refresh token that outlives the browser's session (OpenID Connect Core §5.4, §11).
    static let usual = "openid profile email offline_access"
}
