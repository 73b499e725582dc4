import Localization
import Terminal
import Widgets

extension CommandPalette {
    func rows(in state: State) -> ListWindow? { place(in: state).rows }

    /// The rows of the palette: where they are drawn, and where a click finds them.
    private func place(in state: State) -> (frame: Rect, rows: ListWindow) {
        let columns = min(88, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let rows = max(4, min(commands.count + 4, 20, state.size.rows - (state.size.rows < 16 ? 1 : 6)))
        let frame = Rect(state.size).centered(columns: columns, rows: rows)
        let inner = frame.inset(columns: 2, rows: 1)
        let gap = inner.rows > 4 ? 1 : 0
        let area = Rect(
            column: inner.column, row: inner.row + 1 + gap, columns: inner.columns, rows: inner.rows - 1 - gap)
        return (frame, ListWindow(area: area, count: entries.count, cursor: cursor))
    }

    /// All commands, each with its key; what is not possible now says why in place of what it does.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let (frame, window) = place(in: state)
        let inner = DialogFrame.draw(
            into: &buffer, rect: frame, title: Self.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        buffer.write(":", column: inner.column, row: inner.row, style: look[.prompt])
        let point = field.draw(
            into: &buffer, column: inner.column + 2, row: inner.row, columns: inner.columns - 2,
            style: look[.fieldFocused], placeholderStyle: look[.placeholder])
        let entries = entries
        if entries.isEmpty {
            buffer.writeFitting(
                localized("No command fits."), column: window.area.column + 2, row: window.area.row,
                columns: window.area.columns - 2, style: look[.dim], glyphs: look.glyphs)
        }
        for index in window.shown {
            draw(
                entries[index], isSelected: index == cursor, in: state, into: &buffer, rect: window.rect(of: index),
                look: look)
        }
        return point
    }

    private func draw(
        _ entry: Entry, isSelected: Bool, in state: State, into buffer: inout Buffer, rect: Rect, look: Look
    ) {
        let command = entry.command
        let reason = state.availability(of: command).reason
        if isSelected {
            buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
        }
        let key = state.keymap.keys(for: command).first?.name ?? ""
        let end = buffer.writeRight(
            key, endColumn: rect.endColumn, row: rect.row, style: look[reason == nil ? .key : .disabled])
        let style = look[reason != nil ? .disabled : isSelected ? .selected : .text]
        let labels = rect.columns < 50 ? 10 : 12
        let label = rect.column + 2
        buffer.writeFitting(
            command.label, column: label, row: rect.row, columns: labels, style: style, glyphs: look.glyphs)
        let start = label + labels + 1
        let room = end - 2 - start
        if let reason {
            buffer.writeFitting(
                localized("not now: \(reason)"), column: start, row: rect.row, columns: room, style: look[.disabled],
                glyphs: look.glyphs)
            return
        }
        buffer.writeFitting(
            command.summary, column: start, row: rect.row, columns: room, style: look[isSelected ? .selected : .text],
            glyphs: look.glyphs)
        let found = look[.match]
        for (column, positions, most) in [
            (label, entry.labelPositions, labels), (start, entry.summaryPositions, room - 1),
        ] {
            for position in positions where position < most {
                buffer.restyle(Rect(column: column + position, row: rect.row, columns: 1, rows: 1)) {
                    $0.foreground = found.foreground
                    $0.attributes.formUnion(found.attributes)
                }
            }
        }
    }
}
