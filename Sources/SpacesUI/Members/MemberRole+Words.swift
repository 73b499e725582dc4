import Localization
import SpacesModel

extension MemberRole {
    /// The word for all members of the role, as a label.
    var plural: String {
        switch self {
        case .manager: localized("managers")
        case .editor: localized("editors")
        case .viewer: localized("viewers")
        case .other: localized("custom roles")
        }
    }

    /// So many members of the role: `2 managers`.
    func tally(_ number: Int) -> String {
        switch self {
        case .manager: counted(number, "manager", "managers")
        case .editor: counted(number, "editor", "editors")
        case .viewer: counted(number, "viewer", "viewers")
        case .other: counted(number, "custom role", "custom roles")
        }
    }

    /// So many accounts and groups that were deleted, whatever role was granted to them.
    static func tallyOfDeleted(_ number: Int) -> String { counted(number, "deleted account", "deleted accounts") }
}
