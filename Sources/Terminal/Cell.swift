/// One cell of the screen: what it shows and how.
///
/// A wide character owns two cells: the left one holds it, the right one is a continuation without a glyph of its own.
package struct Cell: Hashable, Sendable {
    package var glyph: Glyph
    package var style: Style
    /// Cells that the glyph takes: 1 or 2; 0 marks the right half of a wide glyph.
    package var width: UInt8

    package init(_ glyph: Glyph = .blank, style: Style = .plain, width: UInt8 = 1) {
        self.glyph = glyph
        self.style = style
        self.width = width
    }

    package var isContinuation: Bool { width == 0 }
    package static let blank = Cell()
}
