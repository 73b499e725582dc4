import Terminal

extension Buffer {
    /// What the rows show, without the blanks at their ends.
    var picture: String {
        (0..<size.rows).map { row in
            let line = String(self[row: row].filter { !$0.isContinuation }.map(\.glyph.character))
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        .joined(separator: "\n")
    }
}
