import Foundation
import GRDB

/// Users and groups in the database.
enum Accounts {
    /// Adds users, or changes those of the same name to what is defined now, each with a personal space.
    static func add(_ users: [UserDefinition], cost: Int, clock: ServerClock, to database: Database) throws {
        for user in users {
            let hash: String? =
                switch user.secret {
                case .password(let password): try storedHash(of: password, for: user.username, cost: cost, in: database)
                case .hash(let hash): hash
                case .none: nil
                }
            try database.execute(
                sql: """
                    INSERT INTO principal (id, username, displayName, mail, role, passwordHash, roleAssignment)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (username) DO UPDATE SET displayName = excluded.displayName, mail = excluded.mail,
                        role = excluded.role, passwordHash = excluded.passwordHash,
                        roleAssignment = ifnull(roleAssignment, excluded.roleAssignment)
                    """,
                arguments: [
                    UUID().uuidString.lowercased(), user.username, user.displayName, user.mail, user.role.rawValue,
                    hash, UUID().uuidString.lowercased(),
                ])
            if user.role.hasPersonalSpace {
                try addPersonalSpace(of: user.username, now: clock.now(), to: database)
            }
        }
    }

    /// The stored hash where it fits the password already: a restart need not hash anew.
    private static func storedHash(
        of password: String, for username: String, cost: Int, in database: Database
    ) throws -> String {
        let stored = try String.fetchOne(
            database, sql: "SELECT passwordHash FROM principal WHERE username = ?", arguments: [username])
        if let stored, try PasswordHash(stored)?.matches(password) == true { return stored }
        return try PasswordHash(password: password, cost: cost).description
    }

    /// Gives a user the personal space that they lack.
    static func addPersonalSpace(of username: String, now: Timestamp, to database: Database) throws {
        // The space has the id of its owner (docs/server-behaviour.md §4.1).
        try database.execute(
            sql: """
                INSERT INTO space (id, type, name, alias, modified, owner)
                SELECT id, 'personal', displayName, 'personal/' || lower(username), ?, key
                FROM principal WHERE username = ? AND key NOT IN (SELECT owner FROM space WHERE owner IS NOT NULL)
                """,
            arguments: [now.nanoseconds, username])
    }

    /// Reads everybody.
    static func directory(in database: Database) throws -> Directory {
        var groupsOfUser: [Int64: [Int64]] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT member, inGroup FROM membership ORDER BY inGroup") {
            groupsOfUser[row[0], default: []].append(row[1])
        }
        var users: [User] = []
        var groups: [Group] = []
        var deleted: [Directory.Deleted] = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT key, id, isGroup, isDeleted, username, displayName, mail, role, passwordHash, isEnabled,
                    givenName, surname, language, roleAssignment
                FROM principal ORDER BY key
                """)
        while let row = try rows.next() {
            if row[3] {
                deleted.append(Directory.Deleted(key: row[0], id: row[1], isGroup: row[2]))
            } else if row[2] {
                groups.append(Group(key: row[0], id: row[1], displayName: row[5]))
            } else {
                users.append(user(row, groups: groupsOfUser[row[0]] ?? []))
            }
        }
        return Directory(users: users, groups: groups, deleted: deleted)
    }

    private static func user(_ row: Row, groups: [Int64]) -> User {
        let hash: String? = row[8]
        return User(
            key: row[0], id: row[1], username: row[4] ?? "", displayName: row[5], mail: row[6],
            role: GlobalRole(rawValue: row[7]) ?? .userLight, passwordHash: hash.flatMap { PasswordHash($0) },
            isEnabled: row[9], givenName: row[10], surname: row[11], language: row[12], roleAssignment: row[13],
            groups: groups)
    }
}
