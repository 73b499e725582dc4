import Localization
package import SpacesModel

/// What the signed-in account may do with which space: the role matrix of a real server
/// (docs/server-behaviour.md §6.2).
///
/// It only decides what is offered; the server has the last word. What is not known yet is offered.
package struct Access: Equatable, Sendable {
    package var account: Account?
    package var permissions: Permissions?

    package init(account: Account? = nil, permissions: Permissions? = nil) {
        self.account = account
        self.permissions = permissions
    }

    package var creating: Availability {
        allow(holds(.createAll), or: localized("this account may not create spaces"))
    }

    package var listingAll: Availability {
        allow(holds(.listAll), or: localized("this account sees only the spaces that it is a member of"))
    }

    /// Whether any field of the space may be changed.
    package func editing(_ space: Space) -> Availability {
        if let fixed = fixedType(space) { return .disabled(fixed) }
        let fields = SpaceField.allCases.map { changing($0, of: space) }
        return fields.first(where: \.isEnabled) ?? .disabled(localized("this account may not change this space"))
    }

    /// Whether the content of a space is open to the account, as far as is known; admins do not see it as such.
    package func isMember(of space: Space) -> Bool {
        guard let account else { return true }
        guard let members = space.members else { return space.type != .personal || space.owner?.id == account.id }
        return members.contains { mayBe($0.identity, account) }
    }

    /// Whether what is granted to someone may be granted to the account: which groups it is in is not known.
    private func mayBe(_ identity: Identity, _ account: Account) -> Bool {
        identity.kind == .group ? !identity.isUnknown : identity.id == account.id
    }

    /// Whether the readme may be written: it is content, which is for managers and editors alone.
    package func editingReadme(of space: Space) -> Availability {
        if let fixed = fixedType(space) { return .disabled(fixed) }
        if space.isDisabled { return .disabled(localized("\(space.name) is disabled: nobody reaches its content")) }
        return allow(
            manages(space) || hasRole(.editor, in: space),
            or: localized("only a manager or an editor of the space may change it"))
    }

    /// Whether one field of the space may be changed.
    package func changing(_ field: SpaceField, of space: Space) -> Availability {
        switch field {
        case .name, .subtitle:
            allow(holds(.editAll) || manages(space), or: localized("only an admin or a manager may change it"))
        case .alias:
            allow(
                holds(.editAll) || manages(space) || hasRole(.editor, in: space),
                or: localized("only an admin, a manager or an editor may change it"))
        case .quota:
            space.type == .personal
                ? allow(holds(.setPersonalQuota), or: localized("only an Admin may set the quota of a personal space"))
                : allow(holds(.setProjectQuota), or: localized("this account may not set quotas"))
        }
    }

    package func disabling(_ space: Space) -> Availability {
        if let fixed = fixedType(space) { return .disabled(fixed) }
        if space.isDisabled { return .disabled(localized("\(space.name) is disabled already")) }
        return space.type == .personal
            ? allow(holds(.deletePersonal), or: localized("only an Admin may disable a personal space"))
            : allow(
                holds(.enableAll) || manages(space),
                or: localized("only an admin or a manager of the space may disable it"))
    }

    package func restoring(_ space: Space) -> Availability {
        if let fixed = fixedType(space) { return .disabled(fixed) }
        if !space.isDisabled { return .disabled(localized("\(space.name) is not disabled")) }
        return allow(
            holds(.enableAll) || manages(space), or: localized("only an admin or a manager of the space may restore it")
        )
    }

    package func purging(_ space: Space) -> Availability {
        if let fixed = fixedType(space) { return .disabled(fixed) }
        if !space.isDisabled { return .disabled(localized("only a disabled space can be purged: disable it first")) }
        return space.type == .personal
            ? allow(holds(.deletePersonal), or: localized("only an Admin may purge a personal space"))
            : allow(
                holds(.deleteProject) || manages(space),
                or: localized("only an admin or a manager of the space may purge it"))
    }

    private func allow(_ condition: Bool, or reason: String) -> Availability {
        condition ? .enabled : .disabled(reason)
    }

    private func holds(_ permission: Permission) -> Bool {
        permissions?.contains(permission) ?? true
    }

    /// True for a manager, for the owner of a personal space, and where a group manages that the account may belong to.
    func manages(_ space: Space) -> Bool {
        if let account, space.type == .personal { return space.owner?.id == account.id }
        return hasRole(.manager, in: space)
    }

    private func hasRole(_ role: MemberRole, in space: Space) -> Bool {
        guard let account, let members = space.members else { return account == nil }
        return members.contains { $0.role == role && mayBe($0.identity, account) }
    }

    /// Why nobody can change a space of this type, or `nil`.
    private func fixedType(_ space: Space) -> String? {
        switch space.type {
        case .virtual: localized("\(space.name) is a list that the server makes up; it cannot be changed")
        case .mountpoint: localized("\(space.name) is a share of someone else; its owner decides about it")
        case .project, .personal, .other: nil
        }
    }
}
