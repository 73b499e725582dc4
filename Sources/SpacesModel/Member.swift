import Localization
package import Foundation
package import Texts

/// A user or a group, as far as the server names it.
package struct Identity: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case user, group }

    package var kind: Kind
    @ExactText package var id: String
    /// Empty for a user or group that the server no longer knows.
    @ExactText package var displayName: String

    package init(kind: Kind = .user, id: String, displayName: String) {
        self.kind = kind
        self.id = id
        self.displayName = displayName
    }

    /// True for an account or a group that was deleted: what was granted to it stays, and nobody can use it.
    package var isUnknown: Bool { displayName.isEmpty }

    /// The id that servers give to what is granted to this user or group: `u:…` or `g:…`
    /// (docs/server-behaviour.md §4.4).
    package var grantID: String { (kind == .user ? "u:" : "g:") + id }
}

/// Someone who may work with a space, and in which role (`root.permissions`, docs/server-behaviour.md §4.4).
package struct Member: Hashable, Sendable {
    package var identity: Identity
    package var role: MemberRole
    /// When the membership ends by itself.
    package var expires: Date?
    /// The id of the grant; only v1beta1 sends one.
    @ExactOptionalText package var permissionID: String?
    /// The id of the role's definition; only v1beta1 sends one.
    @ExactOptionalText package var roleID: String?

    package init(
        identity: Identity, role: MemberRole, expires: Date? = nil, permissionID: String? = nil, roleID: String? = nil
    ) {
        self.identity = identity
        self.role = role
        self.expires = expires
        self.permissionID = permissionID
        self.roleID = roleID
    }

    /// The id of the grant, which tells members apart; where the server sent none, the one that it gives them all.
    package var grantID: String { permissionID ?? identity.grantID }
}

/// What a member may do in a space: v1.0 says it in words, v1beta1 by the ids of role definitions.
package enum MemberRole: Hashable, Sendable {
    case manager, editor, viewer
    /// A role of this installation, or one that the server could not name.
    case other(String)

    /// The roles with a name of their own, from the most to the least powerful.
    package static let known: [MemberRole] = [.manager, .editor, .viewer]

    /// The role of a word or of a role definition's id (docs/server-behaviour.md §5.1).
    package init(wireName: String) {
        switch wireName {
        case "manager", "312c0871-5ef7-4b3a-85b6-0e4074c64049": self = .manager
        case "editor", "58c63c02-1d89-4572-916a-870abc5a1b7d", "3284f2d5-0070-4ad8-ac40-c247f7c1fb27": self = .editor
        case "viewer", "a8d5fe5e-96e3-418d-825b-534dbdf22b99": self = .viewer
        default: self = .other(wireName)
        }
    }

    /// The word of v1.0, and of files.
    package var wireName: String {
        switch self {
        case .manager: "manager"
        case .editor: "editor"
        case .viewer: "viewer"
        case .other: "custom role"
        }
    }

    /// The word for one member of the role.
    package var label: String {
        switch self {
        case .manager: localized("manager")
        case .editor: localized("editor")
        case .viewer: localized("viewer")
        case .other: localized("custom role")
        }
    }
}
