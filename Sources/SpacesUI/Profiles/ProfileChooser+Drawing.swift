import Localization
import Terminal
import Widgets

extension ProfileChooser {
    func rows(in state: State) -> ListWindow? { place(in: state).rows }

    /// The rows of the chooser: where they are drawn, and where a click finds them.
    private func place(in state: State) -> (frame: Rect, rows: ListWindow) {
        let columns = min(76, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let rows = max(4, min(profiles.count + 4, state.size.rows - 1))
        let frame = Rect(state.size).centered(columns: columns, rows: rows)
        let inner = frame.inset(columns: 2, rows: 1)
        let gap = inner.rows > 4 ? 1 : 0
        let area = Rect(
            column: inner.column, row: inner.row + 1 + gap, columns: inner.columns, rows: inner.rows - 1 - gap)
        return (frame, ListWindow(area: area, count: shown.count, cursor: cursor))
    }

    /// The profiles in a dialog: where each leads to, who signs in, and whether it changes anything.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let shown = self.shown
        let (frame, window) = place(in: state)
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: isBeginning ? localized("Choose a profile") : Self.title,
            border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        let field = Rect(column: inner.column, row: inner.row, columns: inner.columns, rows: 1)
        buffer.write("/", column: field.column, row: field.row, style: look[.prompt])
        let point = filter.draw(
            into: &buffer, column: field.column + 2, row: field.row, columns: field.columns - 2,
            style: look[.fieldFocused], placeholderStyle: look[.placeholder])

        let list = window.area
        if shown.isEmpty {
            buffer.writeFitting(
                localized("No profile matches."), column: list.column + 2, row: list.row, columns: list.columns - 2,
                style: look[.dim], glyphs: look.glyphs)
        }
        let names = min(26, shown.map { CellWidth.of($0.name ?? "") + 2 }.max() ?? 0)
        let hosts = min(30, shown.map { CellWidth.of($0.host) }.max() ?? 0)
        for index in window.shown {
            draw(
                shown[index], isSelected: index == cursor, isCurrent: shown[index].name == current,
                names: names, hosts: hosts, into: &buffer, rect: window.rect(of: index), look: look)
        }
        return point
    }

    private func draw(
        _ profile: Profile, isSelected: Bool, isCurrent: Bool, names: Int, hosts: Int, into buffer: inout Buffer,
        rect: Rect,
        look: Look
    ) {
        if isSelected {
            buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
        }
        var end = rect.endColumn
        let marks = [
            (isCurrent, localized("in use"), Role.dim), (profile.isReadOnly, localized("read-only"), .warning),
        ]
        for (applies, mark, role) in marks where applies {
            end = buffer.writeRight(mark, endColumn: end, row: rect.row, style: look[role]) - 2
        }
        let name = rect.column + 2
        buffer.writeFitting(
            " \(profile.name ?? "") ", column: name, row: rect.row, columns: min(names, end - name),
            style: look.name(of: profile), glyphs: look.glyphs)
        let facts = name + names + 2
        let gap = String(repeating: " ", count: max(0, hosts - CellWidth.of(profile.host)) + 3)
        let user = profile.user.isEmpty ? "" : gap + profile.user
        buffer.write(
            [(profile.host, look[isSelected ? .selected : .text]), (user, look[.dim])], column: facts, row: rect.row,
            columns: end - facts, glyphs: look.glyphs)
    }
}
