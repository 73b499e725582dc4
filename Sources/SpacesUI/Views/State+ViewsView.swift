import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    func hints(of dialog: ViewsDialog) -> [KeyHints.Hint] {
        if dialog.field != nil {
            return [
                hint("Enter", dialog.naming == .save ? localized("save") : localized("rename")),
                hint("Esc", localized("back")),
            ]
        }
        if dialog.replacing != nil { return [hint("y", localized("replace")), hint("n", localized("keep"))] }
        if dialog.doomed != nil { return [hint("y", localized("delete")), hint("n", localized("keep"))] }
        let hasViews = !views.all.isEmpty
        return [
            hint("Enter", localized("apply"), isEnabled: hasViews), hint("n", localized("save as it is now")),
            hint("r", localized("rename"), isEnabled: hasViews), hint("d", localized("delete"), isEnabled: hasViews),
            hint("1-9", localized("number"), isEnabled: hasViews), hint("Esc", localized("back")),
        ]
    }

    private static let viewsColumns = 76

    func rows(of dialog: ViewsDialog) -> ListWindow {
        bottomRows(
            columns: Self.viewsColumns, count: max(1, views.all.count), cursor: dialog.cursor,
            besides: dialog.isAsking ? 2 : 0)
    }

    /// Every view on a line of its own, and below them the name that is typed or the question.
    func draw(_ dialog: ViewsDialog, into buffer: inout Buffer, look: Look) -> Point? {
        let inner = bottomDialog(
            columns: Self.viewsColumns, rows: max(1, views.all.count) + (dialog.isAsking ? 2 : 0),
            title: localized("Views"), into: &buffer, look: look)
        let window = rows(of: dialog)
        var cursor: Point?
        if views.all.isEmpty, !window.shown.isEmpty {
            buffer.writeFitting(
                localized("No view is saved yet: n saves the list as it is now."),
                column: inner.column + 2, row: inner.row, columns: inner.columns - 2, style: look[.dim],
                glyphs: look.glyphs)
        }
        for index in window.shown.clamped(to: views.all.indices) {
            let view = views.all[index]
            let isSelected = index == dialog.cursor
            let rect = window.rect(of: index)
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
                cursor = Point(column: rect.column, row: rect.row)
            }
            draw(view, isSelected: isSelected, into: &buffer, rect: rect, look: look)
        }
        let row = inner.endRow - 1
        if let replacing = dialog.replacing {
            buffer.writeFitting(
                localized("There is a view \(replacing) already. y replaces it, any other key keeps it."),
                column: inner.column + 2, row: row, columns: inner.columns - 2, style: look[.warning],
                glyphs: look.glyphs)
        }
        if let doomed = dialog.doomed {
            buffer.writeFitting(
                localized("Delete the view \(doomed)? y deletes it, any other key keeps it."), column: inner.column + 2,
                row: row,
                columns: inner.columns - 2, style: look[.warning], glyphs: look.glyphs)
        }
        guard let field = dialog.field else { return cursor }
        buffer.write(localized("Name"), column: inner.column + 2, row: row, style: look[.prompt])
        return field.draw(
            into: &buffer, column: inner.column + 8, row: row, columns: inner.columns - 8, style: look[.fieldFocused],
            placeholderStyle: look[.placeholder])
    }

    /// Number and name of a view, and in short what it does.
    private func draw(_ view: SavedView, isSelected: Bool, into buffer: inout Buffer, rect: Rect, look: Look) {
        let names = min(24, views.all.map { CellWidth.of($0.name) }.max() ?? 0)
        buffer.write(view.number.map { "\($0)" } ?? " ", column: rect.column + 2, row: rect.row, style: look[.key])
        buffer.writeFitting(
            view.name, column: rect.column + 5, row: rect.row, columns: min(names, rect.columns - 5),
            style: look[isSelected ? .selected : .text], glyphs: look.glyphs)
        let facts = rect.column + 7 + names
        let order = localized("by \(view.order.words)")
        let columns = view.columns == .standard ? "" : "   " + counted(view.columns.shown.count, "column", "columns")
        buffer.write(
            [
                (view.filter.isEmpty ? "" : view.filter + "   ", look[.match]), (order, look[.dim]),
                (columns, look[.dim]),
            ], column: facts, row: rect.row, columns: rect.endColumn - facts, glyphs: look.glyphs)
    }
}
