import Foundation
import GRDB

extension Store {
    /// Makes a code for what a person allowed; the client exchanges it within two minutes.
    func addCode(for request: AuthorizationRequest, user: User, _ periods: SignInPeriods) async throws -> String {
        let now = clock.now()
        let code = RandomToken.make()
        try await write { database in
            try sweepSignIns(in: database)
            try database.execute(
                sql: """
                    INSERT INTO authorizationCode
                        (digest, user, client, redirect, scope, nonce, challenge, challengeMethod, authenticated, expires)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    RandomToken.digest(code), user.key, request.client.id, request.redirect.text, request.scope.text,
                    request.nonce, request.challenge?.value, request.challenge?.method.rawValue, now.nanoseconds,
                    now.after(seconds: periods.authorizationCode).nanoseconds,
                ])
        }
        return code
    }

    /// Exchanges a code for a session (RFC 6749 §4.1.3, RFC 7636 §4.6).
    ///
    /// A code that comes a second time was stolen from somebody: the session that it began ends. A wrong verifier does not
    /// use up the code, or a thief could keep its owner out.
    func redeemCode(
        _ code: String, client: String, redirect: String?, verifier: String?, _ periods: SignInPeriods
    ) async throws -> Result<OpenedSession, OAuthError> {
        let now = clock.now()
        // Refusals are values: an error thrown here would roll back the end of the session.
        return try await write { database in
            let digest = RandomToken.digest(code)
            let found = try Row.fetchOne(
                database, sql: "SELECT * FROM authorizationCode WHERE digest = ?", arguments: [digest])
            guard let row = found, row["client"] == client else {
                return .failure(OAuthError(.invalidGrant, "the code is unknown, or it is another client's"))
            }
            if let session: Int64 = row["session"] {
                try database.execute(sql: "DELETE FROM session WHERE key = ?", arguments: [session])
                return .failure(OAuthError(.invalidGrant, "the code was used before; its session is ended"))
            }
            guard row["expires"] > now.nanoseconds else {
                return .failure(OAuthError(.invalidGrant, "the code is expired"))
            }
            guard row["redirect"] == redirect else {
                return .failure(OAuthError(.invalidGrant, "redirect_uri is not the one that the code was asked with"))
            }
            if let refusal = try Self.refusal(of: verifier, row) { return .failure(refusal) }
            let opened = try openSession(
                user: row["user"], client: client, scope: Scope(row["scope"]), nonce: row["nonce"],
                authenticated: Timestamp(nanoseconds: row["authenticated"]), periods, in: database)
            guard let opened else { return .failure(OAuthError(.invalidGrant, "the user is gone")) }
            try database.execute(
                sql: "UPDATE authorizationCode SET session = ? WHERE digest = ?",
                arguments: [opened.session.key, digest])
            return .success(opened)
        }
    }

    private static func refusal(of verifier: String?, _ row: Row) throws -> OAuthError? {
        guard let challenge: String = row["challenge"] else {
            // Somebody took the challenge out of the request (RFC 9700 §4.8.2).
            return verifier == nil
                ? nil : OAuthError(.invalidGrant, "code_verifier came, but the code was asked for without a challenge")
        }
        guard let verifier else { return OAuthError(.invalidGrant, "code_verifier is missing") }
        return try CodeChallenge(challenge, method: row["challengeMethod"]).accepts(verifier)
            ? nil : OAuthError(.invalidGrant, "code_verifier is not the one that the code was asked with")
    }
}
