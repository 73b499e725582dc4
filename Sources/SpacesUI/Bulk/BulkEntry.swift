import Localization
import SpacesModel
import Terminal

/// An entry of the menu of actions: THE table of what can be done with many spaces.
package enum BulkEntry: CaseIterable, Hashable, Sendable {
    case setQuota, raiseQuota, lowerQuota, quotaAtLeast, unlimited, disable, restore, purge, invite, remove, rename

    // swift-format-ignore
    private var definition: (key: Key, label: String) {
        switch self {
        case .setQuota:     ("s", localized("Set the quota to …"))
        case .raiseQuota:   ("+", localized("Raise the quota by … %"))
        case .lowerQuota:   ("-", localized("Lower the quota by … %"))
        case .quotaAtLeast: ("l", localized("Raise the quota to at least …"))
        case .unlimited:    ("u", localized("Take the quota limit away"))
        case .disable:      ("D", localized("Disable"))
        case .restore:      ("R", localized("Restore"))
        case .purge:        ("P", localized("Purge for ever"))
        case .invite:       ("a", localized("Add a member …"))
        case .remove:       ("d", localized("Remove a member …"))
        case .rename:       ("n", localized("Rename by a pattern …"))
        }
    }

    var key: Key { definition.key }
    var label: String { definition.label }

    /// The action of an entry that asks for nothing more.
    var action: BulkAction? {
        switch self {
        case .unlimited: .setQuota(.unlimited)
        case .disable: .disable
        case .restore: .restore
        case .purge: .purge
        default: nil
        }
    }
}
