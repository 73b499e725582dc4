import Localization
import SpacesModel
import Terminal
import Widgets

extension DraftConflict {
    /// Which of two texts of a readme shall stay.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let columns = min(76, state.size.columns - (state.size.columns < 50 ? 0 : 4))
        let view = DraftConflictView(
            conflict: self, columns: columns - 4, rows: max(1, state.size.rows - 2), look: look)
        let lines = view.lines
        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: Self.title, border: look[.dialogBorder],
            titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        for (index, line) in lines.enumerated() where index < inner.rows {
            buffer.write(
                line, column: inner.column, row: inner.row + index, columns: inner.columns, glyphs: look.glyphs)
        }
        return Point(column: inner.column, row: min(inner.endRow, inner.row + lines.count) - 1)
    }
}

/// The lines of the question, each in pieces with their styles.
private struct DraftConflictView {
    let conflict: DraftConflict
    let columns: Int
    let rows: Int
    let look: Look

    typealias Line = [(String, Style)]

    /// The most lines of the texts: more would be reading, not deciding.
    private static let mostDifferences = 12

    var lines: [Line] {
        let keys: [Line] = [[(localized("t  keep theirs     m  save yours over it"), look[.key])]]
        let isTight = rows < 12
        let top = story.prefix(isTight ? 1 : story.count).flatMap { wrapped($0, .text) }
        let path = isTight ? [] : wrapped(localized("Your text is in \(conflict.draft.path)"), .dim)
        let gaps = isTight ? 0 : 3
        let room = rows - top.count - path.count - keys.count - gaps
        let parts = [top, difference(rows: min(room, Self.mostDifferences + 1)), path, keys].filter { !$0.isEmpty }
        let lines = Array(parts.joined(separator: isTight ? [] : [[]]))
        return lines.count > rows ? lines.prefix(rows - 1) + keys : lines
    }

    /// What happened, one sentence for each line.
    private var story: [String] {
        let name = conflict.draft.space.name
        if conflict.theirs == nil { return [localized("Someone deleted the readme of \(name) while you edited it.")] }
        return [
            localized("Someone else changed the readme of \(name) while you edited it."),
            localized("Nothing was overwritten."),
        ]
            + (conflict.difference == nil
                ? [localized("Both texts have the same words; only the ends of their lines differ.")] : [])
    }

    /// What differs first, as tools that compare texts show it.
    private func difference(rows: Int) -> [Line] {
        guard let difference = conflict.difference, rows > 1 else { return [] }
        let heading: Line = [
            (localized("From line \(difference.number):") + "  ", look[.dim]), ("-", look[.error]),
            (" \(localized("theirs"))  ", look[.dim]),
            ("+", look[.success]), (" " + localized("yours"), look[.dim]),
        ]
        return [heading]
            + difference.lines(fitting: rows - 1).map { line in
                switch line.side {
                case .both: [("  " + line.text, look[.dim])]
                case .theirs: [("- ", look[.error]), (line.text, look[.text])]
                case .mine: [("+ ", look[.success]), (line.text, look[.text])]
                }
            }
    }

    private func wrapped(_ text: String, _ role: Role) -> [Line] {
        TextWrapping.lines(of: text, columns: columns).map { [($0, look[role])] }
    }
}
