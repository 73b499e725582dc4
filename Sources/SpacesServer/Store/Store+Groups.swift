import Foundation
import GRDB

/// Groups as an administrator changes them. Every change is in the directory when a function returns.
extension Store {
    func createGroup(named name: String) async throws -> Group {
        let id = UUID().uuidString.lowercased()
        try await changeDirectory { database in
            try Self.checkGroupName(name, isFreeFor: nil, database)
            try database.execute(
                sql: "INSERT INTO principal (id, isGroup, displayName) VALUES (?, 1, ?)", arguments: [id, name])
        }
        guard let group = directory.group(id: id) else { throw GraphError.notFound("not found") }
        return group
    }

    func renameGroup(_ group: Group, to name: String) async throws {
        try await changeDirectory { database in
            try Self.checkGroupName(name, isFreeFor: group, database)
            try database.execute(
                sql: "UPDATE principal SET displayName = ? WHERE key = ? AND NOT isDeleted",
                arguments: [name, group.key])
        }
    }

    func deleteGroup(_ group: Group) async throws {
        try await changeDirectory { database in try Self.deletePrincipal(group.key, database) }
    }

    /// Adds users to a group; who is in it already stays so.
    func add(_ users: [User], to group: Group) async throws {
        try await changeDirectory { database in
            for user in users {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO membership (member, inGroup) VALUES (?, ?)",
                    arguments: [user.key, group.key])
            }
        }
    }

    func remove(_ user: User, from group: Group) async throws {
        try await changeDirectory { database in
            try database.execute(
                sql: "DELETE FROM membership WHERE member = ? AND inGroup = ?", arguments: [user.key, group.key])
        }
    }

    private static func checkGroupName(_ name: String, isFreeFor group: Group?, _ database: Database) throws {
        let taken = try Bool.fetchOne(
            database,
            sql: """
                SELECT count(*) > 0 FROM principal
                WHERE isGroup AND NOT isDeleted AND displayName = ? COLLATE NOCASE AND key <> ?
                """,
            arguments: [name, group?.key ?? 0])
        if taken == true { throw GraphError.nameExists("a group with the name \(name) already exists") }
    }
}
