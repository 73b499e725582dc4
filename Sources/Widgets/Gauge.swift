package import Terminal

/// A horizontal bar that shows how much of something is used.
///
/// It is honest at both ends: full only when everything is used, empty only when nothing is.
package struct Gauge: Equatable, Sendable {
    /// How the filled part looks.
    package enum Fill: Equatable, Sendable {
        /// Full cells and a thinner one at the end, told apart from other gauges by colour.
        case blocks
        /// Whole cells of one character, told apart from other gauges without colour.
        case pattern(Character)
    }

    /// The part that is used: 0…1, more counts as full, `nil` where there is nothing to measure.
    package var fraction: Double?
    package var fill: Fill
    package var glyphs: Glyphs

    package init(fraction: Double?, fill: Fill, glyphs: Glyphs) {
        self.fraction = fraction
        self.fill = fill
        self.glyphs = glyphs
    }

    /// Draws the gauge in one row, the filled part in `style`, the rest in `track`.
    package func draw(
        into buffer: inout Buffer, column: Int, row: Int, columns: Int, style: Style, track: Style
    ) {
        guard columns > 0 else { return }
        let filled = filledText(columns: columns)
        let taken = buffer.write(filled, column: column, row: row, style: style, limit: columns)
        let rest = String(repeating: glyphs.track, count: max(0, columns - filled.count))
        buffer.write(rest, column: column + taken, row: row, style: track, limit: columns - taken)
    }

    /// The characters of the filled part, one a cell.
    private func filledText(columns: Int) -> String {
        switch fill {
        case .pattern(let character):
            return String(repeating: character, count: steps(of: columns))
        case .blocks:
            guard let full = glyphs.blocks.last else { return "" }
            let each = glyphs.blocks.count
            let (whole, rest) = steps(of: columns * each).quotientAndRemainder(dividingBy: each)
            return String(repeating: full, count: whole) + (rest > 0 ? String(glyphs.blocks[rest - 1]) : "")
        }
    }

    /// How many of so many steps are filled.
    private func steps(of total: Int) -> Int {
        guard let fraction, fraction > 0 else { return 0 }
        if fraction >= 1 { return total }
        let nearest = Int((fraction * Double(total)).rounded())
        return max(0, min(max(nearest, 1), total - 1))
    }
}
