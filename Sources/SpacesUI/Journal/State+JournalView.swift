import Localization
import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    /// The entries that fit on the screen, below their headings.
    var journalRows: Int { max(0, pageArea.rows - 1) }

    /// Which entry of the list stands at a place.
    func journalEntry(of page: JournalPage, at point: Point) -> Int? {
        guard page.record == nil, pageArea.contains(point), point.row > pageArea.row else { return nil }
        let index = page.top + point.row - pageArea.row - 1
        return page.shown.indices.contains(index) ? index : nil
    }

    /// Draws the page and returns where the cursor rests.
    func draw(_ page: JournalPage, into buffer: inout Buffer, look: Look) -> Point? {
        let typing = drawTitle(of: page, into: &buffer, look: look)
        if let scroll = page.record, let entry = page.selected {
            drawRecord(entry, scroll: scroll, into: &buffer, look: look)
            return typing
        }
        let area = pageArea
        switch page.status {
        case .loading: drawMessage([(localized("Reading the journal…"), .dim)], into: &buffer, in: area, look: look)
        case .failed(let sentence):
            drawMessage(
                [(localized("\(look.glyphs.failure) The journal could not be read"), .error), (sentence, .text)],
                into: &buffer,
                in: area, look: look)
        case .loaded where page.listing.entries.isEmpty:
            drawMessage(
                [
                    (localized("No changes yet"), .title),
                    (localized("What you change with this program is written down here."), .dim),
                ],
                into: &buffer, in: area, look: look)
        case .loaded where page.shown.isEmpty:
            drawMessage(
                [(localized("Nothing matches \(page.filter)"), .title), (localized("Esc clears the filter"), .dim)],
                into: &buffer, in: area,
                look: look)
        case .loaded:
            let row = drawEntries(of: page, into: &buffer, in: area, look: look)
            return typing ?? row
        }
        return typing
    }

    /// The line above the page: what it is and where it is kept, or the filter.
    private func drawTitle(of page: JournalPage, into buffer: inout Buffer, look: Look) -> Point? {
        let isFiltering = page.field != nil || !page.filter.isEmpty
        guard let rect = layout.status ?? (isFiltering ? layout.header : nil) else { return nil }
        buffer.fill(rect, style: look[.text])
        if isFiltering, page.record == nil {
            return drawSearch(
                page.field, text: page.filter, count: page.shown.count, of: page.listing.entries.count, into: &buffer,
                in: rect, look: look)
        }
        let count = page.listing.entries.count
        buffer.write(
            [(localized("Journal"), look[.title]), ("   " + place(of: page.listing), look[.dim])],
            column: rect.column + 1,
            row: rect.row, columns: rect.columns - 2 - (count > 0 ? 16 : 0), glyphs: look.glyphs)
        if count > 0, page.record == nil {
            buffer.writeRight(
                counted(count, "change", "changes"), endColumn: rect.endColumn - 1, row: rect.row, style: look[.dim])
        }
        return nil
    }

    private func place(of listing: JournalListing) -> String {
        switch listing.place {
        case .file(let path) where listing.unreadable > 0:
            localized("\(path), \(counted(listing.unreadable, "line", "lines")) could not be read")
        case .file(let path): path
        case .memory: localized("kept until the program ends; there is no file")
        }
    }

    private func drawEntries(
        of page: JournalPage, into buffer: inout Buffer, in area: Rect, look: Look
    ) -> Point? {
        let columns = JournalColumns(width: area.columns)
        columns.drawHeadings(into: &buffer, column: area.column, row: area.row, look: look)
        var cursor: Point?
        for (line, entry) in page.shown.dropFirst(page.top).prefix(area.rows - 1).enumerated() {
            let row = area.row + 1 + line
            let isSelected = page.top + line == page.cursor
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: area.column - 2, row: row, style: look[.selection])
                cursor = Point(column: area.column - 2, row: row)
            }
            columns.draw(
                entry, isSelected: isSelected, in: timeZone, into: &buffer, column: area.column, row: row, look: look)
        }
        return cursor
    }

    // MARK: One entry

    private func drawRecord(_ entry: JournalEntry, scroll: Int, into buffer: inout Buffer, look: Look) {
        let lines = recordLines(of: entry, glyphs: look.glyphs)
        let area = pageArea
        let seen = window(of: lines.count, in: area, scroll: scroll)
        for index in seen {
            let row = area.row + index - seen.lowerBound
            let (label, text, role) = lines[index]
            buffer.write(label, column: area.column, row: row, style: look[.dim])
            let start = label.isEmpty && index == 0 ? 0 : Self.recordLabels
            buffer.writeFitting(
                text, column: area.column + start, row: row, columns: area.columns - start, style: look[role],
                glyphs: look.glyphs)
        }
        drawScrollHint(rows: lines.count, in: area, scroll: scroll, into: &buffer, look: look)
    }

    /// Columns of the labels, with the blanks that follow them.
    private static let recordLabels = 12

    /// The lines of an entry in full; a label stands before the first line of its value.
    func recordLines(of entry: JournalEntry, glyphs: Glyphs) -> [(label: String, text: String, role: Role)] {
        var lines: [(String, String, Role)] = [("", entry.title, .title), ("", "", .text)]
        func add(_ label: String, _ value: String?, _ role: Role = .text) {
            guard let value, !value.isEmpty else { return }
            let columns = pageArea.columns - Self.recordLabels
            for (index, line) in TextWrapping.lines(of: value, columns: columns).enumerated() {
                lines.append((index == 0 ? label : "", line, role))
            }
        }
        add(localized("Outcome"), "\(entry.outcome.mark(glyphs)) \(entry.outcome.label)", entry.outcome.role)
        add("", entry.outcome == .intended ? Self.noEnd : entry.reason)
        for change in entry.changes {
            add(change.shownField.prefix(1).uppercased() + change.shownField.dropFirst(), change.values(glyphs))
        }
        lines.append(("", "", .text))
        let seconds = Numbers.clock(entry.time, in: timeZone, withSeconds: true)
        let moment = "\(Numbers.day(entry.time, in: timeZone)) \(seconds)"
        let took = entry.finished.map { Self.phrase(of: $0.timeIntervalSince(entry.time)) }
        add(localized("Time"), took.map { localized("\(moment), answered after \($0)") } ?? moment)
        add(localized("Space"), entry.space)
        add(localized("Id"), entry.spaceID)
        add(localized("Profile"), entry.profile)
        add(localized("Server"), entry.server)
        add(localized("User"), entry.user)
        add(localized("Request id"), entry.requestID)
        return lines
    }

    private static var noEnd: String {
        localized("It was sent, and no answer was written down: it is still under way, or the program ended before.")
    }

    private static func phrase(of seconds: TimeInterval) -> String {
        let milliseconds = Int(max(0, min(seconds, 1e6)) * 1000)
        return milliseconds < 10_000 ? localized("\(milliseconds) ms") : "\(milliseconds / 1000) s"
    }
}
