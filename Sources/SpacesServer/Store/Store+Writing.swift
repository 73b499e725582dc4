import Foundation
import GRDB
import HTTPTypes

extension Store {
    /// Creates a project space whose only manager is the caller.
    func create(_ new: NewSpace, by caller: User) async throws -> DriveListing {
        try await write { database in
            let now = clock.now()
            let alias = new.alias ?? SpaceAlias.ofProject(named: new.name)
            try database.execute(
                sql: """
                    INSERT INTO space (id, type, name, alias, description, quota, modified)
                    VALUES (?, 'project', ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    UUID().uuidString.lowercased(), new.name, alias, new.description, new.quota, now.nanoseconds,
                ])
            let key = database.lastInsertedRowID
            try database.execute(
                sql: "INSERT INTO spaceGrant (space, principal, role) VALUES (?, ?, ?)",
                arguments: [key, caller.key, SpaceRole.manager.rawValue])
            if new.usesTemplate { try SpaceTemplate.add(toSpace: key, now: now, in: database) }
            return try Self.listing(ofSpace: key, now: now, in: database)
        }
    }

    /// Changes a space; refusals are masked as "not found" (docs/server-behaviour.md §3.3).
    func update(_ reference: SpaceReference, _ change: SpaceChange, by caller: User) async throws -> DriveListing {
        let notFound = GraphError.notFound("drive not found")
        return try await write { database in
            let found = try find(reference, for: caller, in: database)
            // Before anything is said about existence; an unknown space counts as a personal one.
            let setsQuota = found?.access.setsQuota ?? caller.role.setsPersonalQuota
            if change.quota != nil && !setsQuota {
                throw GraphError.forbidden("user is not allowed to set the space quota")
            }
            guard let (space, access) = found else { throw notFound }
            if change.maxQuota > 0, let quota = change.quota, quota > change.maxQuota {
                throw GraphError(
                    status: .badRequest, code: .notAllowed,
                    message: "decompsedFS: requested quota is higher than allowed")
            }
            let mayRename = access.renames || (change.name == nil && change.description == nil)
            let mayDecorate = access.decorates || (change.alias == nil && change.image == nil && change.readme == nil)
            let mayRestore = access.restores || !change.restores
            let maySee = change.changesNothing ? access.spaceRole != nil : true
            let mayTouchDisabled = !space.isDisabled || access.sees(disabled: true)
            guard mayRename, mayDecorate, mayRestore, maySee, mayTouchDisabled else { throw notFound }
            try database.execute(
                sql: """
                    UPDATE space SET
                        name = ifnull(?, name), description = ifnull(?, description), alias = ifnull(?, alias),
                        quota = ifnull(?, quota), image = ifnull(?, image), readme = ifnull(?, readme),
                        disabled = iif(?, NULL, disabled), modified = ?, version = version + 1
                    WHERE key = ?
                    """,
                arguments: [
                    change.name, change.description, change.alias, change.quota, change.image, change.readme,
                    change.restores, clock.now().nanoseconds, space.key,
                ])
            return try Self.listing(ofSpace: space.key, now: clock.now(), in: database)
        }
    }

    /// Disables a space; doing so again is no failure, and the date of change stays (docs/server-behaviour.md §3.6).
    func disable(_ reference: SpaceReference, by caller: User, tellsRefusals: Bool) async throws {
        try await write { database in
            guard let (space, access) = try find(reference, for: caller, in: database) else {
                throw GraphError.notFound("drive not found")
            }
            guard access.disables else { throw Self.refusal(access, space, tellsRefusals) }
            try database.execute(
                sql: "UPDATE space SET disabled = ifnull(disabled, ?) WHERE key = ?",
                arguments: [clock.now().nanoseconds, space.key])
        }
    }

    /// Deletes a disabled space and all that is in it.
    func purge(_ reference: SpaceReference, by caller: User, tellsRefusals: Bool) async throws {
        try await write { database in
            guard let (space, access) = try find(reference, for: caller, in: database) else {
                throw GraphError.notFound("drive not found")
            }
            guard access.purges else { throw Self.refusal(access, space, tellsRefusals) }
            guard space.isDisabled else {
                throw GraphError.invalidRequest("error: bad request: can't purge enabled space")
            }
            try database.execute(sql: "DELETE FROM space WHERE key = ?", arguments: [space.key])
        }
    }

    /// What a caller who may not delete a space is told: newer servers do not hide a space that the caller sees anyway.
    private static func refusal(_ access: Access, _ space: StoredSpace, _ tellsRefusals: Bool) -> GraphError {
        tellsRefusals && access.sees(disabled: space.isDisabled)
            ? .accessDenied("permission denied") : .notFound("drive not found")
    }
}
