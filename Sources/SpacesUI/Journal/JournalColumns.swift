import Localization
import Foundation
import SpacesClient
import Terminal
import Widgets

/// Where the cells of the journal stand on a line of this width.
struct JournalColumns {
    private let time: Int
    private let server: Int
    private let space: Int
    private let change: Int
    private let outcome: Int
    private static let gap = 2

    init(width: Int) {
        let isWide = width >= 90
        let isNarrow = width < 60
        time = isNarrow ? 5 : 16
        server = isWide ? 18 : 0
        outcome = isNarrow ? 1 : 10
        let rest = width - time - (isWide ? server + Self.gap : 0) - outcome - 3 * Self.gap
        space = max(0, min(28, rest * 2 / 5))
        change = max(0, rest - space)
    }

    func drawHeadings(into buffer: inout Buffer, column: Int, row: Int, look: Look) {
        let titles = [
            localized("Time"), localized("Server"), localized("Space"), localized("Change"),
            outcome > 1 ? localized("Outcome") : "",
        ]
        draw(titles.map { ($0, look[.heading]) }, into: &buffer, column: column, row: row, look: look)
    }

    func draw(
        _ entry: JournalEntry, isSelected: Bool, in zone: TimeZone, into buffer: inout Buffer, column: Int, row: Int,
        look: Look
    ) {
        let text = look[isSelected ? .selected : .text]
        let clock = Numbers.clock(entry.time, in: zone)
        let mark = entry.outcome.mark(look.glyphs)
        draw(
            [
                (time > 5 ? "\(Numbers.plainDay(entry.time, in: zone)) \(clock)" : clock, look[.dim]),
                (entry.place, look[.dim]), (entry.space, text), (entry.summary(look.glyphs), text),
                (outcome > 1 ? "\(mark) \(entry.outcome.label)" : mark, look[entry.outcome.role]),
            ], into: &buffer, column: column, row: row, look: look)
    }

    private func draw(_ cells: [(String, Style)], into buffer: inout Buffer, column: Int, row: Int, look: Look) {
        var start = column
        for ((text, style), width) in zip(cells, [time, server, space, change, outcome]) where width > 0 {
            buffer.writeFitting(text, column: start, row: row, columns: width, style: style, glyphs: look.glyphs)
            start += width + Self.gap
        }
    }
}
