import Localization
import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Who talks to whom, how many spaces there are, and from when they are.
    func drawHeader(into buffer: inout Buffer, in layout: Layout, look: Look) {
        let rect = layout.header
        var end = rect.endColumn - 1
        if server.isInsecure {
            end =
                buffer.writeRight(
                    " \(localized("INSECURE: certificate not checked")) ", endColumn: end, row: rect.row,
                    style: look[.banner]) - 2
        }
        var (freshness, role) = freshness
        // An outage is said on the smallest screen, too.
        if case .failed = connection, loadedAt != nil, end - CellWidth.of(freshness) <= 20 {
            freshness = connection.isOffline ? localized("offline") : localized("refresh failed")
        }
        if end - CellWidth.of(freshness) > 20 {
            end = buffer.writeRight(freshness, endColumn: end, row: rect.row, style: look[role]) - 3
        }
        for (text, role) in [(runLabel, Role.info), (markLabel, .marked)] {
            guard !text.isEmpty, end - CellWidth.of(text) > (size.columns < 60 ? 8 : 24) else { continue }
            end = buffer.writeRight(text, endColumn: end, row: rect.row, style: look[role]) - 3
        }
        let total = list.totalCount > 0 ? counted(list.totalCount, "space", "spaces") : ""
        let count = scope == .mine ? localized("mine: \(total)") : total
        if end - CellWidth.of(count) > 30 {
            end = buffer.writeRight(count, endColumn: end, row: rect.row, style: look[.text]) - 3
        }
        if let view = viewLabel {
            let label = localized("view \(view)")
            if end - CellWidth.of(label) > 30 || size.columns < 60 {
                end = buffer.writeRight(label, endColumn: end, row: rect.row, style: look[.info]) - 3
            }
        }
        let user = access.account.map { $0.userName } ?? server.user
        let roleName = access.permissions.map { ", " + $0.roleName } ?? ""
        let beginning = beginning(look) + [(server.host, look[.title])]
        let room = end - rect.column - beginning.reduce(0) { $0 + CellWidth.of($1.0) }
        // The user with the role, the user alone, or neither: a part of a word tells nothing.
        let who = ["   " + user + roleName, "   " + user].first { CellWidth.of($0) <= room } ?? ""
        buffer.write(
            beginning + [(who, look[.dim])], column: rect.column, row: rect.row, columns: end - rect.column,
            glyphs: look.glyphs)
    }

    /// What stands before the host: the program, the profile, and that nothing can be changed.
    private func beginning(_ look: Look) -> [(String, Style)] {
        var pieces = [(" spaces ", look[.brand]), (look.glyphs.separator + " ", look[.dim])]
        if profile.name != nil || profile.isReadOnly, size.columns < 60 { pieces = [] }
        if let name = profile.name { pieces += [(" \(name) ", look.name(of: profile)), (" ", look[.text])] }
        if profile.isReadOnly { pieces += [(" " + localized("read-only"), look[.warning]), ("  ", look[.text])] }
        return pieces
    }

    /// How fresh the list is, in a few words that need no clock to stay true.
    private var freshness: (String, Role) {
        switch connection {
        case .loading(let arrived):
            return (arrived > 0 ? localized("loading \(Numbers.grouped(arrived))…") : localized("loading…"), .info)
        case .current:
            guard let updatedLabel else { return ("", .dim) }
            // Only where the person said so: elsewhere the time alone says how old the list may become.
            return (updatedLabel + (refreshChoice == false ? ", " + localized("paused") : ""), .dim)
        case .failed:
            guard let updatedLabel else {
                return (list.totalCount > 0 ? localized("incomplete") : localized("not loaded"), .error)
            }
            return (
                (connection.isOffline ? localized("offline") : localized("refresh failed")) + ", " + updatedLabel,
                .error
            )
        }
    }

    /// When the list was loaded: a time does not go out of date by itself, as an age does.
    private var updatedLabel: String? {
        loadedAt.map { localized("updated \(Numbers.time($0, at: now, in: timeZone))") }
    }

    /// The filter, else what is wrong with the connection, else the spaces that need care. Returns the typing cursor.
    func drawStatus(into buffer: inout Buffer, in layout: Layout, look: Look) -> Point? {
        let isFiltering = filterField != nil || !list.filter.isEmpty
        guard let rect = layout.status ?? (isFiltering ? layout.header : nil) else { return nil }
        if isFiltering {
            buffer.fill(rect, style: look[.text])
            return drawSearch(
                filterField, text: list.filter, count: list.shownCount, of: list.totalCount, into: &buffer, in: rect,
                look: look)
        }
        if case .failed(let failure, let since, _, let next) = connection, list.totalCount > 0 {
            drawOutage(failure, since: since, next: next, into: &buffer, in: rect, look: look)
        } else {
            drawCare(into: &buffer, in: rect, look: look)
        }
        return nil
    }

    /// What is searched for, while it is typed and afterwards, and how much of all matches. Returns the typing cursor.
    func drawSearch(
        _ field: TextField?, text: String, count: Int, of total: Int, into buffer: inout Buffer, in rect: Rect,
        look: Look
    ) -> Point? {
        var end = rect.endColumn - 1
        if layers.isEmpty, layout.status == nil, !markLabel.isEmpty {
            end = buffer.writeRight(markLabel, endColumn: end, row: rect.row, style: look[.marked]) - 2
        }
        let counts = localized("\(Numbers.grouped(count)) of \(Numbers.grouped(total))")
        end =
            buffer.writeRight(counts, endColumn: end, row: rect.row, style: look[count == 0 ? .warning : .text]) - 2
        if layers.isEmpty, size.columns >= 80 {
            end = buffer.writeRight(totals, endColumn: end, row: rect.row, style: look[.dim]) - 2
        }
        buffer.write("/", column: rect.column + 1, row: rect.row, style: look[.prompt])
        let room = end - rect.column - 3
        if let field {
            return field.draw(
                into: &buffer, column: rect.column + 3, row: rect.row, columns: room, style: look[.fieldFocused],
                placeholderStyle: look[.placeholder])
        }
        buffer.writeFitting(
            text, column: rect.column + 3, row: rect.row, columns: room, style: look[.match], glyphs: look.glyphs
        )
        return nil
    }

    private func drawOutage(
        _ failure: SpacesFailure, since: Date, next: Date?, into buffer: inout Buffer, in rect: Rect, look: Look
    ) {
        let refresh = keymap.name(of: .refresh)
        let text: String
        if let next, failure.secondsToWait != nil {
            text =
                "! " + waitSentence(until: next) + " " + localized("\(refresh) tries now.")
        } else if incompleteness != nil, !failure.isOffline {
            // The line above the list says why.
            let again =
                next.map {
                    localized("Next try \(Numbers.clock($0, in: timeZone, withSeconds: true)), \(refresh) now.")
                } ?? localized("\(refresh) tries again.")
            text = localized("! This is not the whole list.") + " " + again
        } else if failure.isOffline {
            let time = Numbers.time(since, at: now, in: timeZone)
            let outage = localized("! \(server.host) has not answered since \(time).")
            let again =
                next.map {
                    localized("Next try \(Numbers.clock($0, in: timeZone, withSeconds: true)), \(refresh) now.")
                }
                ?? localized("Trying again…")
            text = outage + " " + again
        } else if failure.kind == .notAuthenticated, server.signIn.isEnabled {
            text = localized("! Your sign-in has ended. \(keymap.name(of: .signIn)) signs in again.")
        } else {
            text = "! " + failure.sentence
        }
        buffer.writeFitting(
            text, column: 1, row: rect.row, columns: rect.columns - 2, style: look[.warning], glyphs: look.glyphs)
    }

    /// Each state that needs care, with how many spaces are in it.
    private func care(_ glyphs: Glyphs) -> [(state: RowState, text: String)] {
        let states: [(RowState, String)] = [
            (.exceeded, "\(glyphs.failure) "), (.critical, "! "), (.nearing, ""),
            (.orphaned, "\(glyphs.orphaned) "), (.disabled, ""),
        ]
        return states.compactMap { state, mark in
            list.catalog.counts[state].map { (state, "\(mark)\(Numbers.grouped($0)) \(state.label)") }
        }
    }

    /// The state whose number stands at a column of the status line; `nil` beside them.
    func careState(at column: Int) -> RowState? {
        guard filterField == nil, list.filter.isEmpty, !connection.isOffline else { return nil }
        var start = 1
        for (state, text) in care(.unicode) {
            let end = start + CellWidth.of(text)
            if (start..<end).contains(column) { return state }
            start = end + 3
        }
        return nil
    }

    /// The number of spaces in each state that needs care.
    private func drawCare(into buffer: inout Buffer, in rect: Rect, look: Look) {
        let pieces = care(look.glyphs).flatMap { state, text in [(text, look[state.role]), ("   ", look[.text])] }
        // Half a word tells nothing: what has no room is left out whole.
        let room = rect.columns - 2 - scrollHintRoom
        var used = 0
        let fitting = pieces.prefix { text, _ in
            used += CellWidth.of(text)
            return used <= room || text.allSatisfy { $0 == " " }
        }
        buffer.write(Array(fitting), column: 1, row: rect.row, columns: room, glyphs: look.glyphs)
        if layers.isEmpty, CellWidth.of(totals) <= rect.columns - used - 2 {
            buffer.writeRight(totals, endColumn: rect.endColumn - 1, row: rect.row, style: look[.dim])
        }
    }

    /// What the marked spaces that are shown, else all that are shown, use and are allotted.
    private var totals: String {
        let isMarked = !list.marks.isEmpty && list.marks.hiddenCount < list.marks.count
        let storage = isMarked ? list.marks.storage : list.shownStorage
        guard storage.limited + storage.unlimited > 0 else { return "" }
        let (used, allotted) = (storage.used.formatted(), storage.allotted.formatted())
        let words =
            storage.limited > 0 ? localized("\(used) used, \(allotted) allotted") : localized("\(used) used")
        if !isMarked { return words }
        return list.marks.hiddenCount > 0 ? localized("marked here: \(words)") : localized("marked: \(words)")
    }
}
