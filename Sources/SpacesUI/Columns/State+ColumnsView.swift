import Localization
import Terminal
import Widgets

extension State {
    /// A dialog at the lower edge, so that the upper rows of the list show what it does.
    func bottomDialog(columns: Int, rows: Int, title: String, into buffer: inout Buffer, look: Look) -> Rect {
        let width = min(columns, size.columns - (size.columns < 50 ? 0 : 4))
        let height = max(3, min(rows + 2, size.rows - (size.rows < 16 ? 3 : 9)))
        let rect = Rect(
            column: (size.columns - width) / 2, row: max(0, size.rows - 1 - height), columns: width, rows: height)
        return DialogFrame.draw(
            into: &buffer, rect: rect, title: title, border: look[.dialogBorder], titleStyle: look[.dialogTitle],
            background: look[.dialog], glyphs: look.glyphs)
    }

    /// Every column on a line of its own: whether it is shown, its width, and what it says.
    func draw(_ chooser: ColumnChooser, into buffer: inout Buffer, look: Look) -> Point? {
        let entries = columns.entries
        let inner = bottomDialog(
            columns: 76, rows: entries.count, title: localized("Columns"), into: &buffer, look: look)
        let first = max(0, min(chooser.cursor - inner.rows / 2, entries.count - inner.rows))
        var cursor: Point?
        for (line, entry) in entries.dropFirst(first).prefix(inner.rows).enumerated() {
            let isSelected = first + line == chooser.cursor
            let row = inner.row + line
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: inner.column, row: row, style: look[.selection])
                cursor = Point(column: inner.column, row: row)
            }
            let style = look[isSelected ? .selected : entry.isShown ? .text : .dim]
            let isSorting = !entry.isShown && entry.column == list.order.column
            let check = entry.isShown ? look.glyphs.checked : look.glyphs.unchecked
            let width = entry.width.map { localized("\($0) wide") } ?? localized("auto")
            buffer.write(check, column: inner.column + 2, row: row, style: style, limit: inner.columns - 2)
            buffer.write(entry.column.title, column: inner.column + 6, row: row, style: style, limit: inner.columns - 6)
            buffer.write(width, column: inner.column + 17, row: row, style: look[.dim], limit: inner.columns - 17)
            buffer.writeFitting(
                isSorting ? localized("shown while the list is sorted by it") : entry.column.summary,
                column: inner.column + 27, row: row, columns: inner.columns - 27, style: look[.dim],
                glyphs: look.glyphs)
        }
        return cursor
    }
}
