import GRDB

/// A space as far as announcements are about it.
struct AnnouncedSpace: Sendable {
    let id: String
    let name: String
    /// The users and groups that it is given to.
    let principals: Set<Int64>
}

extension Store {
    /// A space and whom it is given to at the moment; `nil` for one that does not exist.
    func announcedSpace(_ reference: SpaceReference) async throws -> AnnouncedSpace? {
        try await read { database in
            guard
                let space = try Row.fetchOne(
                    database, sql: "SELECT id, name, owner, space.key FROM space WHERE id = ?",
                    arguments: [reference.space])
            else { return nil }
            let grants = try Int64.fetchSet(
                database,
                sql: "SELECT principal FROM spaceGrant WHERE space = ? AND (expires IS NULL OR expires > ?)",
                arguments: [space[3] as Int64, clock.now().nanoseconds])
            let owner: Int64? = space[2]
            return AnnouncedSpace(id: space[0], name: space[1], principals: grants.union(owner.map { [$0] } ?? []))
        }
    }
}
