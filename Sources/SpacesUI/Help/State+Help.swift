import Terminal
import Widgets

extension State {
    func drawHelp(into buffer: inout Buffer, scroll: Int, look: Look) {
        let rect = pageArea
        let (page, rows) = helpPage(look: look)
        buffer.copy(page, rows: window(of: rows, in: rect, scroll: scroll), to: rect)
        drawScrollHint(rows: rows, in: rect, scroll: scroll, into: &buffer, look: look)
    }

    /// All keys by group, from the one key table; what is not possible now says why. And how many rows that takes.
    func helpPage(look: Look) -> (page: Buffer, rows: Int) {
        var page = Buffer(size: Size(columns: pageArea.columns, rows: 80))
        page.fill(page.bounds, style: look[.text])
        var row = 0
        for group in Command.Group.allCases {
            if row > 0 { row += 1 }
            page.write(group.rawValue, column: 0, row: row, style: look[.title])
            row += 1
            for binding in keymap.bindings where binding.command.group == group {
                draw(binding, into: &page, row: row, look: look)
                row += 1
            }
        }
        row += 1
        page.write("Signs", column: 0, row: row, style: look[.title])
        for (sign, role, meaning) in signs(look.glyphs) {
            row += 1
            page.write(sign, column: 2, row: row, style: look[role])
            page.writeFitting(
                meaning, column: Self.keyColumns, row: row, columns: page.size.columns - Self.keyColumns,
                style: look[.text], glyphs: look.glyphs)
        }
        return (page, row + 1)
    }

    /// The signs of the list, which tell the same as its colours.
    private func signs(_ glyphs: Glyphs) -> [(String, Role, String)] {
        [
            (String(glyphs.pinned), .key, "Pinned: it stays at the top; the filter finds pinned:"),
            (String(glyphs.warning), .stateCritical, "Critical: the quota is almost used up"),
            (String(glyphs.failure), .stateExceeded, "Exceeded: nothing more can be stored"),
            (
                String(glyphs.orphaned), .stateOrphaned,
                "Orphaned: nobody manages it; the filter finds the word \(RowState.orphaned.label)"
            ),
        ]
    }

    private static let keyColumns = 20

    private func draw(_ binding: Keymap.Binding, into page: inout Buffer, row: Int, look: Look) {
        let availability = availability(of: binding.command)
        let names = binding.keys.map(\.name).joined(separator: "  ")
        page.writeFitting(
            names, column: 2, row: row, columns: Self.keyColumns - 3,
            style: look[availability.isEnabled ? .key : .disabled],
            glyphs: look.glyphs)
        let used = page.writeFitting(
            binding.command.summary, column: Self.keyColumns, row: row, columns: page.size.columns - Self.keyColumns,
            style: look[availability.isEnabled ? .text : .disabled], glyphs: look.glyphs)
        if let reason = availability.reason, binding.command.group == .act {
            let start = Self.keyColumns + used + 2
            page.writeFitting(
                "(\(reason))", column: start, row: row, columns: page.size.columns - start, style: look[.dim],
                glyphs: look.glyphs)
        }
    }
}
