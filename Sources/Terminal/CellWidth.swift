/// How many cells a character takes: one pinned table for layout, cursor, truncation and the screen in memory.
package enum CellWidth {
    /// The columns that a character takes: 0 (only a combining mark), 1 or 2.
    package static func of(_ character: Character) -> Int {
        drawable(character).width
    }

    /// The columns that a text takes.
    package static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    /// What is drawn for a character and its width.
    static func drawable(_ character: Character) -> (glyph: Character, width: Int) {
        (character, 1)
    }

    /// The text cut to so many columns, with `ellipsis` at its end where something was cut.
    package static func truncate(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        if of(text) <= columns { return text }
        let room = columns - of(ellipsis)
        if room < 0 { return "" }
        var used = 0
        let kept = text.prefix { character in
            used += of(character)
            return used <= room
        }
        return kept + ellipsis
    }
}
