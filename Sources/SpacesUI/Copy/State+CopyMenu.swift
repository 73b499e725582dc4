import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Opens the menu for all marked spaces; where none is marked, and on the page of a space, for that one.
    mutating func openCopyMenu() {
        let isOnList = layers.isEmpty
        if isOnList { list.endRange() }
        if isOnList, !list.marks.isEmpty {
            layers.append(.copy(CopyMenu(of: list.markedShown, hidden: list.markedHidden)))
        } else if let space = list.selected {
            layers.append(.copy(CopyMenu(of: space)))
        }
    }

    /// A letter copies its line at once, Enter the one under the cursor.
    mutating func receive(_ key: Key, in menu: CopyMenu) {
        var menu = menu
        switch key {
        case Key(.escape), .control("c"), "q": return setTopLayer(nil)
        case Key(.enter): return copy(menu.selected, of: menu.spaces)
        case Key(.up), .control("p"), Key(.tab, .shift): menu.move(to: menu.cursor - 1)
        case Key(.down), .control("n"), Key(.tab): menu.move(to: menu.cursor + 1)
        default:
            guard let item = CopyMenu.Item.allCases.first(where: { .character($0.key) == key }) else { return }
            return copy(item, of: menu.spaces)
        }
        setTopLayer(.copy(menu))
    }

    private mutating func copy(_ item: CopyMenu.Item, of spaces: [Space]) {
        let lines = item.lines(of: spaces)
        guard let first = spaces.first, !lines.isEmpty else {
            notice = spaces.first.map { Notice(.warning, item.missing(of: $0)) }
            return
        }
        setTopLayer(nil)
        guard spaces.count > 1 else { return copy(lines[0], called: item.subject(first)) }
        let text = lines.joined(separator: "\n")
        guard text.utf8.count <= Clipboard.limit else {
            notice = Notice(
                .warning,
                localized(
                    """
                    Not copied: longer than the \(Clipboard.limit) bytes that terminals take. \
                    \(keymap.name(of: .export)) writes marked spaces into a file.
                    """))
            return
        }
        ask(.copy(text))
        let rest = spaces.count - lines.count
        notice = Notice(
            rest > 0 ? .warning : .info,
            localized(
                "\(item.subject(lines.count)) were sent to the terminal's clipboard, one a line. Not every terminal takes it."
            )
                + (rest > 0 ? " " + localized("The server told none of \(counted(rest, "space", "spaces")).") : ""))
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
                menu.title, column: inner.column, row: inner.row, columns: inner.columns, style: look[.title],
                glyphs: look.glyphs)
        }
        var cursor: Point?
        for index in window.shown {
            let item = CopyMenu.Item.allCases[index]
            let row = window.rect(of: index)
            let text = menu.beginning(of: item)
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

extension CopyMenu {
    /// Whose texts these are.
    fileprivate var title: String {
        if spaces.count == 1 { return spaces[0].name }
        let marked = counted(spaces.count, "marked space", "marked spaces")
        return hiddenCount > 0 ? localized("\(marked), \(Numbers.grouped(hiddenCount)) hidden") : marked
    }

    /// The first line of what would be copied, and how many follow; `nil` where there is nothing.
    fileprivate func beginning(of item: Item) -> String? {
        guard let first = spaces.lazy.compactMap({ item.text(of: $0) }).first else { return nil }
        return spaces.count == 1 ? first : localized("\(Numbers.grouped(spaces.count)) lines: \(first)")
    }
}
