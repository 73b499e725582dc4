import HTTPTypes
import Hummingbird

/// The four roles of the installation, as the app roles of the one application that the server is, and who has which.
struct ApplicationRoutes: Sendable {
    let store: Store
    let maximumBodySize: Int

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.get,    "/graph/v1.0/applications",                                   list),
            .init(.get,    "/graph/v1.0/applications/{application}",                     show),
            .init(.get,    "/graph/v1.0/users/{user}/appRoleAssignments",                listAssignments),
            .init(.post,   "/graph/v1.0/users/{user}/appRoleAssignments",                assign),
            .init(.delete, "/graph/v1.0/users/{user}/appRoleAssignments/{assignment}",   remove),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        .json { json in
            json.object { $0.array("value") { write(to: &$0) } }
        }
    }

    private func show(_ call: Call) async throws -> Response {
        guard call["application"] == store.applicationID else {
            throw GraphError.notFound(
                """
                requested id \(call["application"]) does not match expected application id \(store.applicationID)
                """)
        }
        return .json { write(to: &$0) }
    }

    private func write(to json: inout JSONWriter) {
        json.object {
            $0.array("appRoles") {
                for role in GlobalRole.allCases {
                    $0.object {
                        $0.member("displayName", role.rawValue)
                        $0.member("id", role.identifier)
                    }
                }
            }
            $0.member("displayName", UserWriter.applicationName)
            $0.member("id", store.applicationID)
        }
    }

    private func listAssignments(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        // Whom nobody knows has no roles; that is no failure, as on the real server.
        let user = store.directory.user(id: call["user"])
        let writer = writer(for: call)
        return .json {
            $0.object {
                $0.array("value") {
                    if let user { writer.writeAssignment(of: user, to: &$0) }
                }
            }
        }
    }

    private func assign(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let request = try AssignmentRequest(try await call.body(upTo: maximumBodySize))
        guard request.principalID == call["user"] else {
            throw GraphError.invalidRequest(
                "user id \(call["user"]) does not match principal id \(request.principalID)")
        }
        guard request.resourceID == store.applicationID else {
            throw GraphError.invalidRequest(
                "resource id \(request.resourceID) does not match expected application id \(store.applicationID)")
        }
        guard let user = store.directory.user(id: call["user"]) else { throw GraphError.notFound("not found") }
        try checkOther(than: user, call)
        guard let role = GlobalRole(identifier: request.roleID) else {
            throw GraphError.invalidRequest("role \(request.roleID) not found")
        }
        let changed = try await store.assign(role, to: user)
        let writer = writer(for: call)
        return .json(status: .created) { writer.writeAssignment(of: changed, to: &$0) }
    }

    private func remove(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let user = store.directory.user(id: call["user"])
        guard let user, user.roleAssignment == call["assignment"] else {
            throw GraphError.notFound(
                "appRoleAssignment \(call["assignment"]) not found for user \(call["user"])")
        }
        try checkOther(than: user, call)
        try await store.removeRole(of: user)
        return Response(status: .noContent)
    }

    /// Nobody locks themselves out.
    private func checkOther(than user: User, _ call: Call) throws(GraphError) {
        if user.key == call.caller.key { throw .forbidden("changing own role assignment forbidden") }
    }

    private func writer(for call: Call) -> UserWriter {
        UserWriter(directory: store.directory, publicURL: call.publicURL, applicationID: store.applicationID)
    }
}
