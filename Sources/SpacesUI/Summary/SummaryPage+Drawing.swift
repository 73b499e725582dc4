import Localization
import SpacesModel
import Terminal
import Widgets

extension SummaryPage {
    /// Draws the summary and returns where the cursor rests.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let rect = state.pageArea
        let count = counted(summary.count, "space", "spaces")
        let title =
            filter.isEmpty
            ? localized("Summary of \(count)") : localized("Summary of \(count) that “\(filter)” finds")
        buffer.writeFitting(
            title, column: rect.column, row: rect.row, columns: rect.columns, style: look[.title], glyphs: look.glyphs)
        let layout = layout(in: state)
        let selected = layout.targets.indices.contains(cursor) ? layout.targets[cursor] : nil
        let (area, seen) = seenPart(of: layout, in: state)
        var point: Point?
        for (index, place) in layout.places.enumerated() where seen.contains(place.row) {
            let row = area.row + place.row - seen.lowerBound
            draw(place, isSelected: index == selected, into: &buffer, column: area.column, row: row, look: look)
            if index == selected { point = Point(column: area.column + place.column, row: row) }
        }
        state.drawScrollHint(seen, of: layout.rows, into: &buffer, look: look)
        return point
    }

    /// Where the lines of the summary stand, and which of them are seen: from the top, as long as the cursor is well in sight.
    private func seenPart(of layout: SummaryLayout, in state: State) -> (area: Rect, seen: Range<Int>) {
        let rect = state.pageArea
        let area = Rect(column: rect.column, row: rect.row + 2, columns: rect.columns, rows: max(0, rect.rows - 2))
        let row = layout.targets.indices.contains(cursor) ? layout.places[layout.targets[cursor]].row : 0
        return (area, state.window(of: layout.rows, in: area, scroll: row - area.rows * 2 / 3))
    }

    /// Which of the lines that lead somewhere stands at a place.
    func row(at point: Point, in state: State) -> Int? {
        let layout = layout(in: state)
        let (area, seen) = seenPart(of: layout, in: state)
        guard area.contains(point) else { return nil }
        let (row, column) = (seen.lowerBound + point.row - area.row, point.column - area.column)
        return layout.targets.firstIndex { index in
            let place = layout.places[index]
            return place.row == row && (place.column..<place.column + place.columns).contains(column)
        }
    }

    private func draw(
        _ place: SummaryLayout.Place, isSelected: Bool, into buffer: inout Buffer, column: Int, row: Int, look: Look
    ) {
        let start = column + place.column
        let end = start + place.columns
        switch place.line {
        case .blank: break
        case .heading(let text):
            buffer.writeFitting(
                text, column: start, row: row, columns: place.columns, style: look[.heading], glyphs: look.glyphs)
        case .fact(let label, let value, let bar, let target):
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: start, row: row, style: look[.selection])
            }
            let text = look[isSelected ? .selected : .text]
            buffer.writeFitting(
                label, column: start + 2, row: row, columns: place.labelColumns,
                style: target == nil ? look[.dim] : text, glyphs: look.glyphs)
            let valueStart = start + 2 + place.labelColumns + 2
            guard let bar else {
                buffer.writeFitting(
                    value, column: valueStart, row: row, columns: end - valueStart, style: text, glyphs: look.glyphs)
                return
            }
            let barStart = valueStart + place.valueColumns + 2
            buffer.writeRight(value, endColumn: barStart - 2, row: row, style: text)
            Gauge(
                fraction: bar.fraction, fill: look.theme.gaugeFill(for: bar.state, glyphs: look.glyphs),
                glyphs: look.glyphs
            )
            .draw(
                into: &buffer, column: barStart, row: row, columns: min(24, end - barStart),
                style: look[Role.gauge(for: bar.state)], track: look[.gaugeTrack])
        }
    }
}
