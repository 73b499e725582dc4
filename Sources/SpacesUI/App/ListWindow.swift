import Terminal

/// The part of a list in a dialog that is seen: where each row stands, for drawing and for clicks.
struct ListWindow: Equatable {
    let area: Rect
    /// The rows that are seen, counted from the first of the whole list.
    let shown: Range<Int>

    /// Shows the cursor in the middle, where the list is longer than its area.
    init(area: Rect, count: Int, cursor: Int) {
        self.area = area
        let first = max(0, min(cursor - area.rows / 2, count - area.rows))
        shown = first..<max(first, min(count, first + area.rows))
    }

    /// Where a row stands.
    func rect(of index: Int) -> Rect {
        Rect(column: area.column, row: area.row + index - shown.lowerBound, columns: area.columns, rows: 1)
    }

    /// The row at a place, or `nil` where there is none.
    func index(at point: Point) -> Int? {
        guard area.contains(point) else { return nil }
        let index = shown.lowerBound + point.row - area.row
        return shown.contains(index) ? index : nil
    }
}
