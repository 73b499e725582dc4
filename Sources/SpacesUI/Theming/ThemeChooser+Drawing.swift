import Localization
import SpacesModel
import Terminal
import Widgets

extension ThemeChooser {
    /// The themes in a dialog at the right, so that the list beside it shows what the one under the cursor looks like.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let catalog = state.themes.catalog
        let shown = self.shown(of: catalog)
        let bounds = buffer.bounds
        let columns = min(56, bounds.columns)
        let rows = min(catalog.entries.count + 7, bounds.rows - (bounds.rows > 12 ? 4 : 1), 24)
        let rect = Rect(
            column: bounds.columns - columns - (bounds.columns > columns + 2 ? 1 : 0),
            row: (bounds.rows - rows) / 2, columns: columns, rows: rows)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: Self.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle],
            background: look[.dialog], glyphs: look.glyphs)
        buffer.write("/", column: inner.column, row: inner.row, style: look[.prompt])
        let point = filter.draw(
            into: &buffer, column: inner.column + 2, row: inner.row, columns: inner.columns - 2,
            style: look[.fieldFocused], placeholderStyle: look[.placeholder])

        let gap = inner.rows > 8 ? 1 : 0
        let about = gap == 0 ? [] : self.about(selected(of: catalog), in: state, columns: inner.columns - 2)
        let list = Rect(
            column: inner.column, row: inner.row + 1 + gap, columns: inner.columns,
            rows: inner.rows - 1 - gap - (about.isEmpty ? 0 : about.count + 1))
        if shown.isEmpty {
            let words = catalog.isComplete ? localized("No theme matches.") : localized("Reading the themes…")
            buffer.writeFitting(
                words, column: list.column + 2, row: list.row, columns: list.columns - 2, style: look[.dim],
                glyphs: look.glyphs)
        }
        let at = self.cursor(among: shown)
        let first = max(0, min(at - list.rows / 2, shown.count - list.rows))
        for (line, entry) in shown.dropFirst(first).prefix(list.rows).enumerated() {
            draw(
                entry, isSelected: first + line == at, into: &buffer,
                rect: Rect(column: list.column, row: list.row + line, columns: list.columns, rows: 1), look: look)
        }
        for (line, text) in about.enumerated() {
            buffer.writeFitting(
                text.0, column: inner.column + 2, row: inner.endRow - about.count + line, columns: inner.columns - 2,
                style: look[text.1], glyphs: look.glyphs)
        }
        return point
    }

    /// What the theme under the cursor is, and the first thing that is wrong in a file.
    private func about(_ entry: ThemeCatalog.Entry?, in state: State, columns: Int) -> [(String, Role)] {
        let summary = TextWrapping.lines(of: entry?.summary ?? "", columns: columns).prefix(2)
        let problems = state.themes.catalog.problems.prefix(1).flatMap {
            TextWrapping.lines(of: "! " + $0, columns: columns).prefix(3)
        }
        // Two lines for the summary whether it needs them or not: the list is not to jump under the cursor.
        return Array((summary.map { ($0, Role.dim) } + [("", .dim), ("", .dim)]).prefix(2))
            + problems.map { ($0, .warning) }
    }

    /// One theme: its name, the background that it is for, and its letters and gauges in its own colours.
    private func draw(
        _ entry: ThemeCatalog.Entry, isSelected: Bool, into buffer: inout Buffer, rect: Rect, look: Look
    ) {
        if isSelected {
            buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
        }
        let end = swatch(of: entry.theme, into: &buffer, endColumn: rect.endColumn, row: rect.row, look: look) - 2
        let showsGround = rect.columns >= 44
        if showsGround {
            buffer.write(entry.ground, column: end - 5, row: rect.row, style: look[.dim])
        }
        let name = rect.column + 2
        buffer.writeFitting(
            entry.name, column: name, row: rect.row, columns: end - (showsGround ? 7 : 0) - name,
            style: look[isSelected ? .selected : .text], glyphs: look.glyphs)
    }

    /// A strip on the theme's own paper: letters, then the gauges from one with room to a full one.
    private func swatch(
        of theme: Theme, into buffer: inout Buffer, endColumn: Int, row: Int, look: Look
    ) -> Int {
        let start = endColumn - 12
        buffer.write(" Aa ", column: start, row: row, style: theme[.text])
        for (place, state) in [QuotaState.normal, .nearing, .critical, .exceeded].enumerated() {
            Gauge(fraction: 1, fill: theme.gaugeFill(for: state, glyphs: look.glyphs), glyphs: look.glyphs).draw(
                into: &buffer, column: start + 4 + 2 * place, row: row, columns: 2, style: theme[.gauge(for: state)],
                track: theme[.gaugeTrack])
        }
        return start
    }
}
