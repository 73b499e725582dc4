import GRDB

extension Store {
    /// Which spaces a list is to show.
    struct Selection: Sendable {
        /// True for `/drives`: every space, if the caller may see them all.
        var isUnrestricted = false
        var type: String?
        var reference: SpaceReference?
    }

    /// The stored spaces that a caller sees; the virtual Shares drive is the route's business.
    func listing(for caller: User, _ selection: Selection) async throws -> DriveListing {
        let now = clock.now().nanoseconds
        return try await read { [directory = directory, storageID] database in
            let mountpoints = try Self.mountpoints(of: caller, selection, in: database)
            var conditions: [String] = []
            var arguments: StatementArguments = []
            if let reference = selection.reference {
                if reference.storage ?? storageID != storageID || !reference.isWholeSpace {
                    var listing = DriveListing.empty
                    listing.mountpoints = mountpoints
                    return listing
                }
                conditions.append("space.id = ?")
                arguments += [reference.space]
            }
            if let type = selection.type {
                conditions.append("space.type = ?")
                arguments += [type]
            }
            // A filter by id finds whatever the caller may see, in /me/drives too (docs/server-behaviour.md §2.3).
            if !(caller.role.listsAllSpaces && (selection.isUnrestricted || selection.reference != nil)) {
                let (condition, more) = Self.membership(of: caller, in: directory, now: now)
                conditions.append(condition)
                arguments += more
            }
            var listing = try Self.listing(
                where: conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), arguments, now: now,
                in: database)
            listing.mountpoints = mountpoints
            return listing
        }
    }

    /// What was shared with the caller, where the selection has room for it.
    private static func mountpoints(
        of caller: User, _ selection: Selection, in database: Database
    ) throws -> [Mountpoint] {
        guard ["mountpoint", "virtual", nil].contains(selection.type) else { return [] }
        let all = try Row.fetchAll(database, sql: Mountpoint.query, arguments: [caller.key]).map(Mountpoint.init)
        guard let reference = selection.reference else { return all }
        return all.filter { $0.id == reference.node }
    }

    /// The mountpoint with an id, for the user that it was made for.
    func mountpoint(_ id: String, for caller: User) async throws -> Mountpoint? {
        try await read { database in
            try Row.fetchOne(
                database, sql: Mountpoint.query + " AND mountpoint.id = ?", arguments: [caller.key, id]
            ).map(Mountpoint.init)
        }
    }

    /// Spaces of which the caller is a member; disabled ones only for their managers (docs/server-behaviour.md §2.1).
    private static func membership(
        of caller: User, in directory: Directory, now: Int64
    ) -> (String, StatementArguments) {
        let keys = directory.keys(of: caller).map(String.init).joined(separator: ", ")
        let granted = "principal IN (\(keys)) AND (expires IS NULL OR expires > ?)"
        // Both inner queries stand on their own: they are asked once, not for every space.
        let condition = """
            (space.key IN (
                SELECT key FROM space WHERE owner = ? UNION SELECT space FROM spaceGrant WHERE \(granted))
            AND (space.disabled IS NULL OR space.owner = ? OR space.key IN (
                SELECT space FROM spaceGrant WHERE \(granted) AND role = \(SpaceRole.manager.rawValue))))
            """
        return (condition, [caller.key, now, caller.key, now])
    }

    /// Three queries, however many spaces there are: spaces, their members, their images and readmes.
    private static func listing(
        where condition: String, _ arguments: StatementArguments, now: Int64, in database: Database
    ) throws -> DriveListing {
        var spaces: [StoredSpace] = []
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(StoredSpace.columns) FROM space WHERE \(condition)", arguments: arguments)
        while let row = try rows.next() { spaces.append(StoredSpace(row)) }
        let grants = try grants(where: condition, arguments, isEverything: condition == "1", now: now, in: database)
        var specials: [String: SpecialNode] = [:]
        if spaces.contains(where: { $0.image != nil || $0.readme != nil }) {
            for column in ["image", "readme"] {
                let nodes = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT \(Node.columns), folder.id, folder.name FROM space
                        CROSS JOIN node ON node.id = space.\(column) AND node.space = space.key
                        LEFT JOIN node AS folder ON folder.key = node.parent
                        WHERE space.\(column) IS NOT NULL AND space.disabled IS NULL AND \(condition)
                        """,
                    arguments: arguments)
                while let row = try nodes.next() {
                    let special = special(row)
                    specials[special.node.id] = special
                }
            }
        }
        return DriveListing(spaces: spaces, grants: grants, specials: specials)
    }

    private static func special(_ row: Row) -> SpecialNode {
        let node = Node(row)
        guard let id: String = row[10], let name: String = row[11] else { return SpecialNode(node: node, folder: nil) }
        return SpecialNode(node: node, folder: (id, name))
    }

    private static func grants(
        where condition: String, _ arguments: StatementArguments, isEverything: Bool, now: Int64, in database: Database
    ) throws -> [Grant] {
        // Expired members are dropped on reading (docs/server-behaviour.md §5.3).
        let join = isEverything ? "spaceGrant" : "space CROSS JOIN spaceGrant ON spaceGrant.space = space.key"
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(Grant.columns) FROM \(join)
                WHERE \(condition) AND (spaceGrant.expires IS NULL OR spaceGrant.expires > ?)
                ORDER BY spaceGrant.space, spaceGrant.principal
                """,
            arguments: arguments + [now])
        var grants: [Grant] = []
        while let row = try rows.next() { grants.append(Grant(row)) }
        return grants
    }

    /// One space with its members, whoever asks; nil where there is none.
    static func listing(ofSpace key: Int64, now: Timestamp, in database: Database) throws -> DriveListing {
        try listing(where: "space.key = \(key)", [], now: now.nanoseconds, in: database)
    }

    /// The space a client named and what the caller may do with it; nil where it is not in this installation.
    func find(
        _ reference: SpaceReference, for caller: User, in database: Database
    ) throws -> (space: StoredSpace, access: Access)? {
        if let storage = reference.storage, storage != storageID { return nil }
        let row = try Row.fetchOne(
            database, sql: "SELECT \(StoredSpace.columns) FROM space WHERE id = ?", arguments: [reference.space])
        guard let row else { return nil }
        let space = StoredSpace(row)
        let keys = directory.keys(of: caller).map(String.init).joined(separator: ", ")
        let role = try Int.fetchOne(
            database,
            sql: """
                SELECT max(role) FROM spaceGrant
                WHERE space = ? AND principal IN (\(keys)) AND (expires IS NULL OR expires > ?)
                """,
            arguments: [space.key, clock.now().nanoseconds])
        let access = Access(
            role: caller.role, spaceType: space.type, isOwner: space.owner == caller.key,
            grant: role.flatMap(SpaceRole.init(rawValue:)))
        return (space, access)
    }

    /// One drive as a caller sees it; nil where there is none, or none for this caller.
    func drive(_ reference: SpaceReference, for caller: User) async throws -> DriveListing? {
        try await read { database in
            guard reference.isWholeSpace, let (space, access) = try find(reference, for: caller, in: database),
                access.sees(disabled: space.isDisabled)
            else { return nil }
            return try Self.listing(ofSpace: space.key, now: clock.now(), in: database)
        }
    }

    /// The personal space of a user; nil where there is none.
    func personalDrive(of user: User) async throws -> DriveListing? {
        try await read { database in
            let key = try Int64.fetchOne(
                database, sql: "SELECT key FROM space WHERE owner = ?", arguments: [user.key])
            return try key.map { try Self.listing(ofSpace: $0, now: clock.now(), in: database) }
        }
    }
}
