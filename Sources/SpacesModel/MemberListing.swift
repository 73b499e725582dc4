/// The members of a space, and what can be done about them (`root/permissions`, recording 072).
package struct MemberListing: Equatable, Sendable {
    package var members: [Member]
    /// The roles that can be given, from the least to the most powerful.
    package var roles: [RoleDefinition]
    /// What the server lets this account do with the space, in its own words; empty where it does not say.
    package var actions: Set<String>

    package init(members: [Member], roles: [RoleDefinition] = RoleDefinition.published, actions: Set<String> = []) {
        self.members = members
        self.roles = roles
        self.actions = actions
    }

    /// False where the server says that this account may only look.
    package var mayChange: Bool {
        actions.isEmpty || actions.contains("libre.graph/driveItem/permissions/update")
    }

    /// The role definition of a member; `nil` for a role that is not offered.
    package func definition(of member: Member) -> RoleDefinition? {
        roles.first { $0.id == member.roleID } ?? roles.first { $0.role == member.role }
    }
}
