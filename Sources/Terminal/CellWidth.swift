import Texts

/// How many cells a character takes: one pinned table for layout, cursor, truncation and the screen in memory.
package enum CellWidth {
    /// The columns that a character takes: 1, 2, or more where a script writes letters together or signs are drawn.
    package static func of(_ character: Character) -> Int {
        if isPlain(character) { return 1 }
        return Glyph.pieces(of: character).reduce(0) { $0 + $1.width }
    }

    /// The columns that a text takes.
    package static func of(_ text: some StringProtocol) -> Int {
        let text = String(text)
        let bytes = text.utf8
        // Printable ASCII, as nearly all text is: a cell a byte.
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return bytes.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// The text cut to so many columns, with `ellipsis` at its end where something was cut.
    package static func truncate(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        if fits(text, in: columns) { return text }
        let room = columns - of(ellipsis)
        if room < 0 { return "" }
        var used = 0
        var kept = ""
        for character in text {
            let width = of(character)
            if used + width > room {
                // Of a character with many signs as many are shown as there is room for.
                if Sign.isNeeded(in: character) { kept += Self.beginning(of: character, columns: room - used) }
                break
            }
            kept.append(character)
            used += width
        }
        return kept + ellipsis
    }

    /// Whether a text takes no more columns; looks no further than they go.
    private static func fits(_ text: String, in columns: Int) -> Bool {
        var room = columns
        for character in text {
            room -= of(character)
            if room < 0 { return false }
        }
        return true
    }

    private static func beginning(of character: Character, columns: Int) -> String {
        var room = columns
        let fitting = Glyph.pieces(of: character).prefix { piece in
            room -= piece.width
            return room >= 0
        }
        return fitting.map { String($0.glyph) }.joined()
    }

    /// Marks that a cell shows above or below its character; more are dropped, because a name can hold hundreds.
    package static let marksPerCell = 2

    /// Whether a character is printable ASCII, as nearly all are.
    package static func isPlain(_ character: Character) -> Bool {
        let bytes = character.utf8
        guard bytes.count == 1, let byte = bytes.first else { return false }
        return byte >= 0x20 && byte < 0x7F
    }

    /// What a scalar does to a cell.
    enum Kind {
        /// Starts a cell, or two.
        case base(Int)
        /// Belongs to the cell before.
        case mark
        /// Joins or selects: ZWNJ, ZWJ, variation selectors, where they are no signs.
        case joiner
        /// A skin tone.
        case modifier
        /// A regional indicator.
        case flag
    }

    static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x200C...0x200D, 0xFE0E...0xFE0F: return .joiner
        case 0x1F1E6...0x1F1FF: return .flag
        case 0x1F3FB...0x1F3FF: return .modifier
        default: break
        }
        if scalar.value < 0x300 { return .base(1) }
        if contains(CellWidthTable.zero, scalar.value) { return .mark }
        return .base(contains(CellWidthTable.wide, scalar.value) ? 2 : 1)
    }

    private static func contains(_ table: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            if table[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < table.count && table[low].lowerBound <= value
    }
}
