import HTTPTypes
import Hummingbird

/// Groups of users: everybody may search for them to invite one, administrators change them.
struct GroupRoutes: Sendable {
    let store: Store
    let maximumBodySize: Int
    /// The real server's limit of users that one PATCH adds.
    private static let maximumMembers = 20

    var routes: [RouteTable.Route] {
        // swift-format-ignore
        [
            .init(.get,    "/graph/v1.0/groups",                               list),
            .init(.post,   "/graph/v1.0/groups",                               create),
            .init(.get,    "/graph/v1.0/groups/{group}",                       show),
            .init(.patch,  "/graph/v1.0/groups/{group}",                       update),
            .init(.delete, "/graph/v1.0/groups/{group}",                       delete),
            .init(.get,    "/graph/v1.0/groups/{group}/members",               listMembers),
            .init(.post,   "/graph/v1.0/groups/{group}/members/$ref",          addMember),
            .init(.delete, "/graph/v1.0/groups/{group}/members/{member}/$ref", removeMember),
        ]
    }

    private func writer(for call: Call) -> UserWriter {
        UserWriter(directory: store.directory, publicURL: call.publicURL, applicationID: store.applicationID)
    }

    private func list(_ call: Call) async throws -> Response {
        let query = try UserQuery(call.request.uri.query)
        try query.check(for: call.caller)
        let writer = writer(for: call)
        let needle = query.needle
        let groups = try query.sorted(
            writer.directory.groups.filter { needle.isEmpty || $0.displayName.lowercased().contains(needle) })
        return .json {
            $0.object {
                $0.array("value") {
                    for group in groups { writer.write(group, showing: query.expansions, to: &$0) }
                }
            }
        }
    }

    private func create(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let request = try GroupRequest(try await call.body(upTo: maximumBodySize))
        guard let name = request.displayName else { throw GraphError.invalidRequest("Missing Required Attribute") }
        guard AccountRules.isGroupName(name) else { throw GraphError.invalidRequest("Invalid displayName") }
        if request.hasID { throw GraphError.invalidRequest("group id is a read-only attribute") }
        let members = try users(at: request.members ?? [])
        let group = try await store.createGroup(named: name)
        if !members.isEmpty { try await store.add(members, to: group) }
        let writer = writer(for: call)
        return .json(status: .created) { writer.write(group, to: &$0) }
    }

    /// Who is in a group, only administrators learn.
    private func show(_ call: Call) async throws -> Response {
        let group = try group(of: call)
        let showsMembers = call.caller.role.administersUsers
        let expansions = try QueryParameters(call.request.uri.query).expansions
        let writer = writer(for: call)
        return .json { writer.write(group, showing: showsMembers ? expansions : [], to: &$0) }
    }

    private func update(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let request = try GroupRequest(try await call.body(upTo: maximumBodySize))
        let group = try group(of: call)
        if let name = request.displayName {
            guard AccountRules.isGroupName(name) else { throw GraphError.invalidRequest("Invalid displayName") }
            try await store.renameGroup(group, to: name)
        }
        if let addresses = request.members {
            guard addresses.count <= Self.maximumMembers else {
                throw GraphError.invalidRequest("Request is limited to \(Self.maximumMembers) members")
            }
            try await store.add(try users(at: addresses), to: group)
        }
        return Response(status: .noContent)
    }

    private func delete(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        try await store.deleteGroup(try group(of: call))
        return Response(status: .noContent)
    }

    private func listMembers(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let group = try group(of: call)
        let writer = writer(for: call)
        return .json {
            $0.array {
                for user in writer.directory.members(of: group) { writer.write(user, to: &$0) }
            }
        }
    }

    private func addMember(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let request = try GroupRequest(try await call.body(upTo: maximumBodySize))
        guard let address = request.reference else {
            throw GraphError.invalidRequest("@odata.id reference is missing")
        }
        try await store.add(try users(at: [address]), to: try group(of: call))
        return Response(status: .noContent)
    }

    private func removeMember(_ call: Call) async throws -> Response {
        try call.requireAdministrator()
        let group = try group(of: call)
        guard let user = store.directory.user(id: call["member"]), user.groups.contains(group.key) else {
            throw GraphError.notFound("not found")
        }
        try await store.remove(user, from: group)
        return Response(status: .noContent)
    }

    private func group(of call: Call) throws(GraphError) -> Group {
        guard let group = store.directory.group(id: call["group"]) else { throw .notFound("not found") }
        return group
    }

    private func users(at addresses: [String]) throws(GraphError) -> [User] {
        var users: [User] = []
        for address in addresses {
            guard let target = GroupRequest.target(of: address) else {
                throw .invalidRequest("Error parsing @odata.id url")
            }
            guard target.kind == "users" else {
                throw .invalidRequest("Only users are allowed as group members")
            }
            guard let user = store.directory.user(id: target.id) else { throw .notFound("not found") }
            users.append(user)
        }
        return users
    }
}
