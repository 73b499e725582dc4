import Localization
import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension JournalPage {
    /// Draws the page and returns where the cursor rests.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point? {
        let typing = drawTitle(in: state, into: &buffer, look: look)
        if let scroll = record, let entry = selected {
            drawRecord(entry, scroll: scroll, in: state, into: &buffer, look: look)
            return typing
        }
        let area = state.pageArea
        switch status {
        case .loading:
            state.drawMessage([(localized("Reading the journal…"), .dim)], into: &buffer, in: area, look: look)
        case .failed(let sentence):
            state.drawMessage(
                [(localized("\(look.glyphs.failure) The journal could not be read"), .error), (sentence, .text)],
                into: &buffer,
                in: area, look: look)
        case .loaded where listing.entries.isEmpty:
            state.drawMessage(
                [
                    (localized("No changes yet"), .title),
                    (localized("What you change with this program is written down here."), .dim),
                ],
                into: &buffer, in: area, look: look)
        case .loaded where shown.isEmpty:
            state.drawMessage(
                [(localized("Nothing matches \(filter)"), .title), (localized("Esc clears the filter"), .dim)],
                into: &buffer, in: area,
                look: look)
        case .loaded:
            let row = drawEntries(in: state, into: &buffer, area: area, look: look)
            return typing ?? row
        }
        return typing
    }

    /// The line above the page: what it is and where it is kept, or the filter.
    private func drawTitle(in state: State, into buffer: inout Buffer, look: Look) -> Point? {
        let isFiltering = field != nil || !filter.isEmpty
        guard let rect = state.layout.status ?? (isFiltering ? state.layout.header : nil) else { return nil }
        buffer.fill(rect, style: look[.text])
        if isFiltering, record == nil {
            return state.drawSearch(
                field, text: filter, count: shown.count, of: listing.entries.count, into: &buffer,
                in: rect, look: look)
        }
        let count = listing.entries.count
        buffer.write(
            [(localized("Journal"), look[.title]), ("   " + place(of: listing), look[.dim])],
            column: rect.column + 1,
            row: rect.row, columns: rect.columns - 2 - (count > 0 ? 16 : 0), glyphs: look.glyphs)
        if count > 0, record == nil {
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
        in state: State, into buffer: inout Buffer, area: Rect, look: Look
    ) -> Point? {
        let columns = JournalColumns(width: area.columns)
        columns.drawHeadings(into: &buffer, column: area.column, row: area.row, look: look)
        var point: Point?
        for (line, entry) in shown.dropFirst(top).prefix(area.rows - 1).enumerated() {
            let row = area.row + 1 + line
            let isSelected = top + line == cursor
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: area.column - 2, row: row, style: look[.selection])
                point = Point(column: area.column - 2, row: row)
            }
            columns.draw(
                entry, isSelected: isSelected, in: state.timeZone, into: &buffer, column: area.column, row: row,
                look: look)
        }
        return point
    }

    // MARK: One entry

    private func drawRecord(_ entry: JournalEntry, scroll: Int, in state: State, into buffer: inout Buffer, look: Look)
    {
        let lines = recordLines(of: entry, in: state, glyphs: look.glyphs)
        let area = state.pageArea
        let seen = state.window(of: lines.count, in: area, scroll: scroll)
        for index in seen {
            let row = area.row + index - seen.lowerBound
            let (label, text, role) = lines[index]
            buffer.write(label, column: area.column, row: row, style: look[.dim])
            let start = label.isEmpty && index == 0 ? 0 : Self.recordLabels
            buffer.writeFitting(
                text, column: area.column + start, row: row, columns: area.columns - start, style: look[role],
                glyphs: look.glyphs)
        }
        state.drawScrollHint(rows: lines.count, in: area, scroll: scroll, into: &buffer, look: look)
    }

    /// Columns of the labels, with the blanks that follow them.
    private static let recordLabels = 12

    /// The lines of an entry in full; a label stands before the first line of its value.
    func recordLines(of entry: JournalEntry, in state: State, glyphs: Glyphs) -> [(
        label: String, text: String, role: Role
    )] {
        var lines: [(String, String, Role)] = [("", entry.title, .title), ("", "", .text)]
        func add(_ label: String, _ value: String?, _ role: Role = .text) {
            guard let value, !value.isEmpty else { return }
            let columns = state.pageArea.columns - Self.recordLabels
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
        let seconds = Numbers.clock(entry.time, in: state.timeZone, withSeconds: true)
        let moment = "\(Numbers.day(entry.time, in: state.timeZone)) \(seconds)"
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
