import Localization
import Terminal
import Widgets

extension Look {
    /// The letters of a profile's name, a blank on both sides of it included.
    func name(of profile: Profile) -> Style { profile.accent?.name(at: theme.depth) ?? self[.title] }

    /// The line of a profile's banner.
    func bar(of profile: Profile) -> Style { profile.accent?.bar(at: theme.depth) ?? self[.banner] }
}

extension State {
    /// The banner of the profile, over the whole top line.
    func drawBanner(into buffer: inout Buffer, look: Look) {
        let style = look.bar(of: profile)
        let columns = buffer.size.columns
        buffer.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), style: style)
        let text = CellWidth.truncate(profile.banner, to: columns - 2, ellipsis: String(look.glyphs.ellipsis))
        buffer.write(text, column: max(0, (columns - CellWidth.of(text)) / 2), row: 0, style: style)
    }

    /// The rows of the chooser: where they are drawn, and where a click finds them.
    func rows(of chooser: ProfileChooser) -> (frame: Rect, rows: ListWindow) {
        let columns = min(76, size.columns - (size.columns < 50 ? 0 : 4))
        let rows = max(4, min(chooser.profiles.count + 4, size.rows - 1))
        let frame = Rect(size).centered(columns: columns, rows: rows)
        let inner = frame.inset(columns: 2, rows: 1)
        let gap = inner.rows > 4 ? 1 : 0
        let area = Rect(
            column: inner.column, row: inner.row + 1 + gap, columns: inner.columns, rows: inner.rows - 1 - gap)
        return (frame, ListWindow(area: area, count: chooser.shown.count, cursor: chooser.cursor))
    }

    /// The profiles in a dialog: where each leads to, who signs in, and whether it changes anything.
    func draw(_ chooser: ProfileChooser, into buffer: inout Buffer, look: Look) -> Point? {
        let shown = chooser.shown
        let (frame, window) = rows(of: chooser)
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: chooser.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        let field = Rect(column: inner.column, row: inner.row, columns: inner.columns, rows: 1)
        buffer.write("/", column: field.column, row: field.row, style: look[.prompt])
        let cursor = chooser.filter.draw(
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
                shown[index], isSelected: index == chooser.cursor, isCurrent: shown[index].name == chooser.current,
                names: names, hosts: hosts, into: &buffer, rect: window.rect(of: index), look: look)
        }
        return cursor
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
