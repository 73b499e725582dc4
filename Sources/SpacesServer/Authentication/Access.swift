/// What one caller may do with one space: the permission matrix of docs/server-behaviour.md §6.2, and nothing else.
struct Access: Sendable, Equatable {
    let role: GlobalRole
    let spaceType: StoredSpace.Kind
    let isOwner: Bool
    /// The highest role granted to the caller directly or through a group; nil for those who are no members.
    let grant: SpaceRole?

    /// Role in the space: the owner of a personal space counts as its manager.
    var spaceRole: SpaceRole? {
        spaceType == .personal && isOwner ? .manager : grant
    }

    var isManager: Bool { spaceRole == .manager }
    var isEditor: Bool { (spaceRole ?? .viewer) >= .editor }

    /// Whether GET answers with it: members see an enabled space, managers a disabled one, too.
    func sees(disabled: Bool) -> Bool {
        role.listsAllSpaces || (disabled ? isManager : spaceRole != nil)
    }

    /// Name and description.
    var renames: Bool { role.editsAllSpaces || isManager }
    /// Alias, image and readme: an editor may, though not rename.
    var decorates: Bool { role.editsAllSpaces || isEditor }

    var setsQuota: Bool {
        switch spaceType {
        case .project: role.setsProjectQuota
        case .personal: role.setsPersonalQuota
        }
    }

    var disables: Bool {
        switch spaceType {
        case .project: role.enablesProjects || isManager
        case .personal: role.deletesPersonal
        }
    }

    /// The owner restores a personal space that an Admin disabled.
    var restores: Bool { role.enablesProjects || isManager }

    var purges: Bool {
        switch spaceType {
        case .project: role.purgesProjects || isManager
        case .personal: role.deletesPersonal
        }
    }

    /// Content is for members alone, whatever the caller's role in the installation.
    var reads: Bool { spaceRole != nil }
    var writes: Bool { isEditor }
    /// Members of a project space are the business of its managers.
    var invites: Bool { isManager }
}
