import Localization
import Foundation
import SpacesModel
import Terminal
import Widgets

extension MemberLines {
    /// What is being done about the selected member; `nil` while nothing is.
    var step: [DialogLine]? {
        switch dialog.step {
        case .browsing, .filtering, .inviting: nil
        case .removing(let member): removal(of: member)
        case .changingRole(let choice): lines(of: choice)
        case .changingEnd(let field): lines(of: field)
        }
    }

    // MARK: Removing

    private func removal(of member: Member) -> [DialogLine] {
        let name = dialog.name(of: member)
        let loses: String
        if isOwn(member) {
            loses = localized("You lose access to \(dialog.spaceName) yourself, and cannot add yourself again.")
        } else if member.identity.kind == .group {
            loses =
                localized(
                    """
                    Everybody in \(name) who is not a member by other means loses access to \(dialog.spaceName). \
                    No file is deleted.
                    """)
        } else {
            loses = localized(
                "\(name) (\(dialog.label(of: member))) loses access to \(dialog.spaceName). No file is deleted.")
        }
        let rest = dialog.listing.members.filter { $0.grantID != member.grantID }
        return [.text(.need, [(localized("Remove \(name)?"), look[.title])], glyphs: glyphs)]
            + DialogLine.wrapped(.need, loses, look[.warning], columns: columns) + warnings(about: rest)
            + [
                .air,
                .text(
                    .need,
                    [
                        ("y", look[.key]), ("  \(localized("remove"))     ", look[.keyLabel]), ("n", look[.key]),
                        ("  \(localized("keep"))", look[.keyLabel]),
                    ],
                    glyphs: glyphs),
            ]
    }

    // MARK: Role

    private func lines(of choice: RoleChoice) -> [DialogLine] {
        let name = dialog.name(of: choice.member)
        let summary = choice.chosen?.shownSummary ?? ""
        var lines: [DialogLine] = [
            .text(.need, [(localized("Role of \(name)"), look[.title])], glyphs: glyphs),
            roles(choice.roles, choice.index, true),
        ]
        if !summary.isEmpty { lines.append(.text(.context, [(summary, look[.dim])], glyphs: glyphs)) }
        if choice.isChange, choice.member.role == .manager, isOwn(choice.member) {
            lines += DialogLine.wrapped(
                .need, localized("! You give up managing this space yourself, and cannot take it back."),
                look[.warning],
                columns: columns)
        }
        lines.append(.air)
        let word = choice.chosen?.label ?? ""
        lines.append(
            .text(
                .need,
                choice.isChange
                    ? [
                        (
                            localized(
                                "Enter gives \(name) the role \(word) instead of \(dialog.label(of: choice.member))"),
                            look[.text]
                        )
                    ]
                    : [(localized("\(name) has this role now"), look[.dim])], glyphs: glyphs))
        return lines
    }

    /// The roles beside one another; the chosen one in brackets, because not every terminal has colours.
    func roles(_ roles: [RoleDefinition], _ chosen: Int, _ isFocused: Bool) -> DialogLine {
        let pieces = roles.enumerated().flatMap { index, role in
            let gap = index == 0 ? "" : "  "
            return index == chosen
                ? [(gap + "[", look[.dim]), (role.label, look[isFocused ? .selected : .text]), ("]", look[.dim])]
                : [(gap + " " + role.label + (index == roles.count - 1 ? "" : " "), look[.dim])]
        }
        return .text(.need, pieces, glyphs: glyphs)
    }

    // MARK: End

    private func lines(of field: EndField) -> [DialogLine] {
        let name = dialog.name(of: field.member)
        var rest = dialog.listing.members
        let result = state.end(in: field.text)
        if case .success(let end) = result, let index = rest.firstIndex(where: { $0.grantID == field.member.grantID }) {
            rest[index].expires = end.date
        }
        return [
            .text(.need, [(localized("When the membership of \(name) ends"), look[.title])], glyphs: glyphs),
            self.field(field.text, isFocused: true), meaning(of: field.text, weight: .need),
        ] + warnings(about: rest) + [.air, .text(.help, [(localized("Enter saves"), look[.dim])], glyphs: glyphs)]
    }

    func field(_ field: TextField, isFocused: Bool, indent: Int = 0, isWide: Bool = false) -> DialogLine {
        DialogLine(.need) { buffer, rect in
            let start = rect.column + indent
            let style = look[isFocused ? .fieldFocused : .field]
            let width = max(1, isWide ? rect.endColumn - start : min(rect.endColumn - start, 24))
            let cursor = field.draw(
                into: &buffer, column: start, row: rect.row, columns: width, style: style,
                placeholderStyle: look[.placeholder])
            return isFocused ? cursor : nil
        }
    }

    /// What is understood of a date that is being typed, or why it is none.
    func meaning(of field: TextField, weight: DialogLine.Weight, indent: Int = 0) -> DialogLine {
        let blank = String(repeating: " ", count: indent)
        switch state.end(in: field) {
        case .success(.at(let date)):
            let day = Numbers.day(date, in: state.timeZone)
            return .text(
                weight,
                [(blank + localized("until the end of \(day), \(Numbers.phrase(until: date, at: now))"), look[.dim])],
                glyphs: glyphs)
        case .success(.never):
            return .text(
                weight, [(blank + localized("without an end; or type 2026-12-31, +30d, +6m, +1y"), look[.dim])],
                glyphs: glyphs)
        case .failure(let failure):
            return .text(weight, [(blank + "! " + failure.message, look[.error])], glyphs: glyphs)
        }
    }

    func isOwn(_ member: Member) -> Bool {
        member.identity.kind == .user && member.identity.id == state.access.account?.id
    }
}
