import HTTPTypes
import Hummingbird

/// The members of a space: list, invite, change role, remove (docs/server-behaviour.md §5.2, recordings 072 to 080).
struct MemberRoutes: Sendable {
    let store: Store
    let maximumBodySize: Int

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.get,    "/graph/v1beta1/drives/{drive}/root/permissions",              list),
            .init(.post,   "/graph/v1beta1/drives/{drive}/root/invite",                   invite),
            .init(.patch,  "/graph/v1beta1/drives/{drive}/root/permissions/{permission}", change),
            .init(.delete, "/graph/v1beta1/drives/{drive}/root/permissions/{permission}", remove),
            .init(.post,   "/graph/v1beta1/drives/{drive}/root/createLink",               refuseLink),
            .init(.post,   "/graph/v1beta1/drives/{drive}/root/permissions/{permission}/setPassword", refuseLink),
        ]
    }

    private func writer(for call: Call) -> DriveWriter {
        DriveWriter(
            storageID: store.storageID, publicURL: call.publicURL, directory: store.directory, version: .v1beta1)
    }

    /// Public links are no members, and this server has none.
    private func refuseLink(_ call: Call) async throws -> Response {
        throw GraphError.notSupported("this server has no public links")
    }

    private func list(_ call: Call) async throws -> Response {
        try check(call)
        let grants = try await store.members(of: call.space, for: call.caller)
        let writer = writer(for: call)
        return .json {
            $0.object {
                $0.array("@libre.graph.permissions.actions.allowedValues") {
                    for action in SpaceRole.manager.definition?.actions ?? [] { $0.string(action) }
                }
                $0.array("@libre.graph.permissions.roles.allowedValues") {
                    for role in SpaceRole.allCases {
                        role.definition?.write(weight: Int64(role.rawValue), hasActions: false, to: &$0)
                    }
                }
                $0.array("value") {
                    for grant in grants { writer.write(grant, to: &$0) }
                }
            }
        }
    }

    /// A drive without an id cannot be told: here alone the real server calls that unprocessable.
    private func check(_ call: Call) throws {
        if call.space.space.isEmpty {
            throw GraphError(status: .unprocessableContent, code: .invalidRequest, message: "invalid driveID")
        }
    }

    private func invite(_ call: Call) async throws -> Response {
        try check(call)
        let request = try MemberRequest(try await call.body(upTo: maximumBodySize))
        guard request.recipients.count == 1 else { throw MemberRequest.violation("Recipients", "len") }
        guard let role = request.role else { throw MemberRequest.violation("Roles", "required_without") }
        let recipient = request.recipients[0]
        let key =
            recipient.isGroup
            ? store.directory.group(id: recipient.id)?.key : store.directory.user(id: recipient.id)?.key
        guard let key else { throw GraphError.invalidRequest("itemNotFound: not found") }
        if case .some(.some(let expires)) = request.expires, expires <= store.clock.now() {
            throw MemberRequest.violation("ExpirationDateTime", "gt")
        }
        let grant = try await store.grant(
            role, to: key, expires: request.expires, in: call.space, by: call.caller, isNew: true)
        let identity = store.directory.identityJSON(of: call.caller.key)
        return .json {
            $0.object {
                $0.array("value") {
                    $0.object {
                        // The end is stored, and left out of this answer alone, as the real server does.
                        $0.key("grantedToV2")
                        $0.raw(store.directory.identityJSON(of: key))
                        $0.member("id", store.directory.permissionID(of: key))
                        $0.object("invitation") {
                            $0.key("invitedBy")
                            $0.raw(identity)
                        }
                        $0.array("roles") { $0.string(grant.role.identifier) }
                    }
                }
            }
        }
    }

    private func change(_ call: Call) async throws -> Response {
        try check(call)
        let request = try MemberRequest(try await call.body(upTo: maximumBodySize))
        guard let key = store.directory.key(permissionID: call["permission"]) else {
            throw GraphError.notFound("not found")
        }
        if case .some(.some(let expires)) = request.expires, expires <= store.clock.now() {
            throw GraphError.invalidRequest("expiration date is in the past")
        }
        let grant = try await store.grant(
            request.role, to: key, expires: request.expires, in: call.space, by: call.caller, isNew: false)
        let writer = writer(for: call)
        return .json { writer.write(grant, to: &$0) }
    }

    private func remove(_ call: Call) async throws -> Response {
        try check(call)
        guard let key = store.directory.key(permissionID: call["permission"]) else {
            throw GraphError.notFound("not found")
        }
        try await store.removeMember(key, from: call.space, by: call.caller)
        return Response(status: .noContent)
    }
}
