package import Terminal

/// The frame of a dialog: it covers what is beneath and has its title in the upper line.
package enum DialogFrame {
    /// Draws the frame and returns the rectangle for what is inside.
    ///
    /// Of a rectangle that reaches over the edge the visible part is used. Where there is no room for a frame with
    /// something in it, the area is only cleared and belongs to the contents as a whole.
    @discardableResult
    package static func draw(
        into buffer: inout Buffer, rect: Rect, title: String, border: Style, titleStyle: Style, background: Style,
        glyphs: Glyphs
    ) -> Rect {
        let area = rect.intersection(buffer.bounds)
        buffer.fill(area, style: background)
        let inside = area.inset(columns: 2, rows: 1)
        guard !inside.isEmpty else { return area }

        let line = String(repeating: glyphs.horizontal, count: area.columns - 2)
        let side = String(glyphs.vertical)
        buffer.write("\(glyphs.topLeft)\(line)\(glyphs.topRight)", column: area.column, row: area.row, style: border)
        for row in area.row + 1..<area.endRow - 1 {
            buffer.write(side, column: area.column, row: row, style: border)
            buffer.write(side, column: area.endColumn - 1, row: row, style: border)
        }
        buffer.write(
            "\(glyphs.bottomLeft)\(line)\(glyphs.bottomRight)", column: area.column, row: area.endRow - 1,
            style: border)

        // A corner, a dash and a blank on both sides of the title.
        let shown = CellWidth.truncate(title, to: area.columns - 6, ellipsis: String(glyphs.ellipsis))
        if !shown.isEmpty {
            buffer.write(" \(shown) ", column: area.column + 2, row: area.row, style: titleStyle)
        }
        return inside
    }
}
