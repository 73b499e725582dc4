import Localization
import Terminal
import Widgets

/// Pages of text over the whole screen.
extension State {
    /// Where a page of text is shown: between header and footer.
    var pageArea: Rect {
        let top = (layout.remark ?? layout.status).map { $0.endRow + (size.rows >= 20 ? 1 : 0) } ?? layout.header.endRow
        return Rect(column: 2, row: top, columns: size.columns - 4, rows: layout.footer.row - top)
    }

    /// The furthest that the page on top can be scrolled.
    var lastScroll: Int {
        let look = Look(theme: .plain, glyphs: .unicode)
        return switch layers.last {
        case .detail(let page): max(0, detailContent(of: page, look: look).rows - detailArea.rows)
        default: 0
        }
    }

    /// The rows of a page of text that are seen at a scroll position, which is held at the page's end.
    func window(of rows: Int, in rect: Rect, scroll: Int) -> Range<Int> {
        let first = max(0, min(scroll, rows - rect.rows))
        return first..<min(rows, first + rect.rows)
    }

    /// The cells beside the status that are for the lines of a page that are seen.
    var scrollHintRoom: Int {
        switch layers.last {
        case .detail, .help, .run: min(18, size.columns / 2)
        case .screen(let open) where open.screen.tellsSeenLines: min(18, size.columns / 2)
        default: 0
        }
    }

    /// Says above a page that there is more of it.
    func drawScrollHint(rows: Int, in rect: Rect, scroll: Int, into buffer: inout Buffer, look: Look) {
        let seen = window(of: rows, in: rect, scroll: scroll)
        drawScrollHint(seen, of: rows, into: &buffer, look: look)
    }

    /// Says above a page which of its lines are seen, in the place of what the status says there.
    func drawScrollHint(_ seen: Range<Int>, of rows: Int, into buffer: inout Buffer, look: Look) {
        guard seen.count < rows else { return }
        let row = (layout.status ?? layout.header).row
        buffer.fill(
            Rect(column: size.columns - scrollHintRoom, row: row, columns: scrollHintRoom, rows: 1),
            style: look[.text])
        let text = localized(" \(seen.lowerBound + 1)-\(seen.upperBound) of \(rows) ")
        buffer.writeRight(text, endColumn: size.columns - 1, row: row, style: look[.dim])
    }
}
