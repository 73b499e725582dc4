import GRDB

extension Store {
    /// Drops the memberships that have ended, as the real server does whenever a space is read
    /// (docs/server-behaviour.md §5.3).
    ///
    /// Where the last manager's membership has ended, all others of the space go with it: `root.permissions` is left out from
    /// then on, and nobody can be invited any more.
    func dropEndedMemberships() async throws {
        let now = clock.now().nanoseconds
        let isNeeded = try await read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM spaceGrant WHERE expires <= ?)", arguments: [now])
        }
        guard isNeeded == true else { return }
        try await write { database in
            try database.execute(
                sql: """
                    DELETE FROM spaceGrant
                    WHERE space IN (SELECT space FROM spaceGrant WHERE role = :manager AND expires <= :now)
                        AND space NOT IN (
                            SELECT space FROM spaceGrant
                            WHERE role = :manager AND (expires IS NULL OR expires > :now))
                    """,
                arguments: ["manager": SpaceRole.manager.rawValue, "now": now])
            try database.execute(sql: "DELETE FROM spaceGrant WHERE expires <= ?", arguments: [now])
        }
    }
}
