import CCurses
package import Terminal

/// Frames on the real terminal: hands curses the cells that changed since the last frame.
package final class CursesDisplay: Display {
    package private(set) var size: Size
    private var shown: Buffer
    private let depth: ColorDepth
    private let isASCII: Bool

    init(size: Size, depth: ColorDepth, isASCII: Bool) {
        self.size = size
        self.depth = depth
        self.isASCII = isASCII
        shown = Buffer(size: size)
    }

    package func present(_ buffer: Buffer, cursor: Point?) {
        buffer.forEachChange(since: shown) { change in
            put(change.cell, row: change.row, column: change.column, isInner: change.isInner)
        }
        shown = buffer
        if let cursor, cursor.row < size.rows, cursor.column < size.columns {
            cc_cursor(Int32(cursor.row), Int32(cursor.column))
        } else {
            cc_cursor(-1, 0)
        }
        cc_flush()
    }

    /// Another size; the next frame is drawn whole.
    func resize(to size: Size) {
        self.size = size
        cc_resize(Int32(size.rows), Int32(size.columns))
        // Curses cuts or extends what it has, at places where wide characters may lie: start from an empty screen.
        for row in 0..<size.rows {
            for column in 0..<size.columns { put(.blank, row: row, column: column, isInner: false) }
        }
        shown = Buffer(size: size)
    }

    private func put(_ cell: Cell, row: Int, column: Int, isInner: Bool) {
        if cell.isContinuation { return }
        var style = cell.style.reduced(to: depth)
        if cell.glyph == .blank, !isInner, style.attributes.isDisjoint(with: [.reverse, .underline]) {
            // A blank shows its background only; alike blanks can be erased instead of drawn.
            style = Style(background: style.background)
        }
        var scalars: [UInt32]
        if CellWidth.isPlain(cell.glyph.character) {
            scalars = cell.glyph.character.unicodeScalars.map(\.value)
        } else if isASCII {
            scalars = ASCIIGlyph.standing(for: cell.glyph.character).unicodeScalars.map(\.value)
        } else {
            scalars = Self.known(cell)
            // Curses may fill the last cell of the screen by inserting before it, which parts a wide character.
            if cell.width == 2, row + 1 == size.rows, column + 3 >= size.columns { scalars = [0x25A1] }
        }
        put(scalars, row: row, column: column, style: style)
        // Where a narrow character stands for a wide one, its second cell is blank.
        if cell.width == 2, scalars.count == 1, cc_width(scalars[0]) != 2 {
            put([0x20], row: row, column: column + 1, style: style)
        }
    }

    /// The scalars of a cell, as far as the C library's idea of their widths is ours; curses counts with that one.
    private static func known(_ cell: Cell) -> [UInt32] {
        var scalars = cell.glyph.character.unicodeScalars.map(\.value)
        if let first = scalars.first, cc_width(first) == Int32(cell.width) {
            scalars.removeSubrange(1...)
            scalars += cell.glyph.character.unicodeScalars.dropFirst().map(\.value).filter { cc_width($0) == 0 }
            return scalars
        }
        return [0x25A1]
    }

    private func put(_ scalars: [UInt32], row: Int, column: Int, style: Style) {
        cc_put(
            Int32(row), Int32(column), scalars, Int32(scalars.count), Int32(style.attributes.rawValue),
            Self.entry(style.foreground), Self.entry(style.background))
    }

    private static func entry(_ color: Color) -> Int32 {
        switch color {
        case .standard: -1
        case .palette(let entry): Int32(entry)
        }
    }
}
