import HTTPTypes
import Hummingbird

/// The management of drives: list, get, create, change, disable, restore, purge (docs/server-behaviour.md §2, §3).
struct DriveRoutes: Sendable {
    let store: Store
    let announcer: Announcer
    let defaultQuota: Int64
    let maxQuota: Int64
    let dialect: Dialect
    let maximumBodySize: Int

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        let routes: [RouteTable.Route] = [
            .init(.get,    "/graph/v1.0/drives")                  { try await list($0, isUnrestricted: true, .v1) },
            .init(.post,   "/graph/v1.0/drives")                  { try await create($0, .v1) },
            .init(.get,    "/graph/v1.0/me/drives")               { try await list($0, isUnrestricted: false, .v1) },
            .init(.get,    "/graph/v1beta1/drives")               { try await list($0, isUnrestricted: true, .v1beta1) },
            .init(.get,    "/graph/v1beta1/me/drives")            { try await list($0, isUnrestricted: false, .v1beta1) },
            .init(.get,    "/graph/v1.0/me/drives/{query}")       { try await listByPath($0, isUnrestricted: false) },
            .init(.patch,  "/graph/v1.0/drives/{drive}")          { try await update($0, .v1) },
            .init(.get,    "/graph/v1.0/drives/{drive}")          { try await show($0, .v1) },
            .init(.delete, "/graph/v1.0/drives/{drive}",          delete),
            .init(.get,    "/graph/v1.0/me/drive")                { try await showPersonal($0, of: $0.caller) },
            .init(.get,    "/graph/v1.0/users/{user}/drive",      showPersonalOfUser),
        ]
        if !dialect.hasBetaDrives { return routes }
        // swift-format-ignore
        return routes + [
            .init(.post,   "/graph/v1beta1/drives")               { try await create($0, .v1beta1) },
            .init(.get,    "/graph/v1beta1/drives/{drive}")       { try await show($0, .v1beta1) },
            .init(.patch,  "/graph/v1beta1/drives/{drive}")       { try await update($0, .v1beta1) },
            .init(.delete, "/graph/v1beta1/drives/{drive}",       delete),
        ]
    }

    /// - Parameter expansions: Properties to be shown in place, as the query asks for them.
    func writer(
        for call: Call, _ version: DriveWriter.Version, showing expansions: Set<String> = []
    ) -> DriveWriter {
        DriveWriter(
            storageID: store.storageID, publicURL: call.publicURL, directory: store.directory, version: version,
            showsPermissions: !dialect.hidesPermissions || expansions.contains("root.permissions"))
    }

    /// An answer with the one drive of a listing.
    private func answer(
        _ listing: DriveListing, to call: Call, status: HTTPResponse.Status = .ok, _ version: DriveWriter.Version,
        showing expansions: Set<String> = []
    ) -> Response {
        let writer = writer(for: call, version, showing: expansions)
        return .json(status: status) { json in
            for space in listing.spaces { writer.write(space, of: listing, to: &json) }
        }
    }

    /// What the query of a single drive asks for; without `Dialect.checksSingleQueries` it is not even looked at.
    private func expansions(of call: Call) throws -> Set<String> {
        dialect.checksSingleQueries ? try QueryParameters(call.request.uri.query).expansions : []
    }

    private func show(_ call: Call, _ version: DriveWriter.Version) async throws -> Response {
        // The documentation's `/drives/$orderby=…` looks like a drive.
        if Self.isQuery(call["drive"]) { return try await listByPath(call, isUnrestricted: true) }
        if call.space.isEmpty {
            throw GraphError(
                status: .internalServerError, code: .generalException,
                message: "could not get drive: expected to find a single drive but fetched more")
        }
        let expansions = try expansions(of: call)
        if call.space.isShares { return try await showShares(call) }
        guard let listing = try await store.drive(call.space, for: call.caller) else {
            throw GraphError.notFound("no drive returned from storage")
        }
        return answer(listing, to: call, version, showing: expansions)
    }

    /// The Shares drive, or one mountpoint in it.
    private func showShares(_ call: Call) async throws -> Response {
        let writer = writer(for: call, .v1)
        if !call.space.isWholeSpace, let id = call.space.node {
            guard let mountpoint = try await store.mountpoint(id, for: call.caller) else {
                throw GraphError.notFound("no drive returned from storage")
            }
            return .json { writer.write(mountpoint, to: &$0) }
        }
        let modified = try await store.listing(for: call.caller, .init(type: "virtual")).sharesModified
        return .json { writer.writeShares(modified: modified, to: &$0) }
    }

    private func showPersonal(_ call: Call, of user: User) async throws -> Response {
        let expansions = try expansions(of: call)
        guard let listing = try await store.personalDrive(of: user) else {
            throw GraphError.notFound("no drive returned from storage")
        }
        return answer(listing, to: call, .v1, showing: expansions)
    }

    private func showPersonalOfUser(_ call: Call) async throws -> Response {
        let user = store.directory.user(id: call["user"]) ?? store.directory.user(named: call["user"])
        guard let user, user.key == call.caller.key || call.caller.role.listsAllSpaces else {
            throw GraphError.notFound("no drive returned from storage")
        }
        return try await showPersonal(call, of: user)
    }

    /// The order of the checks is that of docs/server-behaviour.md §3.2.
    private func create(_ call: Call, _ version: DriveWriter.Version) async throws -> Response {
        guard call.caller.role.createsProjects else {
            throw GraphError.forbidden("insufficient permissions to create a space.")
        }
        let body = try await call.body(upTo: maximumBodySize)
        let request: DriveRequest
        do {
            request = try DriveRequest(body)
        } catch {
            // In other words than the real server's, which keeps this character.
            let isNull = error.message == JSONParser.Failure.null.message
            throw GraphError.invalidRequest(isNull ? error.message : "invalid body schema definition")
        }
        guard request.hasName else { throw GraphError.invalidRequest("invalid body schema definition") }
        let name: String
        do {
            name = try SpaceNameRule.check(request.name ?? "")
        } catch {
            throw GraphError.invalidRequest("invalid spacename: \(error.message)")
        }
        guard ["", "project"].contains(request.driveType ?? "") else {
            throw GraphError.invalidRequest("drives of this type cannot be created via this api")
        }
        var quota = request.quotaTotal ?? defaultQuota
        if quota < 0 { quota = defaultQuota }
        if maxQuota > 0 && quota > maxQuota {
            throw GraphError.invalidRequest(
                "error: bad request: decompsedFS: requested quota is higher than allowed")
        }
        let alias = request.driveAlias.flatMap { $0.isEmpty ? nil : $0 }
        let usesTemplate = Self.parameter("template", of: call) == "default"
        let new = NewSpace(
            name: name, description: request.description ?? "", alias: alias, quota: quota, usesTemplate: usesTemplate)
        let created = try await store.create(new, by: call.caller)
        for space in created.spaces {
            try await announcer.announce(.created, of: SpaceReference(space.id), by: call)
        }
        return answer(created, to: call, status: .created, version)
    }

    /// The order of the checks is that of docs/server-behaviour.md §3.3.
    private func update(_ call: Call, _ version: DriveWriter.Version) async throws -> Response {
        if call.space.isShares { throw GraphError.notAllowed("drive cannot be updated") }
        let body = try await call.body(upTo: maximumBodySize)
        let request: DriveRequest
        do {
            request = try DriveRequest(body)
        } catch {
            throw GraphError.invalidRequest("invalid request body: error: \(error.message)")
        }
        var change = SpaceChange()
        if let name = request.name, !name.isEmpty {
            do {
                change.name = try SpaceNameRule.check(name)
            } catch {
                throw GraphError(status: .badRequest, code: .generalException, message: error.message)
            }
        }
        change.description = request.description
        change.alias = request.driveAlias.flatMap { $0.isEmpty ? nil : $0 }
        change.quota = try quota(request.quotaTotal)
        change.image = Self.nodeID(request.image)
        change.readme = Self.nodeID(request.readme)
        change.restores = GoBoolean.isTrue(call.header("Restore"))
        change.maxQuota = maxQuota
        return answer(try await store.update(call.space, change, by: call.caller), to: call, version)
    }

    /// -1 and -2 are unlimited, too; below, the real server bricks the space (recordings 090 to 094): not this one.
    private func quota(_ total: Int64?) throws -> Int64? {
        guard let total else { return nil }
        if total < -2 { throw GraphError.invalidRequest("invalid quota: it must not be negative") }
        return total <= 0 ? maxQuota : total
    }

    private func delete(_ call: Call) async throws -> Response {
        if call.space.isShares { throw GraphError.notAllowed("drive cannot be deleted") }
        if GoBoolean.isTrue(call.header("Purge")) {
            try await store.purge(call.space, by: call.caller, tellsRefusals: dialect.tellsRefusals)
        } else {
            try await store.disable(call.space, by: call.caller, tellsRefusals: dialect.tellsRefusals)
        }
        return Response(status: .noContent)
    }

    /// The last part of `storage$space!node`, or the id of a node alone.
    private static func nodeID(_ text: String?) -> String? {
        text.map { SpaceReference($0).node ?? $0 }
    }

    static func isQuery(_ segment: String) -> Bool {
        segment.hasPrefix("$filter=") || segment.hasPrefix("$orderby=")
    }

    private static func parameter(_ name: String, of call: Call) -> String? {
        for pair in (call.request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == name { return PercentEncoding.decode(parts[1], plusIsSpace: true) }
        }
        return nil
    }
}
