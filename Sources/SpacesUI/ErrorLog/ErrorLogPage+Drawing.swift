import Localization
import SpacesClient
import SpacesQuery
import Terminal
import Widgets

extension ErrorLogPage {
    /// Draws the page, the newest line last, and returns where one types.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let shown = entries(in: state)
        let cursor = drawTitle(count: shown.count, in: state, into: &buffer, look: look)
        let lines = lines(in: state, glyphs: look.glyphs)
        let area = state.pageArea
        if lines.isEmpty {
            let isFiltered = !state.errorLog.entries.isEmpty
            let title = isFiltered ? localized("Nothing matches") : localized("Nothing was asked of a server yet")
            let advice =
                isFiltered
                ? (filter.isEmpty ? localized("e shows everything") : localized("Esc clears the search")) : ""
            state.drawMessage([(title, .title), (advice, .dim)], into: &buffer, in: area, look: look)
            return cursor
        }
        let seen = state.window(of: lines.count, in: area, scroll: scroll ?? lines.count)
        for index in seen {
            buffer.write(
                lines[index].map { ($0.text, look[$0.role]) }, column: area.column,
                row: area.row + index - seen.lowerBound, columns: area.columns, glyphs: look.glyphs)
        }
        return cursor
    }

    private func drawTitle(
        count: Int, in state: State, into buffer: inout Buffer, look: Look
    ) -> Point? {
        let isFiltering = field != nil || !filter.isEmpty
        guard let rect = state.layout.status ?? (isFiltering ? state.layout.header : nil) else { return nil }
        buffer.fill(rect, style: look[.text])
        if isFiltering {
            return state.drawSearch(
                field, text: filter, count: count, of: state.errorLog.entries.count, into: &buffer, in: rect,
                look: look)
        }
        let what =
            isErrorsOnly ? localized("only what went wrong") : localized("every request, and what went wrong")
        buffer.write(
            [(localized("Error log"), look[.title]), ("   " + what, look[.dim])], column: rect.column + 1,
            row: rect.row,
            columns: rect.columns - 2, glyphs: look.glyphs)
        if scroll != nil {
            buffer.writeRight(
                localized("newer below"), endColumn: rect.endColumn - 1, row: rect.row, style: look[.dim])
        }
        return nil
    }

    // MARK: Lines

    /// The entries that the page leaves.
    private func entries(in state: State) -> [ErrorLog.Entry] {
        let words = filter.split(separator: " ").map { FoldedText.bytes(of: String($0)) }
        if words.isEmpty, !isErrorsOnly { return state.errorLog.entries }
        return state.errorLog.entries.filter { entry in
            if isErrorsOnly, !entry.isError { return false }
            let text = FoldedText.bytes(of: entry.words)
            return words.allSatisfy { text.firstRange(of: $0) != nil }
        }
    }

    /// The lines of the page, the oldest first.
    func lines(in state: State, glyphs: Glyphs) -> [[LogLines.Piece]] {
        let lines = LogLines(columns: state.pageArea.columns, timeZone: state.timeZone, glyphs: glyphs)
        return entries(in: state).flatMap { lines.lines(of: $0) }
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
