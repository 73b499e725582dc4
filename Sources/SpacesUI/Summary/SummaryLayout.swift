import Terminal

/// Where the lines of a summary stand: in one column, or in two where both have room.
struct SummaryLayout {
    struct Place {
        let line: SummaryPage.Line
        /// The first cell and the number of cells.
        let column: Int
        let columns: Int
        let row: Int
        /// Cells that the labels and the values of its section take.
        let labelColumns: Int
        let valueColumns: Int
    }

    private(set) var places: [Place] = []
    private(set) var rows = 0
    /// The indices of the places that lead somewhere, in the order in which the cursor visits them.
    private(set) var targets: [Int] = []

    private static let gutter = 2
    private static let between = 4

    init(_ sections: [[SummaryPage.Line]], columns: Int) {
        let isWide = columns >= 92
        let width = isWide ? min(64, (columns - Self.between) / 2) : min(columns, 72)
        let half = sections.map { $0.count + 1 }.reduce(0, +) / 2
        var (column, row) = (0, 0)
        for section in sections {
            if isWide, column == 0, row + section.count / 2 > half { (column, row) = (width + Self.between, 0) }
            place(section, column: column, row: row, columns: width)
            row += section.count + 1
        }
        targets = places.indices.filter { places[$0].line.target != nil }
    }

    private mutating func place(_ section: [SummaryPage.Line], column: Int, row: Int, columns: Int) {
        var (labels, values) = (0, 0)
        for case .fact(let label, let value, let bar, _) in section {
            labels = max(labels, CellWidth.of(label))
            if bar != nil { values = max(values, CellWidth.of(value)) }
        }
        let room = columns - Self.gutter
        for (index, line) in section.enumerated() {
            places.append(
                Place(
                    line: line, column: column, columns: columns, row: row + index,
                    labelColumns: min(max(labels, 10), room * 3 / 5), valueColumns: values))
            rows = max(rows, row + index + 1)
        }
    }
}
