import Localization
import Terminal
package import Widgets
import Texts

/// How things are drawn on this terminal: the theme's styles and the characters that it can show.
package struct Look: Sendable {
    package var theme: Theme
    package var glyphs: Glyphs

    package init(theme: Theme, glyphs: Glyphs) {
        self.theme = theme
        self.glyphs = glyphs
    }

    subscript(role: Role) -> Style { theme[role] }

    /// Why no picture can be drawn, or `nil`.
    package var pictureProblem: String? {
        if glyphs == .ascii { return localized("pictures need half blocks, and this terminal is drawn in ASCII") }
        if theme.depth >= .all256 { return nil }
        let colors = theme.depth == .none ? localized("none") : String(theme.depth.rawValue)
        return localized("pictures need 256 colours, and this terminal shows \(colors)")
    }
}

extension Buffer {
    /// Writes a text that ends at a column, and returns the column where it starts.
    @discardableResult
    mutating func writeRight(_ text: String, endColumn: Int, row: Int, style: Style) -> Int {
        let start = endColumn - CellWidth.of(text)
        write(text, column: start, row: row, style: style)
        return start
    }

    /// Writes a text, cut with an ellipsis where it does not fit, and returns the columns it took.
    @discardableResult
    mutating func writeFitting(
        _ text: String, column: Int, row: Int, columns: Int, style: Style, glyphs: Glyphs
    ) -> Int {
        let fitting = CellWidth.truncate(text, to: columns, ellipsis: String(glyphs.ellipsis))
        return write(fitting, column: column, row: row, style: style)
    }

    /// Writes pieces of text after one another, each in its style, within the columns given.
    mutating func write(_ pieces: [(String, Style)], column: Int, row: Int, columns: Int, glyphs: Glyphs) {
        var at = column
        for (text, style) in pieces {
            at += writeFitting(text, column: at, row: row, columns: column + columns - at, style: style, glyphs: glyphs)
        }
    }
}

/// Breaks text into lines.
enum TextWrapping {
    /// The text in lines of so many columns, broken between words, and within a word only where it is longer than a line.
    static func lines(of text: String, columns: Int) -> [String] {
        guard columns > 0 else { return [] }
        // Of what is drawn, so that a character that takes many columns is broken as well.
        let text = Sign.shown(text)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let width = CellWidth.of(word)
            if used > 0, used + 1 + width > columns {
                lines.append(line)
                (line, used) = ("", 0)
            }
            if used > 0 || !line.isEmpty {
                line += " "
                used += 1
            }
            for character in word {
                let width = CellWidth.of(character)
                if used + width > columns {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(character)
                used += width
            }
        }
        lines.append(line)
        return lines
    }
}
