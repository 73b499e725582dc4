/// How many cells a character takes: one pinned table for layout, cursor, truncation and the screen in memory.
package enum CellWidth {
    /// The columns that a character takes: 0 (nothing is drawn), 1, 2, or more where a script writes letters together.
    package static func of(_ character: Character) -> Int {
        if isPlain(character) { return 1 }
        return pieces(of: character).reduce(0) { $0 + $1.width }
    }

    /// The columns that a text takes.
    package static func of(_ text: some StringProtocol) -> Int {
        let text = String(text)
        let bytes = text.utf8
        // Printable ASCII, as nearly all text is: a cell a byte.
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return bytes.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// What is drawn for a character and its width: its first piece.
    package static func drawable(_ character: Character) -> (glyph: Character, width: Int) {
        if isPlain(character) { return (character, 1) }
        return pieces(of: character).first ?? (" ", 0)
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

    /// Marks that a cell shows above or below its character; more are dropped, because a name can hold hundreds.
    package static let marksPerCell = 2

    /// Whether a character is printable ASCII, as nearly all are.
    package static func isPlain(_ character: Character) -> Bool {
        let bytes = character.utf8
        guard bytes.count == 1, let byte = bytes.first else { return false }
        return byte >= 0x20 && byte < 0x7F
    }

    /// The cells that a character is drawn with, left to right.
    ///
    /// Mostly one. Scripts whose letters join into one `Character` (Thai, Devanagari) get a piece a letter, as terminals draw
    /// them. Clusters on whose width terminals disagree are drawn as their first character: a family as its first member, a
    /// keycap as its digit, a flag as `□`. What must not reach a terminal is `�`; invisible formats are dropped.
    static func pieces(of character: Character) -> [(glyph: Character, width: Int)] {
        var pieces: [(glyph: Character, width: Int)] = []
        var open: (scalars: String.UnicodeScalarView, width: Int, marks: Int)?
        func close() {
            if let piece = open { pieces.append((Character(String(piece.scalars)), piece.width)) }
            open = nil
        }
        for scalar in character.unicodeScalars {
            switch kind(of: scalar) {
            case .unsafe:
                close()
                pieces.append(("�", 1))
                if character == "\r\n" { return pieces }
            case .flag:
                close()
                pieces.append(("□", 1))
                return pieces
            case .joiner:
                // What follows a joiner, a selector or a skin tone changes the picture, not what we draw.
                close()
                if !pieces.isEmpty { return pieces }
            case .mark:
                if var piece = open {
                    if piece.marks < marksPerCell {
                        piece.scalars.append(scalar)
                        piece.marks += 1
                    }
                    open = piece
                }
            case .base(let width):
                close()
                var scalars = String.UnicodeScalarView()
                scalars.append(scalar)
                open = (scalars, width, 0)
            case .modifier:
                close()
                if !pieces.isEmpty { return pieces }
                pieces.append(("□", 1))
            }
        }
        close()
        return pieces
    }

    /// What a scalar does to a cell.
    private enum Kind {
        /// Starts a cell, or two.
        case base(Int)
        /// Belongs to the cell before.
        case mark
        /// Joins or selects: ZWJ, variation selectors, keycap, tags; also formats that show nothing.
        case joiner
        /// A skin tone.
        case modifier
        /// A regional indicator.
        case flag
        /// A control character, or one that changes the direction or the line.
        case unsafe
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x00..<0x20, 0x7F..<0xA0: return .unsafe  // C0, DEL, C1
        case 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: return .unsafe  // lines, directions
        case 0x20..<0x7F: return .base(1)
        case 0xAD, 0x180E, 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0x20E3: return .joiner
        case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0000...0xE0FFF, 0xFFF9...0xFFFB: return .joiner
        case 0x1F1E6...0x1F1FF: return .flag
        case 0x1F3FB...0x1F3FF: return .modifier
        case 0xFFFE...0xFFFF, 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .unsafe  // private use: anything may be drawn
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
