/// The columns of the list: the one table for header, order, layout and documentation.
package enum Column: String, CaseIterable, Hashable, Sendable {
    case name, type, state, used, quota, usage, members, modified

    /// The word in the header.
    package var title: String { definition.title }
    /// What the column shows, for the documentation.
    package var summary: String { definition.summary }
    /// Cells that the column takes; the name takes what is left, and at least this.
    var width: Int { definition.width }
    var isRightAligned: Bool { definition.alignment == .right }
    /// Columns come in this order of importance when there is no room for all.
    var rank: Int { definition.rank }

    enum Alignment { case left, right }

    private var definition: (title: String, width: Int, alignment: Alignment, rank: Int, summary: String) {
        // swift-format-ignore
        switch self {
        case .name:     ("NAME",     16, .left,  0, "the name; a bar at the left marks the selected space, ○ behind it one that nobody manages")
        case .type:     ("TYPE",      8, .left,  7, "project, personal, mountpoint or virtual")
        case .state:    ("STATE",     9, .left,  4, "the state of the quota, or disabled, or orphaned (no manager)")
        case .used:     ("USED",      8, .right, 2, "bytes stored; unknown for disabled spaces")
        case .quota:    ("QUOTA",     8, .right, 3, "the limit; ∞ means none and sorts as the largest")
        case .usage:    ("USAGE",    16, .left,  1, "used part of the quota as a bar and in percent; ! is critical, ✕ exceeded")
        case .members:  ("MEMBERS",   7, .right, 6, "users and groups that were given a role")
        case .modified: ("MODIFIED",  8, .right, 5, "time since the last change")
        }
    }

    package static func < (left: Column, right: Column) -> Bool { left.rank < right.rank }
}

/// By which column the list is sorted, and in which direction.
package struct SortOrder: Equatable, Sendable {
    package var column: Column
    package var isDescending: Bool

    package init(_ column: Column = .name, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }
}
