import Terminal

/// The letters of a picture: pieces of rows, each put at its column and stretched over its cells.
struct TextRuns {
    /// What letters look like.
    struct Ink: Hashable {
        var color: TerminalColors.RGB
        var isBold: Bool
        var isItalic: Bool
    }

    private struct Run {
        var text: String
        var ink: Ink
        var column: Int
        var columns: Int
        var isWide: Bool
    }

    private var elements: [String] = []
    private var inks: [Ink] = []
    private var run: Run?

    /// Adds a character; blanks between words of the same look become part of the piece.
    mutating func add(_ cell: Cell, ink: Ink, column: Int, row: Int) {
        let isWide = cell.width == 2
        if var open = run, open.ink == ink, open.isWide == isWide, (0...1).contains(column - open.column - open.columns)
        {
            let blanks = column - open.column - open.columns
            open.text += String(repeating: " ", count: blanks) + String(cell.glyph)
            open.columns += blanks + Int(cell.width)
            run = open
        } else {
            finish(row: row)
            run = Run(text: String(cell.glyph), ink: ink, column: column, columns: Int(cell.width), isWide: isWide)
        }
    }

    /// Ends the piece; to be called at the end of each row.
    mutating func finish(row: Int) {
        guard let run else { return }
        let x = run.column * CellGrid.width
        let y = row * CellGrid.height + CellGrid.baseline
        let length = run.columns > 1 ? " textLength=\"\(run.columns * CellGrid.width)\"" : ""
        elements.append(
            "<text class=\"\(name(of: run.ink))\" x=\"\(x)\" y=\"\(y)\"\(length)>\(Self.escaped(run.text))</text>")
        self.run = nil
    }

    /// The rules for the looks that occur.
    var styles: String {
        inks.enumerated().map { index, ink in
            let weight = ink.isBold ? ";font-weight:700" : ""
            let slant = ink.isItalic ? ";font-style:italic" : ""
            return ".\(Self.letter(index)){fill:\(ink.color.hexadecimal)\(weight)\(slant)}"
        }.joined()
    }

    var svg: [String] { elements }

    private mutating func name(of ink: Ink) -> String {
        if let index = inks.firstIndex(of: ink) { return Self.letter(index) }
        inks.append(ink)
        return Self.letter(inks.count - 1)
    }

    private static func letter(_ index: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        return index < letters.count ? String(letters[index]) : "z\(index)"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
