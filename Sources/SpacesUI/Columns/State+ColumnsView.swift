import Localization
import Terminal
import Widgets

extension State {
    /// A dialog at the lower edge, so that the upper rows of the list show what it does.
    func bottomDialog(columns: Int, rows: Int, title: String, into buffer: inout Buffer, look: Look) -> Rect {
        DialogFrame.draw(
            into: &buffer, rect: bottomFrame(columns: columns, rows: rows), title: title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
    }

    /// Where such a dialog with so many columns and lines of its own stands.
    private func bottomFrame(columns: Int, rows: Int) -> Rect {
        let width = min(columns, size.columns - (size.columns < 50 ? 0 : 4))
        let height = max(3, min(rows + 2, size.rows - (size.rows < 16 ? 3 : 9)))
        return Rect(
            column: (size.columns - width) / 2, row: max(0, size.rows - 1 - height), columns: width, rows: height)
    }

    /// Where the lines of such a dialog stand, of which the last ones may be for something else.
    func bottomRows(columns: Int, count: Int, cursor: Int, besides others: Int = 0) -> ListWindow {
        var area = bottomFrame(columns: columns, rows: count + others).inset(columns: 2, rows: 1)
        if others > 0 { area.rows = min(count, max(0, area.rows - 1)) }
        return ListWindow(area: area, count: count, cursor: cursor)
    }

    private static let chooserColumns = 76

    func rows(of chooser: ColumnChooser) -> ListWindow {
        bottomRows(columns: Self.chooserColumns, count: columns.entries.count, cursor: chooser.cursor)
    }

    /// Every column on a line of its own: whether it is shown, its width, and what it says.
    func draw(_ chooser: ColumnChooser, into buffer: inout Buffer, look: Look) -> Point? {
        let entries = columns.entries
        let inner = bottomDialog(
            columns: Self.chooserColumns, rows: entries.count, title: localized("Columns"), into: &buffer, look: look)
        let window = rows(of: chooser)
        var cursor: Point?
        for index in window.shown {
            let entry = entries[index]
            let isSelected = index == chooser.cursor
            let row = window.rect(of: index).row
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
