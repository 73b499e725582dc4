import Localization
import Terminal
import Widgets

extension SortOrder.Key {
    /// The direction in words that suit the column.
    var words: String {
        switch column {
        case .state: isDescending ? localized("what needs care last") : localized("what needs care first")
        case .modified: isDescending ? localized("latest first") : localized("earliest first")
        case _ where column.startsDescending: isDescending ? localized("largest first") : localized("smallest first")
        default: isDescending ? localized("Z to A") : localized("A to Z")
        }
    }
}

extension SortOrder {
    /// The keys as a person reads them: `usage descending, name`.
    var words: String {
        keys.map { $0.isDescending ? localized("\($0.column.word) descending") : $0.column.word }
            .joined(separator: ", ")
    }
}

extension State {
    private static let sortMenuColumns = 44

    func rows(of menu: SortMenu) -> ListWindow {
        bottomRows(columns: Self.sortMenuColumns, count: menu.columns.count, cursor: menu.cursor)
    }

    /// Every column on a line of its own, those that the list is sorted by with their place and direction.
    func draw(_ menu: SortMenu, into buffer: inout Buffer, look: Look) -> Point? {
        let inner = bottomDialog(
            columns: Self.sortMenuColumns, rows: menu.columns.count, title: localized("Sort by"), into: &buffer,
            look: look)
        let window = rows(of: menu)
        var cursor: Point?
        for index in window.shown {
            let column = menu.columns[index]
            let isSelected = index == menu.cursor
            let row = window.rect(of: index).row
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: inner.column, row: row, style: look[.selection])
                cursor = Point(column: inner.column, row: row)
            }
            let sorting = list.order[column]
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
        return cursor
    }
}
