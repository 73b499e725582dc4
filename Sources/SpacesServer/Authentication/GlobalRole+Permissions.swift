extension GlobalRole {
    /// The names of the role's permissions, as the settings service lists them (recordings 003 and 004; those of the
    /// two roles that were not recorded follow the matrix of docs/server-behaviour.md §6.2).
    var permissions: [String] {
        switch self {
        case .admin: Self.everybody + Self.spaceAdministration + Self.administration
        case .spaceAdmin: Self.everybody + Self.own + Self.spaceAdministration
        case .user: Self.everybody + Self.own + ["Drives.Create.own"]
        case .userLight: Self.everybody.filter { !$0.hasPrefix("PublicLink") && !$0.hasPrefix("Shares") } + Self.own
        }
    }

    private static let everybody = [
        "AutoAcceptShares.ReadWriteDisabled.own", "EmailNotifications.ReadWriteDisabled.own",
        "EmailSendingInterval.ReadWrite.own", "Event.PostprocessingStepFinished.ReadWrite.own",
        "Event.ShareCreated.ReadWrite.own", "Event.ShareExpired.ReadWrite.own", "Event.ShareRemoved.ReadWrite.own",
        "Event.SpaceDeleted.ReadWrite.own", "Event.SpaceDisabled.ReadWrite.own",
        "Event.SpaceMembershipExpired.ReadWrite.own", "Event.SpaceShared.ReadWrite.own",
        "Event.SpaceUnshared.ReadWrite.own", "Favorites.List.own", "Favorites.Write.own", "PublicLink.Write.all",
        "Shares.Write.all",
    ]

    private static let own = ["Language.ReadWrite.own", "Self.ReadWrite.own"]

    private static let spaceAdministration = [
        "Drives.Create.all", "Drives.DeleteProject.all", "Drives.List.all", "Drives.ReadWrite.all",
        "Drives.ReadWriteEnabled.all", "Drives.ReadWriteProjectQuota.all",
    ]

    private static let administration = [
        "Accounts.ReadWrite.all", "Drives.DeletePersonal.all", "Drives.ReadWritePersonalQuota.all",
        "Groups.ReadWrite.all", "Language.ReadWrite.all", "Logo.Write.all", "ReadOnlyPublicLinkPassword.Delete.all",
        "Roles.ReadWrite.all", "Settings.ReadWrite.all",
    ]
}
