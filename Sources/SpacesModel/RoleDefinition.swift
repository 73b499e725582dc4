import Localization
package import Texts

/// A role that a server offers for the members of a space, with the id by which it is given.
///
/// Source: `@libre.graph.permissions.roles.allowedValues` of `root/permissions` (recording 072).
package struct RoleDefinition: Hashable, Sendable, Identifiable {
    /// Goes back to the server as it came.
    @ExactText package var id: String
    /// The server's name for it: `Can view`.
    @ExactText package var displayName: String
    /// What the role may do, in the words of the server.
    @ExactText package var summary: String
    /// The server's order: who has more may do more.
    package var weight: Int

    package init(id: String, displayName: String, summary: String = "", weight: Int = 0) {
        self.id = id
        self.displayName = displayName
        self.summary = summary
        self.weight = weight
    }

    package var role: MemberRole { MemberRole(wireName: id) }

    /// The word for one member of the role: ours for the three roles that every server has, else the server's.
    package var label: String {
        Self.published.contains { $0.id == id } || displayName.isEmpty ? role.label : displayName
    }

    /// What the role may do: in our words for the roles that every server has, else in the server's.
    package var shownSummary: String {
        guard Self.published.contains(self) else { return summary }
        return switch role {
        case .viewer: localized("View and download.")
        case .editor: localized("View, download, upload, edit, add, delete including the history.")
        case .manager: localized("View, download, upload, edit, add, delete and manage members.")
        case .other: summary
        }
    }

    /// The roles that every server has, from the least to the most powerful, for one that names none
    /// (docs/server-behaviour.md §5.1).
    package static let published = [
        RoleDefinition(
            id: "a8d5fe5e-96e3-418d-825b-534dbdf22b99", displayName: "Can view", summary: "View and download.",
            weight: 1),
        RoleDefinition(
            id: "58c63c02-1d89-4572-916a-870abc5a1b7d", displayName: "Can edit",
            summary: "View, download, upload, edit, add, delete including the history.", weight: 2),
        RoleDefinition(
            id: "312c0871-5ef7-4b3a-85b6-0e4074c64049", displayName: "Can manage",
            summary: "View, download, upload, edit, add, delete and manage members.", weight: 3),
    ]
}
