import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Columns of the labels, with the blanks that follow them.
    /// As many as the labels of the pane take at most, and a gap.
    static var labelColumns: Int {
        let longest = [localized("members"), localized("modified"), localized("quota"), localized("state")]
        return max(10, 2 + (longest.map { CellWidth.of($0) }.max() ?? 0))
    }

    /// The detail in its pane; values are cut, the page with everything is a key away.
    func drawDetailPane(into buffer: inout Buffer, in rect: Rect, isBeside: Bool, look: Look) {
        guard let space = detailSpace, !isRunning else { return }
        let detail = SpaceDetail(space: space, now: now, timeZone: timeZone)
        var row = rect.row
        // The readme has at most half of the pane; what is below it can wait for the page.
        let readme = isBeside ? readmeLines(of: space, columns: rect.columns, limit: rect.rows / 2, look: look) : []
        // On a slow line the first lines have to do; the page has the others.
        for line in isLinkSlow ? Array(detail.lines.prefix(6)) : detail.lines {
            if row >= rect.endRow { break }
            if case .readme = line {
                if !readme.isEmpty { row += 1 }
                for line in readme where row < rect.endRow {
                    buffer.write(line, column: rect.column, row: row, columns: rect.columns, glyphs: look.glyphs)
                    row += 1
                }
                if !readme.isEmpty { row += 1 }
                continue
            }
            if !isBeside, case .blank = line, rect.rows < 12 { continue }
            row += draw(
                line, into: &buffer, in: rect, row: row, mostLines: isBeside ? 3 : 1, isBeside: isBeside, look: look)
            if isBeside, case .title = line { row += 1 }
        }
    }

    /// Draws one line and returns how many rows it took.
    func draw(
        _ line: DetailLine, into buffer: inout Buffer, in rect: Rect, row: Int, mostLines: Int, isBeside: Bool,
        labelColumns: Int = labelColumns, look: Look
    ) -> Int {
        switch line {
        case .blank: return 1
        case .readme: return 0
        case .title(let name, let subtitle):
            let used = buffer.writeFitting(
                name, column: rect.column, row: row, columns: rect.columns, style: look[.title], glyphs: look.glyphs)
            if subtitle.isEmpty { return 1 }
            let start = isBeside ? 0 : used + 3
            buffer.writeFitting(
                subtitle, column: rect.column + start, row: row + (isBeside ? 1 : 0), columns: rect.columns - start,
                style: look[.dim], glyphs: look.glyphs)
            return isBeside ? 2 : 1
        case .gauge(let quota, let sentence):
            return drawGauge(quota, sentence, into: &buffer, in: rect, row: row, isBeside: isBeside, look: look)
        case .property(let label, let value, let role):
            buffer.write(label, column: rect.column, row: row, style: look[.dim])
            let columns = rect.columns - labelColumns
            var lines = TextWrapping.lines(of: value, columns: columns)
            if lines.count > mostLines {
                lines = Array(lines.prefix(mostLines))
                let most = columns - CellWidth.of(look.glyphs.ellipsis)
                lines[mostLines - 1] =
                    CellWidth.truncate(lines[mostLines - 1], to: most, ellipsis: "") + String(look.glyphs.ellipsis)
            }
            for (index, text) in lines.enumerated() where row + index < rect.endRow {
                buffer.write(text, column: rect.column + labelColumns, row: row + index, style: look[role])
            }
            return max(1, lines.count)
        }
    }

    /// The quota gauge: coloured by state, and told by a word as well.
    private func drawGauge(
        _ quota: Quota, _ sentence: String, into buffer: inout Buffer, in rect: Rect, row: Int, isBeside: Bool,
        look: Look
    ) -> Int {
        let style = look[Role.gauge(for: quota.state)]
        let words = look[Role.words(for: quota.state)]
        let state = quota.state == .unlimited ? "" : quota.state.label
        // Beside the gauge the words have the right of way.
        let said = CellWidth.of(state) + 2 + CellWidth.of(sentence)
        let columns = isBeside ? rect.columns - 7 : min(36, max(8, rect.columns - 10 - said))
        Gauge(
            fraction: quota.usedFraction, fill: look.theme.gaugeFill(for: quota.state, glyphs: look.glyphs),
            glyphs: look.glyphs
        )
        .draw(into: &buffer, column: rect.column, row: row, columns: columns, style: style, track: look[.gaugeTrack])
        let percent =
            quota.usedPercent.map { "\($0) %" }
            ?? (quota.state == .unlimited ? look.glyphs.unlimited : look.glyphs.missing)
        buffer.writeRight(percent, endColumn: rect.column + columns + 7, row: row, style: words)
        if isBeside {
            buffer.writeFitting(
                sentence, column: rect.column, row: row + 1, columns: rect.columns, style: look[.text],
                glyphs: look.glyphs)
            buffer.writeFitting(
                state, column: rect.column, row: row + 2, columns: rect.columns, style: words, glyphs: look.glyphs)
            return state.isEmpty ? 2 : 3
        }
        let start = rect.column + columns + 10
        buffer.write(
            [(state, words), (state.isEmpty ? "" : ", ", look[.text]), (sentence, look[.text])], column: start,
            row: row,
            columns: rect.endColumn - start, glyphs: look.glyphs)
        return 1
    }
}
