/// What stands for a character on a terminal that shows ASCII only.
package enum ASCIIGlyph {
    /// One printable ASCII character for a glyph; `?` for what has no likeness.
    package static func standing(for glyph: Character) -> Character {
        if CellWidth.isPlain(glyph) { return glyph }
        if let known = likeness[glyph] { return known }
        // The pictures of control characters.
        if let scalar = glyph.onlyScalar, (0x2400...0x2421).contains(scalar.value) { return "^" }
        // Letters lose their marks: ä is NFD a and a mark.
        guard let first = glyph.unicodeScalars.first, first.value < 0x80 else { return "?" }
        let base = Character(first)
        return CellWidth.isPlain(base) ? base : "?"
    }

    // swift-format-ignore
    private static let likeness: [Character: Character] = [
        "─": "-", "━": "-", "═": "-", "╌": "-", "┄": "-", "–": "-", "—": "-", "‐": "-", "−": "-",
        "│": "|", "┃": "|", "║": "|", "▏": "#", "▎": "#", "▍": "#", "▌": ">", "▋": "#", "▊": "#", "▉": "#",
        "╭": "+", "╮": "+", "╰": "+", "╯": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
        "┬": "+", "┴": "+", "┼": "+", "╔": "+", "╗": "+", "╚": "+", "╝": "+", "╠": "+", "╣": "+", "╦": "+", "╩": "+", "╬": "+",
        "█": "#", "▓": "#", "▒": "=", "░": ".", "▇": "#", "▆": "#", "▅": "#", "▄": "=", "▃": "=", "▂": "_", "▁": "_", "▀": "=",
        "·": ".", "•": "*", "●": "*", "◆": "*", "★": "*", "○": "o", "◌": "o", "□": "?", "■": "#", "▪": "*", "▫": "o",
        "▲": "^", "▴": "^", "▼": "v", "▾": "v", "▶": ">", "▸": ">", "◀": "<", "◂": "<", "►": ">", "◄": "<",
        "↑": "^", "↓": "v", "→": ">", "←": "<", "↕": "|", "↔": "-", "⇧": "^", "⏎": "<", "↵": "<", "⌫": "<",
        "…": "~", "✕": "X", "✗": "X", "✘": "X", "×": "x", "✓": "v", "✔": "v", "⚠": "!", "ℹ": "i", "∞": "8",
        "›": ">", "‹": "<", "»": ">", "«": "<", "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "�": "?",
        "≤": "<", "≥": ">", "≠": "#", "≈": "~", "±": "+", "°": "o", "§": "S", "∑": "S", "Σ": "S", "⟳": "@", "↻": "@",
        "⟨": "<", "⟩": ">",
        "ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "s", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a",
        "â": "a", "å": "a", "ø": "o", "ñ": "n", "ç": "c", "í": "i", "ì": "i", "ó": "o", "ò": "o", "ô": "o", "ú": "u", "ù": "u",
    ]
}
