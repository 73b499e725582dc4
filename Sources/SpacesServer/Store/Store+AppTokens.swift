import Foundation
import GRDB

extension Store {
    /// Makes an app token; its text can be told only now.
    func addAppToken(for user: User, label: String, expires: Timestamp) async throws -> AppToken {
        let token = AppToken(text: AppToken.makeSecret(), label: label, created: clock.now(), expires: expires)
        try await write { database in
            try sweepSignIns(in: database)
            try database.execute(
                sql: "INSERT INTO appToken (digest, user, label, created, expires) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    RandomToken.digest(token.text), user.key, label, token.created.nanoseconds, expires.nanoseconds,
                ])
        }
        return token
    }

    /// A user's app tokens that are still good, the oldest first; a digest stands for each.
    func appTokens(of user: User) async throws -> [AppToken] {
        let now = clock.now()
        return try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM appToken WHERE user = ? AND expires > ? ORDER BY created, digest",
                arguments: [user.key, now.nanoseconds]
            ).map { row in
                AppToken(
                    text: (row["digest"] as Data).base64URL, label: row["label"],
                    created: Timestamp(nanoseconds: row["created"]), expires: Timestamp(nanoseconds: row["expires"]))
            }
        }
    }

    /// Deletes a user's app token, told by its text or by what stands for it in the list; false where there is none.
    func deleteAppToken(_ text: String, of user: User) async throws -> Bool {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM appToken WHERE user = ? AND digest IN (?, ?)",
                arguments: [user.key, RandomToken.digest(text), Data(base64URL: text)])
            return database.changesCount > 0
        }
    }

    /// The user of a name and an app token; nil where they do not go together or the token is expired.
    func user(named username: String, appToken: String) async throws -> User? {
        guard let user = directory.user(named: username), user.passwordHash != nil else { return nil }
        let now = clock.now()
        let isGood = try await read { database in
            try Bool.fetchOne(
                database, sql: "SELECT count(*) > 0 FROM appToken WHERE digest = ? AND user = ? AND expires > ?",
                arguments: [RandomToken.digest(appToken), user.key, now.nanoseconds]) ?? false
        }
        return isGood ? user : nil
    }
}
