/// What a user may do in the whole installation; raw values are those of the users file
/// (docs/server-behaviour.md §6.1).
package enum GlobalRole: String, Sendable, CaseIterable {
    case admin = "Admin"
    case spaceAdmin = "Space Admin"
    case user = "User"
    case userLight = "User Light"

    /// Drives.List: sees every space.
    var listsAllSpaces: Bool { self == .admin || self == .spaceAdmin }
    /// Drives.Create with constraint ALL: creates project spaces.
    var createsProjects: Bool { self == .admin || self == .spaceAdmin }
    /// Gets a personal space: Drives.Create with any constraint.
    var hasPersonalSpace: Bool { self != .userLight }
    /// Drives.ReadWrite: changes name, description, alias, image and readme of any space.
    var editsAllSpaces: Bool { self == .admin || self == .spaceAdmin }
    /// Drives.ReadWriteProjectQuota.
    var setsProjectQuota: Bool { self == .admin || self == .spaceAdmin }
    /// Drives.ReadWritePersonalQuota.
    var setsPersonalQuota: Bool { self == .admin }
    /// Drives.ReadWriteEnabled: disables and restores project spaces.
    var enablesProjects: Bool { self == .admin || self == .spaceAdmin }
    /// Drives.DeleteProject: purges disabled project spaces.
    var purgesProjects: Bool { self == .admin || self == .spaceAdmin }
    /// Accounts.ReadWrite: creates, changes and deletes users and groups, and assigns roles.
    var administersUsers: Bool { self == .admin }
    /// Drives.DeletePersonal: disables and purges personal spaces.
    var deletesPersonal: Bool { self == .admin }
}
