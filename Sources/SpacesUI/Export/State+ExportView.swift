import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    func hints(of form: ExportForm) -> [KeyHints.Hint] {
        if form.refused != nil { return [hint("y", localized("replace")), hint("n", localized("leave it"))] }
        return [
            hint("Enter", localized("write"), isEnabled: form.writing == nil),
            hint("Left Right", localized("choose"), isEnabled: form.focus != .file),
            hint("Tab", localized("next field")), hint("Esc", localized("cancel")),
        ]
    }

    /// What is written, as what and where, and below it what came in between.
    func draw(_ form: ExportForm, into buffer: inout Buffer, look: Look) -> Point? {
        let note = note(about: form)
        let inner = bottomDialog(
            columns: 76, rows: 3 + (note == nil ? 0 : 1), title: localized("Export"), into: &buffer, look: look)
        let labels = [localized("Spaces"), localized("Format"), localized("File")]
        let start = 4 + (labels.map { CellWidth.of($0) }.max() ?? 0)
        // Where not all lines have room, the one that is worked on and what it says are seen.
        let first = max(0, min(ExportForm.Row.allCases.firstIndex(of: form.focus) ?? 0, 3 - max(1, inner.rows - 1)))
        var cursor: Point?
        for (line, row) in ExportForm.Row.allCases.enumerated().dropFirst(first) {
            let rect = Rect(
                column: inner.column, row: inner.row + line - first, columns: inner.columns, rows: 1)
            guard rect.row < inner.endRow - (note == nil ? 0 : 1) else { break }
            let isFocused = form.focus == row && form.refused == nil
            if isFocused {
                buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
                cursor = Point(column: rect.column, row: rect.row)
            }
            buffer.write(labels[line], column: rect.column + 2, row: rect.row, style: look[isFocused ? .prompt : .text])
            let style = look[isFocused ? .fieldFocused : .field]
            let columns = rect.columns - start
            switch row {
            case .spaces:
                buffer.writeFitting(
                    phrase(form.extent), column: rect.column + start, row: rect.row, columns: columns, style: style,
                    glyphs: look.glyphs)
            case .format:
                buffer.writeFitting(
                    form.format.label, column: rect.column + start, row: rect.row, columns: columns, style: style,
                    glyphs: look.glyphs)
            case .file:
                buffer.fill(
                    Rect(column: rect.column + start, row: rect.row, columns: columns, rows: 1), style: style)
                let point = form.file.draw(
                    into: &buffer, column: rect.column + start, row: rect.row, columns: columns, style: style,
                    placeholderStyle: look[.placeholder])
                if isFocused { cursor = point }
            }
        }
        if let note {
            buffer.writeFitting(
                note.text, column: inner.column + 2, row: inner.endRow - 1, columns: inner.columns - 2,
                style: look[note.role], glyphs: look.glyphs)
        }
        return cursor
    }

    private func note(about form: ExportForm) -> (text: String, role: Role)? {
        if let refused = form.refused {
            return (
                localized("\(refused.path) is there already. y replaces it, any other key does not."),
                .warning
            )
        }
        if form.writing != nil { return (localized("writing…"), .info) }
        return form.problem.map { ("! " + $0, .error) }
    }
}
