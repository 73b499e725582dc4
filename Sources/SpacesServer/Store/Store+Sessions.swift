import Foundation
import GRDB

extension Store {
    /// A session and the secret that renews it; nil where none was asked for.
    struct OpenedSession: Sendable {
        let session: Session
        let refreshToken: String?
        /// What the client sent along to find in the id token.
        let nonce: String?
    }

    /// The session of an access token, as long as it lasts.
    func session(id: String) async throws -> Session? {
        let now = clock.now()
        return try await read { database in
            try Self.session("session.id = ? AND session.expires > ?", [id, now.nanoseconds], in: database)
        }
    }

    /// Begins a session in the transaction of what allowed it.
    func openSession(
        user: Int64, client: String, scope: Scope, nonce: String?, authenticated: Timestamp, _ periods: SignInPeriods,
        in database: Database
    ) throws -> OpenedSession? {
        let now = clock.now()
        let isLong = scope.contains(Scope.offlineAccess)
        let expires = now.after(seconds: isLong ? periods.refreshToken : periods.accessToken)
        try database.execute(
            sql: "INSERT INTO session (id, user, client, scope, authenticated, expires) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                UUID().uuidString.lowercased(), user, client, scope.text, authenticated.nanoseconds,
                expires.nanoseconds,
            ])
        guard let session = try Self.session("session.key = ?", [database.lastInsertedRowID], in: database) else {
            return nil
        }
        let token = isLong ? try addRefreshToken(to: session, expires: expires, in: database) : nil
        return OpenedSession(session: session, refreshToken: token, nonce: nonce)
    }

    /// Exchanges a refresh token for a new one (RFC 6749 §6).
    ///
    /// - Parameter scope: Nil for all that was granted; it must not ask for more.
    ///
    /// A token that was exchanged before, longer ago than the grace, was stolen from somebody: the session ends for both.
    func renewSession(
        _ refreshToken: String, client: String, scope: Scope?, _ periods: SignInPeriods
    ) async throws -> Result<OpenedSession, OAuthError> {
        let now = clock.now()
        // Refusals are values: an error thrown here would roll back the end of the session.
        return try await write { database in
            // As the provider of the real servers says it, whose tokens are signed: what it cannot verify, or what has expired,
            // is no valid request to it. The standard has invalid_grant for it (RFC 6749 §5.2).
            let unknown = Result<OpenedSession, OAuthError>.failure(
                OAuthError(.invalidRequest, "the refresh token is unknown, expired or revoked"))
            let digest = RandomToken.digest(refreshToken)
            let row = try Row.fetchOne(
                database, sql: "SELECT session, expires, replaced FROM refreshToken WHERE digest = ?",
                arguments: [digest])
            guard let row, let session = try Self.session("session.key = ?", [row["session"] as Int64], in: database),
                row["expires"] > now.nanoseconds
            else { return unknown }
            guard session.client == client else {
                return .failure(OAuthError(.invalidGrant, "the refresh token is another client's"))
            }
            if let replaced: Int64 = row["replaced"],
                now > Timestamp(nanoseconds: replaced).after(seconds: periods.refreshGrace)
            {
                try database.execute(sql: "DELETE FROM session WHERE key = ?", arguments: [session.key])
                return .failure(
                    OAuthError(.invalidGrant, "the refresh token was used before; the session is ended, sign in again"))
            }
            if let scope, !scope.names.isSubset(of: session.scope.names) {
                return .failure(OAuthError(.invalidScope, "scope asks for more than was granted"))
            }
            let expires = now.after(seconds: periods.refreshToken)
            try database.execute(
                sql: "UPDATE refreshToken SET replaced = ifnull(replaced, ?) WHERE digest = ?",
                arguments: [now.nanoseconds, digest])
            try database.execute(
                sql: "DELETE FROM refreshToken WHERE session = ? AND expires <= ?",
                arguments: [session.key, now.nanoseconds])
            try database.execute(
                sql: "UPDATE session SET expires = ? WHERE key = ?", arguments: [expires.nanoseconds, session.key])
            let token = try addRefreshToken(to: session, expires: expires, in: database)
            return .success(OpenedSession(session: session, refreshToken: token, nonce: nil))
        }
    }

    /// Ends a session, and with it all its tokens.
    ///
    /// - Parameter client: Nil for any; else a session of another client goes on.
    func endSession(id: String, client: String? = nil) async throws {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM session WHERE id = ? AND client = ifnull(?, client)", arguments: [id, client])
        }
    }

    /// Ends the session of a refresh token, though it be replaced.
    func endSession(refreshToken: String, client: String? = nil) async throws {
        try await write { database in
            try database.execute(
                sql: """
                    DELETE FROM session WHERE client = ifnull(?, client)
                        AND key = (SELECT session FROM refreshToken WHERE digest = ?)
                    """,
                arguments: [client, RandomToken.digest(refreshToken)])
        }
    }

    /// Drops what is of no use any more, whenever something new comes.
    func sweepSignIns(in database: Database) throws {
        let now = clock.now()
        try database.execute(sql: "DELETE FROM session WHERE expires <= ?", arguments: [now.nanoseconds])
        try database.execute(
            sql: "DELETE FROM authorizationCode WHERE session IS NULL AND expires <= ?", arguments: [now.nanoseconds])
        // A device is to hear that it was too late.
        try database.execute(
            sql: "DELETE FROM deviceRequest WHERE expires <= ?", arguments: [now.before(seconds: 3600).nanoseconds])
        try database.execute(sql: "DELETE FROM appToken WHERE expires <= ?", arguments: [now.nanoseconds])
    }

    private func addRefreshToken(to session: Session, expires: Timestamp, in database: Database) throws -> String {
        let token = RandomToken.make()
        try database.execute(
            sql: "INSERT INTO refreshToken (digest, session, expires) VALUES (?, ?, ?)",
            arguments: [RandomToken.digest(token), session.key, expires.nanoseconds])
        return token
    }

    private static func session(
        _ condition: String, _ arguments: StatementArguments, in database: Database
    ) throws -> Session? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT session.key, session.id, principal.id AS user, client, scope, authenticated
                FROM session JOIN principal ON principal.key = session.user WHERE \(condition)
                """,
            arguments: arguments
        ).map {
            Session(
                key: $0["key"], id: $0["id"], user: $0["user"], client: $0["client"],
                scope: Scope($0["scope"]), authenticated: Timestamp(nanoseconds: $0["authenticated"]))
        }
    }
}
