import Localization
import SpacesModel
import Terminal
import Widgets

extension UndoQuestion {
    /// What will be written back: each value as it is now, and as it was before.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let columns = min(64, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let width = columns - 4
        let labels = (step.lines.map { CellWidth.of($0.label) }.max() ?? 0) + 2
        var lines: [[(String, Style)]] = [[(step.space?.name ?? "", look[.title])]]
        let isAiry = state.size.rows >= 14
        if isAiry { lines.append([]) }
        for line in step.lines {
            let text = "\(line.now) \(look.glyphs.arrow) \(line.back)"
            for (index, part) in TextWrapping.lines(of: text, columns: width - labels).enumerated() {
                let label = index == 0 ? line.label : ""
                lines.append([
                    (label + String(repeating: " ", count: labels - CellWidth.of(label)), look[.dim]),
                    (part, look[.text]),
                ])
            }
        }
        if isAiry { lines.append([]) }
        lines.append([(localized("y  write it back     n  leave it"), look[.key])])
        let room = max(1, state.size.rows - 2)
        if lines.count > room { lines = Array(lines.prefix(room - 1)) + lines.suffix(1) }

        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: Self.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle],
            background: look[.dialog], glyphs: look.glyphs)
        for (index, line) in lines.enumerated() where index < inner.rows {
            buffer.write(
                line, column: inner.column, row: inner.row + index, columns: inner.columns, glyphs: look.glyphs)
        }
        return Point(column: inner.column, row: min(inner.endRow, inner.row + lines.count) - 1)
    }
}
