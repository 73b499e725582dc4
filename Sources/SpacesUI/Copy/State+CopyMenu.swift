import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// A letter copies its line at once, Enter the one under the cursor.
    mutating func receive(_ key: Key, in menu: CopyMenu) {
        var menu = menu
        switch key {
        case Key(.escape), .control("c"), "q": return setTopLayer(nil)
        case Key(.enter): return copy(menu.selected, of: menu.space)
        case Key(.up), .control("p"), Key(.tab, .shift): menu.move(to: menu.cursor - 1)
        case Key(.down), .control("n"), Key(.tab): menu.move(to: menu.cursor + 1)
        default:
            guard let item = CopyMenu.Item.allCases.first(where: { .character($0.key) == key }) else { return }
            return copy(item, of: menu.space)
        }
        setTopLayer(.copy(menu))
    }

    private mutating func copy(_ item: CopyMenu.Item, of space: Space) {
        guard let text = item.text(of: space) else {
            notice = Notice(.warning, item.missing(of: space))
            return
        }
        setTopLayer(nil)
        copy(text, called: item.subject(space))
    }

    /// Sends a text to the clipboard of the terminal and says so; `what` begins the sentence.
    mutating func copy(_ text: String, called what: String) {
        guard text.utf8.count <= Clipboard.limit else {
            notice = Notice(
                .warning,
                localized("\(what) was not copied: it is longer than the \(Clipboard.limit) bytes that terminals take.")
            )
            return
        }
        ask(.copy(text))
        notice = Notice(.info, localized("\(what) was sent to the terminal's clipboard. Not every terminal takes it."))
    }

    // MARK: Drawing

    /// The lines of the menu: where they are drawn, and where a click finds them.
    func rows(of menu: CopyMenu) -> (frame: Rect, rows: ListWindow) {
        let columns = min(76, size.columns - (size.columns < 50 ? 0 : 4))
        let isAiry = size.rows >= 14
        let count = CopyMenu.Item.allCases.count
        let frame = Rect(size).centered(columns: columns, rows: min(size.rows - 1, count + (isAiry ? 4 : 2)))
        let inner = frame.inset(columns: 2, rows: isAiry ? 3 : 1)
        let area = isAiry ? Rect(column: inner.column, row: frame.row + 3, columns: inner.columns, rows: count) : inner
        return (frame, ListWindow(area: area, count: count, cursor: menu.cursor))
    }

    /// What can be copied, each line with its key and the beginning of its text.
    func draw(_ menu: CopyMenu, into buffer: inout Buffer, look: Look) -> Point? {
        let (frame, window) = rows(of: menu)
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: localized("Copy"), border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        if window.area.row > inner.row {
            buffer.writeFitting(
                menu.space.name, column: inner.column, row: inner.row, columns: inner.columns, style: look[.title],
                glyphs: look.glyphs)
        }
        var cursor: Point?
        for index in window.shown {
            let item = CopyMenu.Item.allCases[index]
            let row = window.rect(of: index)
            let text = item.text(of: menu.space)
            let isSelected = index == menu.cursor
            if isSelected {
                cursor = Point(column: row.column, row: row.row)
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
        return cursor
    }
}
