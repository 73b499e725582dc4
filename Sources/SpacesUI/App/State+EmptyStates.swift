import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    /// What stands where the list would be: loading, failed, or no spaces at all.
    func drawInsteadOfList(into buffer: inout Buffer, in layout: Layout, look: Look) {
        let area = Rect(
            column: 0, row: layout.headings.row, columns: size.columns, rows: layout.footer.row - layout.headings.row)
        switch connection {
        case .loading(let arrived):
            let progress =
                arrived > 0
                ? localized("\(counted(arrived, "space", "spaces")) so far") : localized("asking \(server.host)")
            let wait = comingWait.map { [(waitSentence(until: $0), Role.warning)] } ?? []
            drawMessage(
                [(localized("Loading spaces…"), .title), (progress, .dim)] + wait, into: &buffer, in: area, look: look)
        case .current:
            drawMessage(
                [(localized("No spaces here"), .title), (wayOutOfNothing, .dim)], into: &buffer, in: area, look: look)
        case .failed(let failure, _, _, let next):
            var lines: [(String, Role)] = [
                (localized("\(look.glyphs.failure) The spaces could not be loaded"), .error), (failure.sentence, .text),
            ]
            let details = [
                failure.status.map { localized("status \($0)") }, failure.code,
                failure.requestID.map { localized("request \($0)") },
            ].compactMap { $0 }
            if !details.isEmpty { lines.append((details.joined(separator: ", "), .dim)) }
            let signsIn = failure.kind == .notAuthenticated && server.signIn.isEnabled
            let ways = [
                signsIn ? localized("\(keymap.name(of: .signIn)) signs in") : nil,
                next.map { localized("next try at \(Numbers.clock($0, in: timeZone, withSeconds: true))") },
                localized("\(keymap.name(of: .refresh)) tries again now"),
                profiles.count > 1 ? localized("\(keymap.name(of: .switchProfile)) another profile") : nil,
                localized("\(keymap.name(of: .quit)) quits"),
            ]
            lines.append((ways.compactMap { $0 }.joined(separator: ", "), .dim))
            drawMessage(lines, into: &buffer, in: area, look: look)
        }
    }

    /// What can be done about an empty list.
    private var wayOutOfNothing: String {
        if partLabel != nil {
            return localized("You are a member of none. The server asks for a second factor to list all.")
        }
        if scope == .mine, access.listingAll.isEnabled {
            return localized("You are a member of none. \(keymap.name(of: .toggleScope)) lists all.")
        }
        return access.creating.isEnabled
            ? localized("\(keymap.name(of: .create)) creates the first one.")
            : localized("This account is a member of none.")
    }

    /// Nothing in the list matches the filter.
    func drawNoMatch(into buffer: inout Buffer, in area: Rect, look: Look) {
        switch list.search {
        case .done: break
        case .wanted, .underWay:
            return drawMessage([(localized("Searching…"), .dim)], into: &buffer, in: area, look: look)
        case .gaveUp:
            return drawMessage(
                [
                    (localized("Search stopped"), .title),
                    (localized("The expression takes too long for these texts. Use words, or a simpler one."), .text),
                    (localized("\(keymap.name(of: .clearFilter)) clears the filter"), .dim),
                ], into: &buffer, in: area, look: look)
        }
        let part = partLabel.map { [($0, Role.warning)] } ?? []
        drawMessage(
            [
                (localized("Nothing matches \(list.filter)"), .title),
                (
                    localized(
                        "in \(counted(list.totalCount, "space", "spaces")): names, subtitles, aliases, ids, managers"),
                    .dim
                ),
            ] + part + [(localized("\(keymap.name(of: .clearFilter)) clears the filter"), .dim)], into: &buffer,
            in: area, look: look)
    }

    /// Lines in the middle of an area, each centred and broken where it is too long.
    func drawMessage(_ lines: [(String, Role)], into buffer: inout Buffer, in area: Rect, look: Look) {
        let columns = min(72, area.columns - 4)
        let wrapped = lines.flatMap { text, role in
            TextWrapping.lines(of: text, columns: columns).map { ($0, role) }
        }
        var row = area.row + max(0, (area.rows - wrapped.count) / 3)
        for (text, role) in wrapped where row < area.endRow {
            let column = area.column + max(0, (area.columns - CellWidth.of(text)) / 2)
            buffer.write(text, column: column, row: row, style: look[role], limit: area.endColumn - column)
            row += 1
        }
    }
}
