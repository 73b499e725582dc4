/// Which columns of the list are shown in a given width, and where each one starts.
struct ColumnLayout: Equatable {
    struct Place: Equatable {
        var column: Column
        /// The first cell, counted from the left edge of the list.
        var start: Int
        var width: Int
    }

    let places: [Place]
    /// How many columns are out of sight at the left, behind the name, and at the right.
    let hiddenLeft: Int
    let hiddenRight: Int
    /// How far the columns can be moved until the last one is seen.
    let lastPan: Int

    /// Cells before the first column: the selection bar and a blank.
    static let margin = 2
    /// Cells between two columns.
    static let gap = 2
    /// Cells at the right for the sign that there is more.
    private static let signRoom = 2

    /// Takes the columns in the order of their importance while the name keeps a readable width, and the others after them, for
    /// `pan` to move to: the name stays. The column that the list is sorted by is always among the first. Where the person chose
    /// columns, their order is their importance. A list that `isLight` has few columns, for a line that carries few bytes.
    ///
    /// - Parameter names: The cells that most names take; the less important columns give way to them.
    init(
        width: Int, names: Int = 18, arrangement: ColumnArrangement = .standard, sortedBy order: SortOrder,
        pan: Int = 0,
        isLight: Bool = false
    ) {
        let sizes = Sizes(arrangement: arrangement, order: order)
        let usual = width < 50 ? 14 : max(18, min(names, width * 3 / 10, 30))
        let name = arrangement.width(of: .name) ?? usual
        let all = Self.columns(of: arrangement, order)
        let room = isLight ? min(width - Self.margin - name, 30) : width - Self.margin - name
        let first = Self.most(all, in: room, sizes, arrangement, order)
        // The sign takes its cells from the name, and no column away.
        let reserved = first.count < all.count ? Self.signRoom : 0
        let sequence = all.filter(first.contains) + all.filter { !first.contains($0) }
        // The first window may have no column at all, where a wide one comes first.
        let windows =
            (first.isEmpty && !all.isEmpty ? [[]] : [])
            + sequence.indices.map { Self.prefix(of: sequence[$0...], in: room, sizes) }
        let begins = windows.count - sequence.count
        func isLast(_ pan: Int) -> Bool { pan >= begins && pan - begins + windows[pan].count == sequence.count }
        lastPan = first.count == all.count ? 0 : windows.indices.first(where: isLast) ?? 0
        hiddenLeft = max(0, min(pan, lastPan))
        let shown = hiddenLeft == 0 ? all.filter(first.contains) : windows[hiddenLeft]
        hiddenRight = sequence.count - max(0, hiddenLeft - begins) - shown.count
        places = Self.places(
            of: shown, width: width - reserved, name: arrangement.width(of: .name), isLight: isLight, sizes)
    }

    func shows(_ column: Column) -> Bool { places.contains { $0.column == column } }

    // MARK: Choosing

    /// The cells of each column before any room that is left is given away.
    private struct Sizes {
        let arrangement: ColumnArrangement
        let order: SortOrder

        func width(of column: Column) -> Int {
            let width = arrangement.width(of: column) ?? column.width
            // A number behind the arrow needs its cells.
            guard !order.others.isEmpty, order[column] != nil, column.isRightAligned else { return width }
            return max(width, column.title.count + 2)
        }
    }

    /// All but the name; a hidden column that the list is sorted by is shown while it is.
    private static func columns(of arrangement: ColumnArrangement, _ order: SortOrder) -> [Column] {
        let shown = arrangement.shown.filter { $0 != .name }
        return shown.contains(order.column) || order.column == .name ? shown : shown + [order.column]
    }

    private static func most(
        _ all: [Column], in room: Int, _ sizes: Sizes, _ arrangement: ColumnArrangement, _ order: SortOrder
    ) -> [Column] {
        let isStandard = arrangement.isStandard
        let ranked = isStandard ? all.sorted { $0.rank < $1.rank } : all
        var left = room
        var chosen: [Column] = []
        for column in ranked.filter({ $0 == order.column }) + ranked.filter({ $0 != order.column }) {
            let needed = sizes.width(of: column) + gap
            if needed <= left {
                chosen.append(column)
                left -= needed
            } else if !isStandard, column != order.column {
                break
            }
        }
        return chosen
    }

    /// As many as fit from the left; at least one, so that every column can be reached.
    private static func prefix(of columns: ArraySlice<Column>, in room: Int, _ sizes: Sizes) -> [Column] {
        var left = room
        var fitting: [Column] = []
        for column in columns {
            left -= sizes.width(of: column) + gap
            if left < 0, !fitting.isEmpty { break }
            fitting.append(column)
        }
        return fitting
    }

    // MARK: Placing

    /// The name gets the room that is left until it is comfortable, then the texts, then the name again.
    private static func places(
        of shown: [Column], width: Int, name: Int?, isLight: Bool, _ sizes: Sizes
    ) -> [Place] {
        var widths = shown.map { sizes.width(of: $0) }
        var left = width - margin - widths.reduce(0) { $0 + $1 + gap }
        let texts = shown.indices.filter { shown[$0].isText && sizes.arrangement.width(of: shown[$0]) == nil }
        let widest = isLight ? 24 : Column.name.widest
        let comfortable = texts.isEmpty ? widest : min(widest, 30)
        var nameWidth = name.map { min($0, max(4, left)) } ?? max(4, min(comfortable, left))
        left -= nameWidth
        for index in texts where left > 0 {
            let more = min(left, shown[index].widest - widths[index])
            widths[index] += more
            left -= more
        }
        if name == nil, left > 0 { nameWidth += min(left, widest - nameWidth) }
        // One column alone may be wider than the screen.
        if let only = widths.first, widths.count == 1 {
            widths[0] = max(1, min(only, width - margin - nameWidth - gap))
        }
        var start = margin
        return zip([.name] + shown, [nameWidth] + widths).map { column, width in
            defer { start += width + gap }
            return Place(column: column, start: start, width: width)
        }
    }
}
