import HTTPTypes
import Hummingbird

/// The roles that a space can grant (recording 071, without those that are for shared files and folders).
struct RoleRoutes: Sendable {
    var routes: [RouteTable.Route] {
        [
            .init(.get, "/graph/v1beta1/roleManagement/permissions/roleDefinitions") { _ in
                .json { json in
                    json.array { array in
                        for role in SpaceRole.allCases {
                            role.writeDefinition(weight: 0, hasActions: true, to: &array)
                        }
                    }
                }
            }
        ]
    }
}
