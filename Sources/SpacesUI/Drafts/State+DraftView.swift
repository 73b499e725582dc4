import SpacesModel
import Terminal
import Widgets

extension State {
    /// Which of two texts of a readme shall stay.
    func draw(_ conflict: DraftConflict, into buffer: inout Buffer, look: Look) -> Point? {
        let columns = min(76, size.columns - (size.columns < 50 ? 0 : 4))
        let width = columns - 4
        let name = conflict.draft.space.name
        func wrapped(_ text: String, _ role: Role) -> [(String, Role)] {
            TextWrapping.lines(of: text, columns: width).map { ($0, role) }
        }
        var lines = wrapped(
            conflict.theirs == nil
                ? "Someone deleted the readme of \(name) while you edited it."
                : "Someone else changed the readme of \(name) while you edited it. Nothing was overwritten.", .text)
        if let difference = conflict.difference {
            lines += [("", .text), ("First difference, in line \(difference.line):", .dim)]
            lines += [("theirs  " + difference.theirs, .text), ("yours   " + difference.mine, .text)]
        }
        lines +=
            [("", .text)] + wrapped("Your text is in \(SafeText.visible(conflict.draft.path))", .dim) + [("", .text)]
        lines.append(("t  keep theirs     m  save yours over it", .key))
        let room = max(1, size.rows - 2)
        if lines.count > room { lines.removeAll { $0.0.isEmpty } }
        if lines.count > room { lines = lines.prefix(room - 1) + [lines[lines.count - 1]] }
        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: "Readme changed meanwhile", border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        for (index, (text, role)) in lines.enumerated() where index < inner.rows {
            buffer.writeFitting(
                text, column: inner.column, row: inner.row + index, columns: inner.columns, style: look[role],
                glyphs: look.glyphs)
        }
        return Point(column: inner.column, row: min(inner.endRow, inner.row + lines.count) - 1)
    }
}
