import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    /// What a side of the space is made of: facts that are laid out, and lines of text below them.
    struct DetailContent {
        var facts: Buffer
        var factRows = 0
        var lines: [[(String, Style)]] = []

        var rows: Int { factRows + lines.count }
    }

    /// One side of the space on the whole screen, values in full.
    func draw(_ page: DetailPage, into buffer: inout Buffer, look: Look) -> Point? {
        let cursor = drawTabs(of: page, into: &buffer, look: look)
        let rect = detailArea
        let content = detailContent(of: page, look: look)
        let seen = window(of: content.rows, in: rect, scroll: page.scroll)
        let facts = seen.clamped(to: 0..<content.factRows)
        buffer.copy(content.facts, rows: facts, to: rect)
        for row in seen.clamped(to: content.factRows..<content.rows) {
            buffer.write(
                content.lines[row - content.factRows], column: rect.column, row: rect.row + row - seen.lowerBound,
                columns: rect.columns, glyphs: look.glyphs)
        }
        drawScrollHint(rows: content.rows, in: rect, scroll: page.scroll, into: &buffer, look: look)
        return cursor
    }

    /// The area below the tabs.
    var detailArea: Rect {
        let rect = pageArea
        let taken = min(rect.rows - 1, size.rows >= 16 ? 2 : 1)
        return Rect(column: rect.column, row: rect.row + taken, columns: rect.columns, rows: rect.rows - taken)
    }

    /// The names of all sides, the one on the screen marked, or the field of a search.
    private func drawTabs(of page: DetailPage, into buffer: inout Buffer, look: Look) -> Point? {
        let rect = pageArea
        if let field = page.searchField {
            buffer.write("/", column: rect.column, row: rect.row, style: look[.prompt])
            return field.draw(
                into: &buffer, column: rect.column + 2, row: rect.row, columns: rect.columns - 2,
                style: look[.fieldFocused], placeholderStyle: look[.placeholder])
        }
        // Where not all have room, the one on the screen and the number of it say enough.
        let all = DetailPage.Tab.allCases.map { $0 == page.tab ? "[\($0.title)]" : " \($0.title) " }
        let fits = all.map(CellWidth.of).reduce(0, +) <= rect.columns
        let names = fits ? all : ["[\(page.tab.title)]"]
        let pieces = names.map { ($0, look[$0.hasPrefix("[") ? .headingSorted : .dim]) }
        buffer.write(pieces, column: rect.column, row: rect.row, columns: rect.columns, glyphs: look.glyphs)
        // The overview names the space itself; the other sides do it here, where there is room.
        let used = names.map(CellWidth.of).reduce(0, +) + 3
        if page.tab != .overview, let space = list.selected, rect.columns - used >= 8 {
            buffer.writeFitting(
                space.name, column: rect.column + used, row: rect.row, columns: rect.columns - used,
                style: look[.title], glyphs: look.glyphs)
        }
        return nil
    }

    /// What a side of the space shows; the page drawn whole, to be shown through the window that the scroll leaves.
    func detailContent(of page: DetailPage, look: Look) -> DetailContent {
        var content = DetailContent(facts: Buffer(size: Size(columns: pageArea.columns, rows: 0)))
        guard let space = list.selected else { return content }
        let detail = SpaceDetail(space: space, now: now, timeZone: timeZone, remedies: remedies(for: space))
        switch page.tab {
        case .overview:
            lay(detail.lines, into: &content, look: look)
            let readme = readmeText(of: space, look: look)
            let line = String(repeating: look.glyphs.horizontal, count: min(pageArea.columns, 100))
            if !readme.isEmpty { content.lines = [[], [(line, look[.rule])], []] + readme }
        case .members: lay(detail.memberPage, into: &content, look: look)
        case .quota: lay(detail.quotaPage, into: &content, look: look)
        case .readme:
            content.lines = readmeText(of: space, look: look)
            if content.lines.isEmpty { content.lines = [[(whyNoReadme(of: space), look[.dim])]] }
        case .json: content.lines = documentLines(of: space, term: page.term, look: look)
        }
        return content
    }

    private func lay(_ lines: [DetailLine], into content: inout DetailContent, look: Look) {
        let labels = lines.map { if case .property(let label, _, _) = $0 { CellWidth.of(label) + 2 } else { 0 } }
        let labelColumns = max(Self.labelColumns, labels.max() ?? 0)
        let rows = lines.map { line in
            // Nothing else takes more than the three rows of a gauge.
            guard case .property(_, let value, _) = line else { return 3 }
            return max(1, TextWrapping.lines(of: value, columns: pageArea.columns - labelColumns).count)
        }
        content.facts = Buffer(size: Size(columns: pageArea.columns, rows: rows.reduce(0, +)))
        content.facts.fill(content.facts.bounds, style: look[.text])
        for line in lines {
            content.factRows += draw(
                line, into: &content.facts, in: content.facts.bounds, row: content.factRows, mostLines: .max,
                isBeside: content.facts.size.columns < 90, labelColumns: labelColumns, look: look)
        }
        content.factRows = min(content.factRows, content.facts.size.rows)
    }

    private func readmeText(of space: Space, look: Look) -> [[(String, Style)]] {
        readmeLines(of: space, columns: min(pageArea.columns, 100), limit: 5000, look: look)
    }

    private func whyNoReadme(of space: Space) -> String {
        if space.isDisabled { return localized("A disabled space shows no readme.") }
        if !access.isMember(of: space) { return localized("Only members of the space see its readme.") }
        let isLooked = space.type == .project || readmes.expect(of: space)
        switch readmes[space] {
        case nil where isLooked && connection.isOffline: return unanswering.asSentence
        case nil where isLooked: return localized("Loading…")
        case .loading: return localized("Loading…")
        case .loaded: return localized("The readme of \(space.name) is empty.")
        default:
            return access.editingReadme(of: space).isEnabled
                ? localized("\(space.name) has no readme. \(keymap.name(of: .editReadme)) writes one.")
                : localized("\(space.name) has no readme.")
        }
    }
}
