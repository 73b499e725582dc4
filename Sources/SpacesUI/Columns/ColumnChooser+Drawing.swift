import Localization
import Terminal
import Widgets

extension ColumnChooser {
    private static let width = 76

    func rows(in state: State) -> ListWindow? {
        state.bottomRows(columns: Self.width, count: state.columns.entries.count, cursor: cursor)
    }

    /// Every column on a line of its own: whether it is shown, its width, and what it says.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let entries = state.columns.entries
        let inner = state.bottomDialog(
            columns: Self.width, rows: entries.count, title: Self.title, into: &buffer, look: look)
        guard let window = rows(in: state) else { return nil }
        var point: Point?
        for index in window.shown {
            let entry = entries[index]
            let isSelected = index == cursor
            let row = window.rect(of: index).row
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: inner.column, row: row, style: look[.selection])
                point = Point(column: inner.column, row: row)
            }
            let style = look[isSelected ? .selected : entry.isShown ? .text : .dim]
            let isSorting = !entry.isShown && entry.column == state.list.order.column
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
        return point
    }
}
