import Localization
package import SpacesModel

/// What is to be done with many spaces at once.
package enum BulkAction: Equatable, Sendable {
    case setQuota(QuotaLimit)
    /// So many percent more, or less where it is negative.
    case changeQuota(percent: Int)
    case quotaAtLeast(ByteCount)
    case disable, restore, purge
    case invite(Invitation, label: String)
    case remove(Identity)
    case rename(RenamePattern)

    /// The deed as a title: "Set the quota to 20 GB".
    package var title: String {
        switch self {
        case .setQuota(.unlimited): localized("Take the quota limit away")
        case .setQuota(let limit): localized("Set the quota to \(limit.formatted)")
        case .changeQuota(let percent):
            percent < 0 ? localized("Lower the quota by \(-percent) %") : localized("Raise the quota by \(percent) %")
        case .quotaAtLeast(let size): localized("Raise the quota to at least \(size.formatted())")
        case .disable: localized("Disable")
        case .restore: localized("Restore")
        case .purge: localized("Purge for ever")
        case .invite(let invitation, let label): localized("Add \(invitation.identity.shownName) as \(label)")
        case .remove(let identity): localized("Remove \(identity.shownName)")
        case .rename: localized("Rename")
        }
    }

    /// The word for the key that begins it.
    var verb: String {
        switch self {
        case .setQuota, .changeQuota, .quotaAtLeast: localized("change", in: "a key's hint")
        case .disable: localized("disable")
        case .restore: localized("restore")
        case .purge: localized("purge")
        case .invite: localized("add", in: "a key's hint")
        case .remove: localized("remove", in: "a key's hint")
        case .rename: localized("rename")
        }
    }

    /// What would be done to so many spaces: "3 spaces to disable".
    func plan(_ spaces: String) -> String {
        switch self {
        case .setQuota, .changeQuota, .quotaAtLeast: localized("\(spaces) to change")
        case .disable: localized("\(spaces) to disable")
        case .restore: localized("\(spaces) to restore")
        case .purge: localized("\(spaces) to purge")
        case .invite: localized("\(spaces) to add to")
        case .remove: localized("\(spaces) to remove from")
        case .rename: localized("\(spaces) to rename")
        }
    }

    /// The deed as the end of a sentence: "to disable 3 spaces".
    func phrase(_ whom: String) -> String {
        switch self {
        case .setQuota, .changeQuota, .quotaAtLeast: localized("change \(whom)")
        case .disable: localized("disable \(whom)")
        case .restore: localized("restore \(whom)")
        case .purge: localized("purge \(whom)")
        case .invite: localized("add to \(whom)")
        case .remove: localized("remove from \(whom)")
        case .rename: localized("rename \(whom)")
        }
    }

    /// What will happen, in plain words, where a number does not say it all.
    var consequence: String? {
        switch self {
        case .disable: localized("Nobody will reach their content until they are restored. No file is deleted.")
        case .purge: localized("These spaces and all their files are deleted. This cannot be undone.")
        default: nil
        }
    }

    var isDangerous: Bool { self == .purge }
}
