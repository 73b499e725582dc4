import Foundation
import GRDB

/// Users as an administrator changes them. Every change is in the directory when a function returns.
extension Store {
    /// Adds a user with the role of ordinary users and a personal space.
    ///
    /// The real server makes the personal space when the user comes for the first time.
    func createUser(_ new: UserChange) async throws -> User {
        let id = UUID().uuidString.lowercased()
        let now = clock.now()
        try await changeDirectory { database in
            let username = new.username ?? ""
            try Self.checkUsername(username, isFreeFor: nil, database)
            try database.execute(
                sql: """
                    INSERT INTO principal (id, username, displayName, mail, role, passwordHash, isEnabled, givenName,
                        surname, roleAssignment)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, username, new.displayName ?? "", new.mail ?? "", GlobalRole.user.rawValue, new.passwordHash,
                    new.isEnabled ?? true, new.givenName, new.surname, UUID().uuidString.lowercased(),
                ])
            try Accounts.addPersonalSpace(of: username, now: now, to: database)
        }
        return try user(id)
    }

    /// Makes the personal space of a caller who lacks it: one that was purged comes back with its owner, as on the real
    /// server (docs/server-behaviour.md §6.1).
    func addMissingPersonalSpace(of user: User) async throws {
        let hasSpace = try await read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM space WHERE owner = ?)", arguments: [user.key])
        }
        if hasSpace == true { return }
        let now = clock.now()
        try await write { try Accounts.addPersonalSpace(of: user.username, now: now, to: $0) }
    }

    /// Changes a user; who is disabled can no longer log in.
    func updateUser(_ user: User, _ change: UserChange) async throws -> User {
        try await changeDirectory { database in
            if let username = change.username { try Self.checkUsername(username, isFreeFor: user, database) }
            try database.execute(
                sql: """
                    UPDATE principal SET
                        displayName = ifnull(?, displayName), mail = ifnull(?, mail), username = ifnull(?, username),
                        givenName = ifnull(?, givenName), surname = ifnull(?, surname), language = ifnull(?, language),
                        isEnabled = ifnull(?, isEnabled), passwordHash = ifnull(?, passwordHash)
                    WHERE key = ? AND NOT isDeleted
                    """,
                arguments: [
                    change.displayName, change.mail, change.username, change.givenName, change.surname,
                    change.language, change.isEnabled, change.passwordHash, user.key,
                ])
        }
        return try self.user(user.id)
    }

    /// Deletes a user with the personal space; where spaces name the user as a member, they go on to do so by the id.
    func deleteUser(_ user: User) async throws {
        try await changeDirectory { database in
            try database.execute(sql: "DELETE FROM space WHERE owner = ?", arguments: [user.key])
            try database.execute(sql: "DELETE FROM mountpoint WHERE recipient = ?", arguments: [user.key])
            try Self.deletePrincipal(user.key, database)
        }
    }

    /// Gives a user another role, with effect on the next request; a user has one role at a time.
    func assign(_ role: GlobalRole, to user: User) async throws -> User {
        let now = clock.now()
        try await changeDirectory { database in
            try database.execute(
                sql: "UPDATE principal SET role = ?, roleAssignment = ? WHERE key = ? AND NOT isDeleted",
                arguments: [role.rawValue, UUID().uuidString.lowercased(), user.key])
            if role.hasPersonalSpace { try Accounts.addPersonalSpace(of: user.username, now: now, to: database) }
        }
        return try self.user(user.id)
    }

    /// Takes the role away; the user counts as an ordinary one, as the real server decides at the next request.
    func removeRole(of user: User) async throws {
        try await changeDirectory { database in
            try database.execute(
                sql: "UPDATE principal SET role = ?, roleAssignment = NULL WHERE key = ? AND NOT isDeleted",
                arguments: [GlobalRole.user.rawValue, user.key])
        }
    }

    private func user(_ id: String) throws -> User {
        guard let user = directory.user(id: id) else { throw GraphError.notFound("not found") }
        return user
    }

    private static func checkUsername(_ name: String, isFreeFor user: User?, _ database: Database) throws {
        let taken = try Bool.fetchOne(
            database, sql: "SELECT count(*) > 0 FROM principal WHERE username = ? AND key <> ?",
            arguments: [name, user?.key ?? 0])
        if taken == true { throw GraphError.nameExists("a user with the name \(name) already exists") }
    }

    /// Deletes a user or group. The row stays without a name where a member of a space is known by it.
    static func deletePrincipal(_ key: Int64, _ database: Database) throws {
        try database.execute(
            sql: "DELETE FROM membership WHERE member = ? OR inGroup = ?", arguments: [key, key])
        try database.execute(
            sql: """
                UPDATE principal SET isDeleted = 1, username = NULL, displayName = '', mail = '', passwordHash = NULL,
                    givenName = NULL, surname = NULL, roleAssignment = NULL, role = ?
                WHERE key = ?
                """,
            arguments: [GlobalRole.userLight.rawValue, key])
        try database.execute(
            sql: "DELETE FROM principal WHERE key = ? AND key NOT IN (SELECT principal FROM spaceGrant)",
            arguments: [key])
    }
}
