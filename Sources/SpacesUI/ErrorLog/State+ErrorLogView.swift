import Localization
import SpacesClient
import SpacesQuery
import Terminal
import Widgets

extension State {
    /// Draws the page, the newest line last, and returns where one types.
    func draw(_ page: ErrorLogPage, into buffer: inout Buffer, look: Look) -> Point? {
        let shown = logEntries(of: page)
        let cursor = drawTitle(of: page, count: shown.count, into: &buffer, look: look)
        let lines = logLines(of: page, glyphs: look.glyphs)
        let area = pageArea
        if lines.isEmpty {
            let isFiltered = !errorLog.entries.isEmpty
            let title = isFiltered ? localized("Nothing matches") : localized("Nothing was asked of a server yet")
            let advice =
                isFiltered
                ? (page.filter.isEmpty ? localized("e shows everything") : localized("Esc clears the search")) : ""
            drawMessage([(title, .title), (advice, .dim)], into: &buffer, in: area, look: look)
            return cursor
        }
        let seen = window(of: lines.count, in: area, scroll: page.scroll ?? lines.count)
        for index in seen {
            buffer.write(
                lines[index].map { ($0.text, look[$0.role]) }, column: area.column,
                row: area.row + index - seen.lowerBound, columns: area.columns, glyphs: look.glyphs)
        }
        return cursor
    }

    private func drawTitle(
        of page: ErrorLogPage, count: Int, into buffer: inout Buffer, look: Look
    ) -> Point? {
        let isFiltering = page.field != nil || !page.filter.isEmpty
        guard let rect = layout.status ?? (isFiltering ? layout.header : nil) else { return nil }
        buffer.fill(rect, style: look[.text])
        if isFiltering {
            return drawSearch(
                page.field, text: page.filter, count: count, of: errorLog.entries.count, into: &buffer, in: rect,
                look: look)
        }
        let what =
            page.isErrorsOnly ? localized("only what went wrong") : localized("every request, and what went wrong")
        buffer.write(
            [(localized("Error log"), look[.title]), ("   " + what, look[.dim])], column: rect.column + 1,
            row: rect.row,
            columns: rect.columns - 2, glyphs: look.glyphs)
        if page.scroll != nil {
            buffer.writeRight(
                localized("newer below"), endColumn: rect.endColumn - 1, row: rect.row, style: look[.dim])
        }
        return nil
    }

    // MARK: Lines

    /// The entries that the page leaves.
    private func logEntries(of page: ErrorLogPage) -> [ErrorLog.Entry] {
        let words = page.filter.split(separator: " ").map { FoldedText.bytes(of: String($0)) }
        if words.isEmpty, !page.isErrorsOnly { return errorLog.entries }
        return errorLog.entries.filter { entry in
            if page.isErrorsOnly, !entry.isError { return false }
            let text = FoldedText.bytes(of: entry.words)
            return words.allSatisfy { text.firstRange(of: $0) != nil }
        }
    }

    /// The lines of the page, the oldest first.
    func logLines(of page: ErrorLogPage, glyphs: Glyphs) -> [[LogLines.Piece]] {
        let lines = LogLines(columns: pageArea.columns, timeZone: timeZone, glyphs: glyphs)
        return logEntries(of: page).flatMap { lines.lines(of: $0) }
    }
}

extension ErrorLog.Entry {
    /// Everything that a search looks at.
    fileprivate var words: String {
        switch self {
        case .failure(let failure):
            return [failure.sentence, failure.cause, failure.requestID].compactMap { $0 }.joined(separator: "\n")
        case .request(let record):
            let outcome =
                switch record.outcome {
                case .status(let status): "\(status)"
                case .failed(let cause): cause
                }
            return [record.method, record.path, outcome, record.requestID].compactMap { $0 }.joined(separator: "\n")
        }
    }
}
