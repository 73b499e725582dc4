/// Which columns are shown, in which order, and how wide: what the person chose, whatever the screen has room for.
package struct ColumnArrangement: Equatable, Sendable {
    /// One column, shown or not.
    package struct Entry: Equatable, Sendable {
        package var column: Column
        package var isShown: Bool
        /// Cells, or `nil` for as many as suit the screen.
        package var width: Int?

        package init(_ column: Column, isShown: Bool = true, width: Int? = nil) {
            self.column = column
            self.isShown = isShown
            self.width = width
        }
    }

    /// Every column once; the name is the first and always shown.
    package private(set) var entries: [Entry]

    /// The columns that are shown unless others are chosen.
    package static let standard = ColumnArrangement(Column.allCases.filter(\.isStandard).map { Entry($0) })

    /// Narrower than this says nothing, and wider leaves no room for others.
    static let widths = 4...200

    /// These columns, and after them all others, hidden. A column that comes twice counts the first time.
    package init(_ shown: [Entry]) {
        var entries = [shown.first { $0.column == .name } ?? Entry(.name)]
        for entry in shown + Column.allCases.map({ Entry($0, isShown: false) })
        where !entries.contains(where: { $0.column == entry.column }) {
            entries.append(entry)
        }
        entries[0].isShown = true
        self.entries = entries.map { entry in
            var entry = entry
            entry.width = entry.width.map { min(max($0, Self.widths.lowerBound), Self.widths.upperBound) }
            return entry
        }
    }

    /// The columns to show, left to right.
    package var shown: [Column] { entries.filter(\.isShown).map(\.column) }

    /// True while nobody chose other columns or another order of them: then the screen decides which are the important ones.
    var isStandard: Bool { shown == Self.standard.shown }

    /// The width that was chosen for a column.
    func width(of column: Column) -> Int? { entries.first { $0.column == column }?.width }

    // MARK: Changes

    /// Shows or hides; the name stays.
    mutating func toggle(at index: Int) {
        guard entries.indices.contains(index), entries[index].column != .name else { return }
        entries[index].isShown.toggle()
    }

    /// Moves an entry by one place and returns where it is then; the name stays first.
    mutating func move(at index: Int, by step: Int) -> Int {
        let target = index + step
        guard entries.indices.contains(index), entries.indices.contains(target), min(index, target) > 0 else {
            return index
        }
        entries.swapAt(index, target)
        return target
    }

    /// Makes a column wider or narrower, from the width that it has now; `nil` lets the screen decide again.
    mutating func setWidth(_ width: Int?, at index: Int) {
        guard entries.indices.contains(index) else { return }
        entries[index].width = width.map { min(max($0, Self.widths.lowerBound), Self.widths.upperBound) }
    }
}
