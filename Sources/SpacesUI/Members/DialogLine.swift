import Terminal
import Widgets

/// A line of a dialog: how easily it is left out where there is no room, and how it is drawn.
struct DialogLine {
    /// What goes first comes first.
    enum Weight: Int, Comparable, CaseIterable {
        case air, help, context, need

        static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
    }

    var weight: Weight
    /// Draws into a rectangle of one row and returns where a cursor would stand.
    var draw: (inout Buffer, Rect) -> Point?

    init(_ weight: Weight, draw: @escaping (inout Buffer, Rect) -> Point?) {
        self.weight = weight
        self.draw = draw
    }

    static var air: DialogLine { DialogLine(.air) { _, _ in nil } }

    /// Pieces of text, each in its style.
    static func text(_ weight: Weight, _ pieces: [(String, Style)], glyphs: Glyphs) -> DialogLine {
        DialogLine(weight) { buffer, rect in
            buffer.write(pieces, column: rect.column, row: rect.row, columns: rect.columns, glyphs: glyphs)
            return nil
        }
    }

    /// A text in as many lines as it takes.
    static func wrapped(_ weight: Weight, _ text: String, _ style: Style, columns: Int) -> [DialogLine] {
        TextWrapping.lines(of: text, columns: columns).map { line in
            DialogLine(weight) { buffer, rect in
                buffer.write(line, column: rect.column, row: rect.row, style: style, limit: rect.columns)
                return nil
            }
        }
    }
}

extension [DialogLine] {
    /// The lines that fit into so many rows: the least important ones go first, from the end.
    func fitting(_ rows: Int) -> [DialogLine] {
        var lines = self
        for weight in DialogLine.Weight.allCases where weight != .need {
            while lines.count > rows, let index = lines.lastIndex(where: { $0.weight == weight }) {
                lines.remove(at: index)
            }
        }
        return Array(lines.prefix(Swift.max(0, rows)))
    }

    /// Draws the lines below one another and returns where the cursor is to stand.
    func draw(into buffer: inout Buffer, in rect: Rect) -> Point? {
        var cursor: Point?
        for (index, line) in enumerated() where index < rect.rows {
            let row = Rect(column: rect.column, row: rect.row + index, columns: rect.columns, rows: 1)
            cursor = line.draw(&buffer, row) ?? cursor
        }
        return cursor
    }
}
