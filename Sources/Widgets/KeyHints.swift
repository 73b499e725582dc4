package import Terminal

/// The line that tells which keys do what now: `e edit   n new   ? help`.
package enum KeyHints {
    /// One key and what it does.
    package struct Hint: Equatable, Sendable {
        package var key: String
        package var label: String
        /// Whether the command is possible now; it is shown either way, so that the line does not jump.
        package var isEnabled: Bool
        /// Whether the hint stays when there is no room for all, as the way to the help does.
        package var isPinned: Bool
        /// The keys that a click presses, in the order in which they are written; none presses nothing.
        package var keys: [Key]

        package init(
            key: String, label: String, isEnabled: Bool = true, isPinned: Bool = false, keys: [Key] = []
        ) {
            self.key = key
            self.keys = keys
            self.label = label
            self.isEnabled = isEnabled
            self.isPinned = isPinned
        }

        fileprivate var columns: Int { CellWidth.of(key) + 1 + CellWidth.of(label) }
    }

    /// A hint that found room: which one, and the columns it takes, for drawing and for clicks.
    package struct Placement: Equatable, Sendable {
        package let index: Int
        package let column: Int
        package let columns: Int
    }

    private static let gap = 3

    /// Chooses the hints that fit into so many columns: pinned ones first, the others in order until one does not fit.
    package static func placements(of hints: [Hint], columns: Int) -> [Placement] {
        var room = columns
        var kept: Set<Int> = []
        for pinned in [true, false] {
            for index in hints.indices where hints[index].isPinned == pinned {
                let needed = hints[index].columns + (kept.isEmpty ? 0 : gap)
                if needed > room { break }
                room -= needed
                kept.insert(index)
            }
        }
        var column = 0
        return kept.sorted().map { index in
            defer { column += hints[index].columns + gap }
            return Placement(index: index, column: column, columns: hints[index].columns)
        }
    }

    /// Draws as many whole hints as fit into the first row of a rectangle.
    package static func draw(
        _ hints: [Hint], into buffer: inout Buffer, rect: Rect, keyStyle: Style, labelStyle: Style,
        disabledStyle: Style
    ) {
        guard !rect.isEmpty else { return }
        for placement in placements(of: hints, columns: rect.columns) {
            let hint = hints[placement.index]
            let column = rect.column + placement.column
            let taken = buffer.write(
                hint.key, column: column, row: rect.row, style: hint.isEnabled ? keyStyle : disabledStyle)
            buffer.write(
                hint.label, column: column + taken + 1, row: rect.row,
                style: hint.isEnabled ? labelStyle : disabledStyle)
        }
    }
}
