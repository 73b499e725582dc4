import Localization
import SpacesModel
import Terminal
import Widgets

extension ViewsDialog {
    private static let width = 76

    func rows(in state: State) -> ListWindow? {
        isAsking || state.views.all.isEmpty ? nil : window(in: state)
    }

    private func window(in state: State) -> ListWindow {
        state.bottomRows(
            columns: Self.width, count: max(1, state.views.all.count), cursor: cursor,
            besides: isAsking ? 2 : 0)
    }

    /// Every view on a line of its own, and below them the name that is typed or the question.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let inner = state.bottomDialog(
            columns: Self.width, rows: max(1, state.views.all.count) + (isAsking ? 2 : 0),
            title: Self.title, into: &buffer, look: look)
        let window = window(in: state)
        var point: Point?
        if state.views.all.isEmpty, !window.shown.isEmpty {
            buffer.writeFitting(
                localized("No view is saved yet: n saves the list as it is now."),
                column: inner.column + 2, row: inner.row, columns: inner.columns - 2, style: look[.dim],
                glyphs: look.glyphs)
        }
        for index in window.shown.clamped(to: state.views.all.indices) {
            let view = state.views.all[index]
            let isSelected = index == cursor
            let rect = window.rect(of: index)
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
                point = Point(column: rect.column, row: rect.row)
            }
            draw(view, isSelected: isSelected, in: state, into: &buffer, rect: rect, look: look)
        }
        let row = inner.endRow - 1
        if let replacing = replacing {
            buffer.writeFitting(
                localized("There is a view \(replacing) already. y replaces it, any other key keeps it."),
                column: inner.column + 2, row: row, columns: inner.columns - 2, style: look[.warning],
                glyphs: look.glyphs)
        }
        if let doomed = doomed {
            buffer.writeFitting(
                localized("Delete the view \(doomed)? y deletes it, any other key keeps it."), column: inner.column + 2,
                row: row,
                columns: inner.columns - 2, style: look[.warning], glyphs: look.glyphs)
        }
        guard let field = field else { return point }
        buffer.write(localized("Name"), column: inner.column + 2, row: row, style: look[.prompt])
        return field.draw(
            into: &buffer, column: inner.column + 8, row: row, columns: inner.columns - 8, style: look[.fieldFocused],
            placeholderStyle: look[.placeholder])
    }

    /// Number and name of a view, and in short what it does.
    private func draw(
        _ view: SavedView, isSelected: Bool, in state: State, into buffer: inout Buffer, rect: Rect, look: Look
    ) {
        let names = min(24, state.views.all.map { CellWidth.of($0.name) }.max() ?? 0)
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
