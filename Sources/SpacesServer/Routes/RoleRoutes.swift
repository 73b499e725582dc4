import HTTPTypes
import Hummingbird

/// The roles that can be granted, in spaces and on files and folders (recording 071).
struct RoleRoutes: Sendable {
    private static let path = "/graph/v1beta1/roleManagement/permissions/roleDefinitions"

    var routes: [RouteTable.Route] {
        [
            .init(.get, Self.path) { _ in
                .json { json in
                    json.array { array in
                        for role in RoleDefinition.all { role.write(weight: 0, hasActions: true, to: &array) }
                    }
                }
            },
            .init(.get, "\(Self.path)/{role}") { call in
                guard let role = RoleDefinition.role(id: call["role"]) else {
                    throw GraphError.notFound("unknown role, check if the role is enabled")
                }
                return .json { role.write(weight: 0, hasActions: true, to: &$0) }
            },
        ]
    }
}
