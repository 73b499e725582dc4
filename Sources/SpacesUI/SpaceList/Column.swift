import Terminal
import Localization
import SpacesModel

/// The columns of the list: the one table for header, order, layout and documentation.
package enum Column: String, CaseIterable, Hashable, Sendable {
    case name, type, state, used, quota, usage, members, modified
    case remaining, managers, owner, subtitle, alias, id

    /// The word in the header.
    package var title: String {
        switch self {
        case .name: localized("NAME")
        case .type: localized("TYPE")
        case .state: localized("STATE")
        case .used: localized("USED")
        case .quota: localized("QUOTA")
        case .usage: localized("USAGE")
        case .members: localized("MEMBERS")
        case .modified: localized("MODIFIED")
        case .remaining: localized("REMAINING")
        case .managers: localized("MANAGERS")
        case .owner: localized("OWNER")
        case .subtitle: localized("SUBTITLE")
        case .alias: localized("ALIAS")
        case .id: localized("ID")
        }
    }
    /// The word in a sentence.
    var word: String {
        switch self {
        case .name: localized("name")
        case .type: localized("type")
        case .state: localized("state")
        case .used: localized("used")
        case .quota: localized("quota")
        case .usage: localized("usage")
        case .members: localized("members")
        case .modified: localized("modified")
        case .remaining: localized("remaining")
        case .managers: localized("managers")
        case .owner: localized("owner")
        case .subtitle: localized("subtitle")
        case .alias: localized("alias")
        case .id: localized("id")
        }
    }

    /// What the column shows, for the documentation.
    package var summary: String { definition.summary }
    /// Cells that the column takes; the name takes what is left, and at least this.
    var width: Int { max(definition.width, longestWord) }
    /// Cells that the column takes at most, where there is room: more only for texts.
    var widest: Int { max(definition.widest, longestWord) }
    var isRightAligned: Bool { definition.alignment == .right }
    /// Columns come in this order of importance when there is no room for all.
    var rank: Int { definition.rank }
    /// True for the columns that are shown unless others are chosen.
    package var isStandard: Bool { rank < 8 }
    /// True where what one looks for is the largest: such a column is sorted downwards first.
    var startsDescending: Bool { isRightAligned || self == .usage }
    /// True for texts, which sort as people read them.
    var isText: Bool { widest > width }

    /// The cells of the longest of the few words that the column shows, in the language of the person.
    private var longestWord: Int {
        let words: [String] =
            switch self {
            case .type: [SpaceType.project.label, SpaceType.personal.label]
            case .state: RowState.allCases.map(\.label)
            default: []
            }
        return words.map { CellWidth.of($0) }.max() ?? 0
    }

    enum Alignment { case left, right }

    private var definition: (width: Int, widest: Int, alignment: Alignment, rank: Int, summary: String) {
        // swift-format-ignore
        switch self {
        case .name:      (16, 44, .left,   0, localized("the name; a bar at the left marks the selected space, ○ behind it one that nobody manages"))
        case .type:      ( 8,  8, .left,   7, localized("project, personal, mountpoint or virtual"))
        case .state:     ( 9,  9, .left,   4, localized("the state of the quota, or disabled, or orphaned (no manager)"))
        case .used:      ( 8,  8, .right,  2, localized("bytes stored; unknown for disabled spaces"))
        case .quota:     ( 8,  8, .right,  3, localized("the limit; ∞ means none and sorts as the largest"))
        case .usage:     (16, 16, .left,   1, localized("used part of the quota as a bar and in percent; ! is critical, ✕ exceeded"))
        case .members:   ( 7,  7, .right,  6, localized("users and groups that were given a role"))
        case .modified:  ( 8,  8, .right,  5, localized("time since the last change"))
        case .remaining: ( 9,  9, .right,  8, localized("bytes that can still be stored; ∞ without a limit"))
        case .managers:  (18, 40, .left,   9, localized("the names of the managers"))
        case .owner:     (14, 30, .left,  10, localized("whose a personal space is"))
        case .subtitle:  (20, 60, .left,  11, localized("the line below the name"))
        case .alias:     (20, 48, .left,  12, localized("the alias, as addresses have it"))
        case .id:        (16, 76, .left,  13, localized("the id, as the API has it"))
        }
    }

    package static func < (left: Column, right: Column) -> Bool { left.rank < right.rank }
}
