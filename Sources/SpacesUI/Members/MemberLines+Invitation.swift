import Localization
import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

/// The form in which someone is added.
extension MemberLines {
    private static let indent = 6

    func invitation(_ form: InvitationForm, rows: Int) -> [DialogLine] {
        let isSearching = form.focus == .who
        let later: [DialogLine] = [.air, role(form), summary(of: form), .air, end(form), meaning(of: form), .air]
        let foot = outcome(of: form)
        if isSearching {
            let rest = (later + foot).map { line in
                var line = line
                // On a small screen those who were found go before what is asked later.
                if line.weight == .need { line.weight = .context }
                return line
            }
            let top: [DialogLine] = rows >= 12 ? [.air, who(form)] : [who(form)]
            let found = max(2, rows - top.count - rest.count)
            let results = results(form, rows: found)
            let gap = Array(repeating: DialogLine.air, count: max(0, found - results.count))
            return (top + results + gap + rest).fitting(rows)
        }
        let gap = Array(repeating: DialogLine.air, count: max(0, rows - 2 - later.count - foot.count))
        return ([.air, who(form)] + later + gap + foot).fitting(rows)
    }

    private func label(_ text: String, isFocused: Bool) -> (String, Style) {
        (text + String(repeating: " ", count: max(0, Self.indent - text.count)), look[isFocused ? .prompt : .text])
    }

    private func labelled(_ text: String, isFocused: Bool, _ line: DialogLine) -> DialogLine {
        DialogLine(line.weight) { buffer, rect in
            let label = label(text, isFocused: isFocused)
            buffer.write(label.0, column: rect.column, row: rect.row, style: label.1)
            return line.draw(
                &buffer,
                Rect(column: rect.column + Self.indent, row: rect.row, columns: rect.columns - Self.indent, rows: 1))
        }
    }

    private func who(_ form: InvitationForm) -> DialogLine {
        guard form.focus != .who, let person = form.person else {
            return labelled(
                localized("Who"), isFocused: form.focus == .who,
                field(form.who, isFocused: form.focus == .who, indent: 1, isWide: true))
        }
        return labelled(
            localized("Who"), isFocused: false,
            .text(.need, [(" ", look[.text])] + pieces(of: person, look[.text]), glyphs: glyphs))
    }

    private func role(_ form: InvitationForm) -> DialogLine {
        labelled(localized("Role"), isFocused: form.focus == .role, roles(form.roles, form.role, form.focus == .role))
    }

    private func summary(of form: InvitationForm) -> DialogLine {
        .text(
            .help,
            [(String(repeating: " ", count: Self.indent + 1) + (form.chosenRole?.shownSummary ?? ""), look[.dim])],
            glyphs: glyphs)
    }

    private func end(_ form: InvitationForm) -> DialogLine {
        labelled(
            localized("Ends"), isFocused: form.focus == .end, field(form.end, isFocused: form.focus == .end, indent: 1))
    }

    private func meaning(of form: InvitationForm) -> DialogLine {
        meaning(of: form.end, weight: form.focus == .end ? .need : .help, indent: Self.indent + 1)
    }

    private func pieces(of person: Person, _ style: Style) -> [(String, Style)] {
        let detail = person.identity.kind == .group ? localized("group") : person.detail
        return [(person.identity.shownName, style), (detail.isEmpty ? "" : "  \(detail)", look[.dim])]
    }

    // MARK: Those who were found

    private func results(_ form: InvitationForm, rows: Int) -> [DialogLine] {
        let note = note(about: form)
        let room = max(1, rows - note.count)
        let first = max(0, min(form.selected - room / 2, form.people.count - room))
        let people = Array(form.people.enumerated())[first..<min(form.people.count, first + room)]
        return people.map { index, person in found(person, isSelected: index == form.selected, form) } + note
    }

    private func found(_ person: Person, isSelected: Bool, _ form: InvitationForm) -> DialogLine {
        DialogLine(.need) { buffer, rect in
            let start = rect.column + Self.indent + 1
            if isSelected {
                buffer.write(String(glyphs.selection), column: start, row: rect.row, style: look[.selection])
            }
            let names = form.people.map { CellWidth.of($0.identity.shownName) }.max() ?? 0
            let width = min(names, columns / 2)
            buffer.writeFitting(
                person.identity.shownName, column: start + 2, row: rect.row, columns: width,
                style: look[isSelected ? .selected : .text], glyphs: glyphs)
            let detail = person.identity.kind == .group ? localized("group") : person.detail
            let role = form.members[person.identity.grantID].map { localized("\($0) already") }
            let at = start + 2 + width + 2
            buffer.write(
                [(role ?? "", look[.info]), (role == nil ? "" : "  ", look[.dim]), (detail, look[.dim])], column: at,
                row: rect.row, columns: rect.endColumn - at, glyphs: glyphs)
            return nil
        }
    }

    /// How the search stands, where that is not plain from what it found.
    private func note(about form: InvitationForm) -> [DialogLine] {
        let width = columns - Self.indent - 1
        func say(_ text: String, _ role: Role) -> [DialogLine] {
            TextWrapping.lines(of: text, columns: width).prefix(4).map { line in
                .text(.need, [(String(repeating: " ", count: Self.indent + 1) + line, look[role])], glyphs: glyphs)
            }
        }
        if form.typed.isEmpty { return say(localized("users and groups are found as you type"), .dim) }
        switch form.search {
        case .running: return say(localized("searching…"), .info)
        case .failed(_, let failure): return say("\(glyphs.failure) " + failure.sentence, .error)
        case .found(let text, let listing):
            if form.typed != text, form.pendingSearch == nil { return say(localized("Enter searches"), .dim) }
            if listing.people.isEmpty {
                return say(localized("nobody is called like this, neither users nor groups"), .warning)
            }
            return listing.missingGroups.map { say(localized("no groups: \($0)"), .warning) } ?? []
        case .none:
            return say(
                form.pendingSearch == nil ? localized("Enter searches, as do more letters") : localized("searching…"),
                .dim)
        }
    }

    // MARK: What Enter would do

    private func outcome(of form: InvitationForm) -> [DialogLine] {
        if let message = dialog.message {
            return DialogLine.wrapped(
                .need, message.mark(glyphs) + " " + message.text, look[message.role], columns: columns)
        }
        if dialog.sent != nil { return [.text(.need, [(localized("adding…"), look[.info])], glyphs: glyphs)] }
        guard let person = form.person, form.focus != .who else {
            let name = form.highlighted?.identity.shownName
            return [.text(.need, [(name.map { localized("Enter chooses \($0)") } ?? "", look[.dim])], glyphs: glyphs)]
        }
        guard case .success(let end) = state.end(in: form.end) else {
            return [.text(.need, [(localized("cannot be added yet"), look[.dim])], glyphs: glyphs)]
        }
        let (name, role) = (person.identity.shownName, form.chosenRole?.label ?? "")
        let deed =
            end.date.map { localized("Enter adds \(name) as \(role) until \(Numbers.day($0, in: state.timeZone))") }
            ?? localized("Enter adds \(name) as \(role)")
        return [.text(.need, [(deed, look[.text])], glyphs: glyphs)]
    }
}
