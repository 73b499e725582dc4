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
}
