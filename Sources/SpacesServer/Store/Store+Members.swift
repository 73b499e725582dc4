import GRDB
import HTTPTypes

extension Store {
    /// The members of a space, for one who is a member.
    func members(of reference: SpaceReference, for caller: User) async throws -> [Grant] {
        try await read { database in
            // As with content, a role in the installation is of no avail.
            guard let (space, access) = try find(reference, for: caller, in: database), access.reads else {
                throw GraphError.notFound("getting space")
            }
            if space.isDisabled { throw GraphError.notFound("stat: error: not found: \(space.id)") }
            return try Self.listing(ofSpace: space.key, now: clock.now(), in: database).grants
        }
    }

    /// Adds a member or changes one; nil leaves the role or the date as it is.
    func grant(
        _ role: SpaceRole?, to principal: Int64, expires: Timestamp??, in reference: SpaceReference, by caller: User,
        isNew: Bool
    ) async throws -> Grant {
        try await write { database in
            let space = try managed(reference, by: caller, isInviting: isNew, in: database)
            let stored = try grant(of: principal, in: space, database)
            if isNew, stored != nil {
                throw GraphError(status: .conflict, code: .generalException, message: "grant already exists")
            }
            guard isNew || stored != nil else { throw GraphError.notFound("not found") }
            let newRole = role ?? stored?.role ?? .viewer
            if stored?.role == .manager, newRole != .manager {
                try keepManager(of: space, without: principal, database)
            }
            let newExpiry = expires ?? stored?.expires
            try database.execute(
                sql: """
                    INSERT INTO spaceGrant (space, principal, role, expires) VALUES (?, ?, ?, ?)
                    ON CONFLICT (space, principal) DO UPDATE SET role = excluded.role, expires = excluded.expires
                    """,
                arguments: [space.key, principal, newRole.rawValue, newExpiry?.nanoseconds])
            return Grant(space: space.key, principal: principal, role: newRole, expires: newExpiry)
        }
    }

    /// Removes a member; a space keeps at least one manager (recording 080).
    func removeMember(_ principal: Int64, from reference: SpaceReference, by caller: User) async throws {
        try await write { database in
            let space = try managed(reference, by: caller, in: database)
            guard let stored = try grant(of: principal, in: space, database) else {
                throw GraphError.notFound("not found")
            }
            if stored.role == .manager { try keepManager(of: space, without: principal, database) }
            try database.execute(
                sql: "DELETE FROM spaceGrant WHERE space = ? AND principal = ?", arguments: [space.key, principal])
        }
    }

    /// The enabled project space that the caller manages. Whoever invites must reach the content, or it is "not found": an
    /// Admin, too, and so is a space without any member for everybody.
    private func managed(
        _ reference: SpaceReference, by caller: User, isInviting: Bool = false, in database: Database
    ) throws -> StoredSpace {
        guard let (space, access) = try find(reference, for: caller, in: database),
            access.sees(disabled: space.isDisabled), access.reads || !isInviting
        else { throw GraphError.notFound("getting space") }
        if space.isDisabled { throw GraphError.notFound("stat: error: not found: \(space.id)") }
        guard space.type == .project else { throw GraphError.invalidRequest("unsupported space type") }
        guard access.invites else { throw GraphError.accessDenied("permission denied") }
        return space
    }

    /// The grant of a member; one that has expired is none.
    private func grant(of principal: Int64, in space: StoredSpace, _ database: Database) throws -> Grant? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT \(Grant.columns) FROM spaceGrant
                WHERE space = ? AND principal = ? AND (expires IS NULL OR expires > ?)
                """,
            arguments: [space.key, principal, clock.now().nanoseconds]
        ).map(Grant.init)
    }

    private func keepManager(of space: StoredSpace, without principal: Int64, _ database: Database) throws {
        let others = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM spaceGrant
                WHERE space = ? AND role = ? AND principal <> ? AND (expires IS NULL OR expires > ?)
                """,
            arguments: [space.key, SpaceRole.manager.rawValue, principal, clock.now().nanoseconds])
        if (others ?? 0) == 0 { throw GraphError.accessDenied("can't remove the last manager") }
    }
}
