/// A screen in memory: keeps the last frame, so that a test can read what a person would see.
package final class MemoryDisplay: Display {
    package var size: Size
    /// The last frame; blank before the first.
    package private(set) var buffer: Buffer
    /// Where the cursor rested in the last frame; `nil` when it was hidden.
    package private(set) var cursor: Point?
    /// How many frames were shown.
    package private(set) var frames = 0

    package init(size: Size) {
        self.size = size
        buffer = Buffer(size: size)
    }

    package func present(_ buffer: Buffer, cursor: Point?) {
        self.buffer = buffer
        self.cursor = cursor
        frames += 1
    }

    /// A row as a person reads it, without the blanks at its end.
    package func line(_ row: Int) -> String {
        Self.trimmed(buffer[row: row].lazy.filter { !$0.isContinuation }.map { String($0.glyph) }.joined())
    }

    /// The rows, joined by newlines, without the blanks at their ends.
    package var text: String {
        (0..<buffer.size.rows).map(line).joined(separator: "\n")
    }

    /// How the rows look: a letter for each cell's style (`.` is plain), then a legend.
    ///
    /// Letters are given in the order in which styles appear. `name` may name a style by its role; without one, or where it
    /// returns `nil`, the legend describes the colours and attributes.
    package func styles(named name: (Style) -> String? = { _ in nil }) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        var known: [Style: Character] = [.plain: "."]
        var legend: [String] = []
        let rows = (0..<buffer.size.rows).map { row in
            let line = buffer[row: row].map { cell in
                if let letter = known[cell.style] { return letter }
                let letter = legend.count < letters.count ? letters[legend.count] : "#"
                known[cell.style] = letter
                legend.append("\(letter) \(name(cell.style) ?? cell.style.description)")
                return letter
            }
            return String(line)
        }
        return (rows + legend).joined(separator: "\n")
    }

    private static func trimmed(_ text: String) -> String {
        var end = text.endIndex
        while end > text.startIndex, text[text.index(before: end)] == " " { end = text.index(before: end) }
        return String(text[..<end])
    }
}
