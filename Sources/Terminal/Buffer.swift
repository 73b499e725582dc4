/// A grid of cells that views draw into and a screen shows.
///
/// Nothing is ever drawn outside of it: whatever does not fit is cut, a wide character cut in half leaves a blank.
package struct Buffer: Equatable, Sendable {
    package private(set) var size: Size
    var cells: [Cell]

    package init(size: Size) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    }

    package var bounds: Rect { Rect(size) }

    /// The cell at a place; blank outside of the grid.
    package subscript(column: Int, row: Int) -> Cell {
        guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return .blank }
        return cells[row * size.columns + column]
    }

    /// The cells of a row, left to right.
    package subscript(row row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Blanks every cell.
    package mutating func clear() {
        for index in cells.indices { cells[index] = .blank }
    }

    /// Fills a rectangle with one narrow glyph.
    package mutating func fill(_ rect: Rect, with glyph: Glyph = .blank, style: Style = .plain) {
        let area = rect.intersection(bounds)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn { put(glyph, width: 1, column: column, row: row, style: style) }
        }
    }

    /// Changes the look of the cells in a rectangle, not what they show.
    package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let area = rect.intersection(bounds)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn { change(&cells[row * size.columns + column].style) }
        }
    }

    /// Writes a line of text and returns the columns it took.
    ///
    /// Text is cut at `limit` columns or the edge, whichever comes first. It may be anybody's: what must not reach a terminal
    /// is drawn as its sign.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, column: Int, row: Int, style: Style = .plain, limit: Int = .max
    ) -> Int {
        // Not generic from here on: called from another module, that would be several times slower.
        writeText(String(text), column: column, row: row, style: style, limit: limit)
    }

    private mutating func writeText(_ text: String, column: Int, row: Int, style: Style, limit: Int) -> Int {
        guard row >= 0, row < size.rows, limit > 0 else { return 0 }
        let end = limit < size.columns &- column ? column + limit : size.columns
        var at = column
        if let wrote = writePlain(text, column: column, row: row, style: style, end: end) { return wrote }
        for character in text {
            if let glyph = Glyph(plain: character) {
                if at >= end { break }
                if at >= 0 { put(glyph, width: 1, column: at, row: row, style: style) }
                at += 1
                continue
            }
            for (glyph, width) in Glyph.pieces(of: character) {
                if at + width > end { return max(0, at - column) }
                if at >= 0 { put(glyph, width: width, column: at, row: row, style: style) }
                at += width
            }
        }
        return max(0, at - column)
    }

    /// Writes printable ASCII, as nearly all text is, without looking for characters of several scalars.
    private mutating func writePlain(_ text: String, column: Int, row: Int, style: Style, end: Int) -> Int? {
        let wrote = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
            var at = column
            for byte in bytes.prefix(max(0, end - column)) {
                if at >= 0 {
                    put(Glyph(plain: byte), width: 1, column: at, row: row, style: style)
                }
                at += 1
            }
            return max(0, at - column)
        }
        return wrote ?? nil
    }

    /// Copies rows of another buffer into a rectangle, from its top left corner.
    package mutating func copy(_ other: Buffer, rows: Range<Int>, to rect: Rect) {
        let area = rect.intersection(bounds)
        for (line, row) in rows.enumerated() where line < area.rows {
            for column in 0..<min(area.columns, other.size.columns) {
                cells[(area.row + line) * size.columns + area.column + column] = other[column, row]
            }
        }
    }

    private mutating func put(_ glyph: Glyph, width: Int, column: Int, row: Int, style: Style) {
        let index = row * size.columns + column
        if cells[index].width != 1 { separate(at: index, column: column) }
        cells[index] = Cell(glyph, style: style, width: UInt8(width))
        if width == 2 {
            separate(at: index + 1, column: column + 1)
            cells[index + 1] = Cell(.blank, style: style, width: 0)
        }
    }

    /// Blanks the other half of a wide glyph that is about to lose one.
    private mutating func separate(at index: Int, column: Int) {
        if cells[index].isContinuation, column > 0 {
            cells[index - 1].glyph = .blank
            cells[index - 1].width = 1
            cells[index].width = 1
        } else if cells[index].width == 2, column + 1 < size.columns {
            cells[index + 1].glyph = .blank
            cells[index + 1].width = 1
        }
    }
}
