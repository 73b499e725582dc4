import Crypto
import Foundation
import Hummingbird

/// Makes and reads the tokens of sessions.
struct TokenIssuer: Sendable {
    let store: Store
    let keys: KeyRing
    let periods: SignInPeriods

    /// The answer of the token endpoint (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
    ///
    /// - Parameters:
    ///   - issuer: What URLs of this server begin with.
    ///   - scope: What the access token is for, where a client asks for less than it may.
    func response(
        to opened: Store.OpenedSession, issuer: String, scope narrowed: Scope? = nil
    ) async throws -> Response {
        guard let user = user(of: opened.session) else {
            throw OAuthError(.invalidGrant, "the user can no longer sign in")
        }
        let scope = narrowed ?? opened.session.scope
        let key = try await keys.current()
        let accessToken = try accessToken(for: opened.session, user, scope, issuer: issuer, key)
        let idToken =
            scope.contains(Scope.openID)
            ? try idToken(for: opened, user, scope, issuer: issuer, accessToken: accessToken, key) : nil
        return .unstoredJSON {
            $0.member("access_token", accessToken)
            $0.member("expires_in", periods.accessToken)
            if let idToken { $0.member("id_token", idToken) }
            if let refreshToken = opened.refreshToken { $0.member("refresh_token", refreshToken) }
            $0.member("scope", scope.text)
            $0.member("token_type", "Bearer")
        }
    }

    /// The user, and the session, of an access token; nil for any that is not ours, not of this address, or not good any
    /// more.
    func bearer(of token: some StringProtocol & Sendable, issuer: String) async throws -> (User, Session, Scope)? {
        guard let key = try await keys.existing(),
            let claims = WebToken.claims(of: token, .access, key: key), claims["iss"] == issuer,
            let expires = claims.number("exp"), expires > store.clock.now().seconds,
            let id = claims["sid"], let session = try await store.session(id: id), session.user == claims["sub"],
            let user = user(of: session)
        else { return nil }
        return (user, session, Scope(claims["scope"] ?? ""))
    }

    /// The claims of a token of ours, though it be expired: for ending its session.
    func claims(of token: String, _ kind: WebToken.Kind, issuer: String) async throws -> WebToken.Claims? {
        guard let key = try await keys.existing(), let claims = WebToken.claims(of: token, kind, key: key),
            claims["iss"] == issuer
        else { return nil }
        return claims
    }

    /// What is told of a user, as far as the scope goes (OpenID Connect Core §5.4); keys in alphabetical order.
    static func writeClaims(of user: User, _ scope: Scope, to json: inout JSONWriter) {
        if scope.contains(Scope.email), !user.mail.isEmpty { json.member("email", user.mail) }
        if scope.contains(Scope.profile) {
            json.member("name", user.displayName)
            json.member("preferred_username", user.username)
        }
    }

    /// One who can still sign in: an account may be gone, or be shut, while its session lasts.
    private func user(of session: Session) -> User? {
        store.directory.user(id: session.user).flatMap { $0.passwordHash == nil || !$0.isEnabled ? nil : $0 }
    }

    private func accessToken(
        for session: Session, _ user: User, _ scope: Scope, issuer: String, _ key: SigningKey
    ) throws -> String {
        let now = store.clock.now().seconds
        return try WebToken.sign(.access, with: key) {
            $0.member("aud", session.client)
            $0.member("client_id", session.client)
            $0.member("exp", now + periods.accessToken)
            $0.member("iat", now)
            $0.member("iss", issuer)
            $0.member("jti", UUID().uuidString.lowercased())
            $0.member("preferred_username", user.username)
            $0.member("scope", scope.text)
            $0.member("sid", session.id)
            $0.member("sub", user.id)
        }
    }

    private func idToken(
        for opened: Store.OpenedSession, _ user: User, _ scope: Scope, issuer: String, accessToken: String,
        _ key: SigningKey
    ) throws -> String {
        let now = store.clock.now().seconds
        let half = Data(SHA256.hash(data: Data(accessToken.utf8))).prefix(16)
        return try WebToken.sign(.identity, with: key) {
            $0.member("at_hash", Data(half).base64URL)
            $0.member("aud", opened.session.client)
            $0.member("auth_time", opened.session.authenticated.seconds)
            $0.member("exp", now + periods.accessToken)
            $0.member("iat", now)
            $0.member("iss", issuer)
            if let nonce = opened.nonce { $0.member("nonce", nonce) }
            $0.member("sid", opened.session.id)
            $0.member("sub", user.id)
            Self.writeClaims(of: user, scope, to: &$0)
        }
    }
}
