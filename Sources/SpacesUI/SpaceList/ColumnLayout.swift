/// Which columns of the list are shown in a given width, and where each one starts.
struct ColumnLayout: Equatable {
    struct Place: Equatable {
        var column: Column
        /// The first cell, counted from the left edge of the list.
        var start: Int
        var width: Int
    }

    let places: [Place]

    /// Cells before the first column: the selection bar and a blank.
    static let margin = 2
    /// Cells between two columns.
    static let gap = 2

    /// Takes the columns in the order of their importance while the name keeps a readable width; the column that the list
    /// is sorted by is always shown. A list that `isLight` has few columns, for a line that carries few bytes.
    init(width: Int, sortedBy sorted: Column, isLight: Bool = false) {
        let comfortable = width < 50 ? 14 : 18
        let widestName = isLight ? 24 : 44
        var shown: [Column] = [.name]
        var room = width - Self.margin - comfortable
        if isLight { room = min(room, 30) }
        for column in Column.allCases.filter({ $0 != .name }).sorted(by: {
            Self.weight($0, sorted) < Self.weight($1, sorted)
        })
        where column.width + Self.gap <= room {
            shown.append(column)
            room -= column.width + Self.gap
        }
        let others = shown.reduce(0) { $1 == .name ? $0 : $0 + $1.width + Self.gap }
        let nameWidth = max(4, min(widestName, width - Self.margin - others))
        var start = Self.margin
        var places: [Place] = []
        for column in Column.allCases where shown.contains(column) {
            let columnWidth = column == .name ? nameWidth : column.width
            places.append(Place(column: column, start: start, width: columnWidth))
            start += columnWidth + Self.gap
        }
        self.places = places
    }

    private static func weight(_ column: Column, _ sorted: Column) -> Int {
        column == sorted ? -1 : column.rank
    }

    func shows(_ column: Column) -> Bool { places.contains { $0.column == column } }
}
