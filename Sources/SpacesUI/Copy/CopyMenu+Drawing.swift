import Localization
import SpacesModel
import Terminal
import Widgets

extension CopyMenu {
    func rows(in state: State) -> ListWindow? { place(in: state).rows }

    /// The lines of the menu: where they are drawn, and where a click finds them.
    private func place(in state: State) -> (frame: Rect, rows: ListWindow) {
        let columns = min(76, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let isAiry = state.size.rows >= 14
        let count = Item.allCases.count
        let frame = Rect(state.size).centered(
            columns: columns, rows: min(state.size.rows - 1, count + (isAiry ? 4 : 2)))
        let inner = frame.inset(columns: 2, rows: isAiry ? 3 : 1)
        let area = isAiry ? Rect(column: inner.column, row: frame.row + 3, columns: inner.columns, rows: count) : inner
        return (frame, ListWindow(area: area, count: count, cursor: cursor))
    }

    /// What can be copied, each line with its key and the beginning of its text.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let (frame, window) = place(in: state)
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: Self.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        if window.area.row > inner.row {
            buffer.writeFitting(
                heading, column: inner.column, row: inner.row, columns: inner.columns, style: look[.title],
                glyphs: look.glyphs)
        }
        var point: Point?
        for index in window.shown {
            let item = Item.allCases[index]
            let row = window.rect(of: index)
            let text = beginning(of: item)
            let isSelected = index == cursor
            if isSelected {
                point = Point(column: row.column, row: row.row)
                buffer.write(String(look.glyphs.selection), column: row.column, row: row.row, style: look[.selection])
            }
            let words = look[text == nil ? .disabled : isSelected ? .selected : .text]
            buffer.write(
                String(item.key), column: row.column + 2, row: row.row, style: look[text == nil ? .disabled : .key])
            buffer.writeFitting(
                item.label, column: row.column + 5, row: row.row, columns: row.columns - 5, style: words,
                glyphs: look.glyphs)
            let start = row.column + 22
            buffer.writeFitting(
                text ?? localized("not told by the server"), column: start, row: row.row,
                columns: row.endColumn - start,
                style: look[.dim], glyphs: look.glyphs)
        }
        return point
    }

    /// Whose texts these are.
    private var heading: String {
        if spaces.count == 1 { return spaces[0].name }
        let marked = counted(spaces.count, "marked space", "marked spaces")
        return hiddenCount > 0 ? localized("\(marked), \(Numbers.grouped(hiddenCount)) hidden") : marked
    }

    /// The first line of what would be copied, and how many follow; `nil` where there is nothing.
    private func beginning(of item: Item) -> String? {
        guard let first = spaces.lazy.compactMap({ item.text(of: $0) }).first else { return nil }
        return spaces.count == 1 ? first : localized("\(Numbers.grouped(spaces.count)) lines: \(first)")
    }
}
