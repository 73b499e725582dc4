import Localization
import Terminal
import Widgets

extension SortMenu {
    private static let width = 44

    func rows(in state: State) -> ListWindow? {
        state.bottomRows(columns: Self.width, count: columns.count, cursor: cursor)
    }

    /// Every column on a line of its own, those that the list is sorted by with their place and direction.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let inner = state.bottomDialog(
            columns: Self.width, rows: columns.count, title: Self.title, into: &buffer, look: look)
        guard let window = rows(in: state) else { return nil }
        var point: Point?
        for index in window.shown {
            let column = columns[index]
            let isSelected = index == cursor
            let row = window.rect(of: index).row
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: inner.column, row: row, style: look[.selection])
                point = Point(column: inner.column, row: row)
            }
            let sorting = state.list.order[column]
            if let sorting {
                let arrow = sorting.key.isDescending ? look.glyphs.descending : look.glyphs.ascending
                buffer.write(
                    "\(sorting.place) \(arrow)", column: inner.column + 2, row: row, style: look[.headingSorted])
            }
            buffer.write(
                column.title, column: inner.column + 7, row: row, style: look[isSelected ? .selected : .text],
                limit: inner.columns - 7)
            buffer.writeFitting(
                sorting?.key.words ?? "", column: inner.column + 18, row: row, columns: inner.columns - 18,
                style: look[.dim], glyphs: look.glyphs)
        }
        return point
    }
}
