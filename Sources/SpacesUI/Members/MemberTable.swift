import Localization
import Foundation
import SpacesModel
import Terminal
import Widgets

/// The members in columns: who, in which role, until when.
struct MemberTable {
    let lines: MemberLines
    private let members: [Member]
    private let current: String?
    /// The columns where role and end begin.
    private let places: (role: Int, end: Int)
    /// Where another role begins.
    private let breaks: [Int]

    private var dialog: MembersDialog { lines.dialog }
    private var look: Look { lines.look }
    private static let margin = 2

    init(lines: MemberLines) {
        self.lines = lines
        let members = lines.dialog.rows
        self.members = members
        current = lines.dialog.current?.grantID
        breaks = members.indices.dropFirst().filter { members[$0].role != members[$0 - 1].role }
        places = Self.places(lines)
    }

    /// As near to the names as these leave; ends are only told where somebody's membership has one.
    private static func places(_ lines: MemberLines) -> (role: Int, end: Int) {
        let members = lines.dialog.listing.members
        let names = members.map { CellWidth.of(lines.dialog.name(of: $0)) + CellWidth.of(tag(of: $0, lines)) }
        let labels = members.map { CellWidth.of(lines.dialog.label(of: $0)) }
        let roleColumns = min(max(4, labels.max() ?? 0), lines.columns / 4)
        let end = endColumns(lines)
        let room = lines.columns - end - (end > 0 ? 2 : 0) - roleColumns
        let role = min(room, margin + max(24, names.max() ?? 0) + 3)
        return (role, role + roleColumns + 2)
    }

    private var hasDates: Bool { lines.columns >= 54 }
    private var endColumns: Int { Self.endColumns(lines) }

    private static func endColumns(_ lines: MemberLines) -> Int {
        guard lines.dialog.listing.members.contains(where: { $0.expires != nil }) else { return 0 }
        return lines.columns >= 54 ? 28 : 10
    }

    var heading: DialogLine {
        DialogLine(.help) { buffer, rect in
            let style = look[.heading]
            buffer.write(localized("MEMBER"), column: rect.column + Self.margin, row: rect.row, style: style)
            buffer.write(localized("ROLE"), column: rect.column + places.role, row: rect.row, style: style)
            if endColumns > 0 {
                buffer.write(localized("ENDS"), column: rect.column + places.end, row: rect.row, style: style)
            }
            return nil
        }
    }

    /// The rows that a list with a blank line between two roles takes.
    var airyCount: Int { members.count + breaks.count }

    /// The rows that fit.
    func rows(_ count: Int, isAiry: Bool) -> [DialogLine] {
        let breaks = isAiry ? breaks : []
        if members.count + breaks.count <= count {
            return members.indices.flatMap { index in
                (breaks.contains(index) ? [DialogLine.air] : []) + [row(members[index])]
            }
        }
        let first = max(0, min(dialog.top, members.count - count))
        return members[first..<min(members.count, first + count)].map(row)
    }

    private func row(_ member: Member) -> DialogLine {
        DialogLine(.need) { buffer, rect in
            let isSelected = member.grantID == current
            let style = look[isSelected ? .selected : .text]
            var cursor: Point?
            if isSelected {
                buffer.write(String(look.glyphs.selection), column: rect.column, row: rect.row, style: look[.selection])
                cursor = Point(column: rect.column, row: rect.row)
            }
            buffer.write(
                [(dialog.name(of: member), style), (Self.tag(of: member, lines), look[.dim])],
                column: rect.column + Self.margin,
                row: rect.row, columns: places.role - Self.margin - 1, glyphs: look.glyphs)
            buffer.writeFitting(
                dialog.label(of: member), column: rect.column + places.role, row: rect.row,
                columns: (endColumns > 0 ? places.end - 2 : lines.columns) - places.role, style: style,
                glyphs: look.glyphs)
            drawEnd(of: member, into: &buffer, column: rect.column + places.end, row: rect.row)
            return dialog.isFiltering ? nil : cursor
        }
    }

    private static func tag(of member: Member, _ lines: MemberLines) -> String {
        if member.identity.kind == .group { return "  " + localized("group") }
        return member.identity.id == lines.state.access.account?.id ? "  " + localized("you") : ""
    }

    /// The end as a day and as the time until then; near ones are told by a sign as well as by their colour.
    private func drawEnd(of member: Member, into buffer: inout Buffer, column: Int, row: Int) {
        guard let expires = member.expires else { return }
        let (role, sign): (Role, String) =
            switch member.lifetime(at: lines.now) {
            case .over: (.error, String(look.glyphs.failure))
            case .ending: (.warning, String(look.glyphs.warning))
            case .limited, .unlimited: (.dim, " ")
            }
        let phrase = Numbers.phrase(until: expires, at: lines.now)
        if hasDates {
            let day = Numbers.day(expires, in: lines.state.timeZone)
            buffer.writeRight(day, endColumn: column + 11, row: row, style: look[role == .dim ? .text : role])
            buffer.write("\(sign) \(phrase)", column: column + 12, row: row, style: look[role], limit: 16)
        } else {
            let short = expires <= lines.now ? localized("ended") : phrase
            buffer.write("\(sign) \(short)", column: column, row: row, style: look[role], limit: 11)
        }
    }
}
