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
        case .setQuota(.unlimited): "Take the quota limit away"
        case .setQuota(let limit): "Set the quota to \(limit.formatted)"
        case .changeQuota(let percent):
            percent < 0 ? "Lower the quota by \(-percent) %" : "Raise the quota by \(percent) %"
        case .quotaAtLeast(let size): "Raise the quota to at least \(size.formatted())"
        case .disable: "Disable"
        case .restore: "Restore"
        case .purge: "Purge for ever"
        case .invite(let invitation, let label): "Add \(invitation.identity.shownName) as \(label)"
        case .remove(let identity): "Remove \(identity.shownName)"
        case .rename: "Rename"
        }
    }

    /// The word for the key that begins it.
    var verb: String {
        switch self {
        case .setQuota, .changeQuota, .quotaAtLeast: "change"
        case .disable: "disable"
        case .restore: "restore"
        case .purge: "purge"
        case .invite: "add to"
        case .remove: "remove from"
        case .rename: "rename"
        }
    }

    /// What will happen, in plain words, where a number does not say it all.
    var consequence: String? {
        switch self {
        case .disable: "Nobody will reach their content until they are restored. No file is deleted."
        case .purge: "These spaces and all their files are deleted. This cannot be undone."
        default: nil
        }
    }

    var isDangerous: Bool { self == .purge }
}
