/// What a member may do in a space; raw values are stored, and a higher one may do more
/// (docs/server-behaviour.md §5.1).
package enum SpaceRole: Int, Sendable, Comparable, CaseIterable {
    case viewer = 1
    case editor = 2
    case manager = 3

    /// The one that may do less comes first.
    package static func < (left: SpaceRole, right: SpaceRole) -> Bool {
        left.rawValue < right.rawValue
    }

    /// Name in `root.permissions` of v1.0.
    package var name: String {
        switch self {
        case .viewer: "viewer"
        case .editor: "editor"
        case .manager: "manager"
        }
    }

    /// Role id in `root.permissions` of v1beta1.
    package var identifier: String {
        switch self {
        case .viewer: "a8d5fe5e-96e3-418d-825b-534dbdf22b99"
        case .editor: "58c63c02-1d89-4572-916a-870abc5a1b7d"
        case .manager: "312c0871-5ef7-4b3a-85b6-0e4074c64049"
        }
    }

    /// What clients are told of the role.
    var definition: RoleDefinition? { RoleDefinition.role(id: identifier) }

    init?(identifier: String) {
        guard let role = Self.allCases.first(where: { $0.identifier == identifier }) else { return nil }
        self = role
    }
}
