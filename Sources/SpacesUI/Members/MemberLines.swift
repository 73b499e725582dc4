import Localization
import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Widgets

/// The lines of the members dialog for a width; the number of rows decides which of them are shown.
struct MemberLines {
    let dialog: MembersDialog
    let state: State
    let columns: Int
    let look: Look

    var glyphs: Glyphs { look.glyphs }
    var now: Date { state.now }

    /// The members with what is said above and done below them.
    func lines(rows: Int) -> [DialogLine] {
        let parts = parts(rows)
        // Where both cannot be seen, what is being done goes before the list.
        if parts.room < 2, step != nil { return parts.bottom.fitting(rows) }
        let table = MemberTable(lines: self)
        let list = instead ?? (parts.isHeaded ? [table.heading] : []) + table.rows(parts.room, isAiry: parts.isAiry)
        let gap = max(0, rows - parts.top.count - list.count - parts.bottom.count)
        return (parts.top + list + Array(repeating: .air, count: gap) + parts.bottom).fitting(rows)
    }

    /// How many members there is room for.
    func room(rows: Int) -> Int { parts(rows).room }

    private func parts(
        _ rows: Int
    ) -> (top: [DialogLine], bottom: [DialogLine], room: Int, isHeaded: Bool, isAiry: Bool) {
        let foot = step ?? said
        let isAiry = rows >= 12
        var top: [DialogLine] = [summary]
        top += lock
        if isAiry { top = [.air] + top + [.air] }
        let bottom = foot.isEmpty ? [] : (isAiry ? [.air] + foot : foot)
        let isHeaded = rows >= 10 && !dialog.rows.isEmpty
        let room = max(1, rows - top.count - bottom.count - (isHeaded ? 1 : 0))
        // Blank lines only where they stay when something is asked below.
        let tallest = rows - top.count - 1 - Self.tallestStep
        return (top, bottom, room, isHeaded, isAiry && MemberTable(lines: self).airyCount <= tallest)
    }

    /// The lines that a step takes, with a blank one above.
    private static let tallestStep = 7

    // MARK: Above

    /// How many members there are, or the filter; and whether that is still being asked.
    private var summary: DialogLine {
        let progress =
            dialog.sent != nil ? localized("saving…") : dialog.status == .loading ? localized("loading…") : ""
        return DialogLine(.need) { buffer, rect in
            var end = rect.endColumn
            if !progress.isEmpty {
                end = buffer.writeRight(progress, endColumn: end, row: rect.row, style: look[.info]) - 2
            }
            guard dialog.isFiltering else {
                buffer.writeFitting(
                    dialog.isKnown ? dialog.summary : "", column: rect.column, row: rect.row,
                    columns: end - rect.column, style: look[.text], glyphs: glyphs)
                return nil
            }
            let count = localized("\(dialog.rows.count) of \(dialog.listing.members.count)")
            end = buffer.writeRight(count, endColumn: end, row: rect.row, style: look[.dim]) - 2
            buffer.write("/", column: rect.column, row: rect.row, style: look[.prompt])
            let start = rect.column + 2
            if case .filtering(let field) = dialog.step {
                return field.draw(
                    into: &buffer, column: start, row: rect.row, columns: end - start, style: look[.fieldFocused],
                    placeholderStyle: look[.placeholder])
            }
            buffer.writeFitting(
                dialog.filter, column: start, row: rect.row, columns: end - start, style: look[.match], glyphs: glyphs)
            return nil
        }
    }

    /// Why the members can only be looked at.
    private var lock: [DialogLine] {
        guard let lock = dialog.lock else { return [] }
        let sign = isOrphaned ? "\(glyphs.orphaned) " : ""
        let role: Role = isOrphaned ? .stateOrphaned : isLockAskedFor ? .warning : .dim
        return DialogLine.wrapped(.context, sign + lock.asSentence, look[role], columns: columns)
    }

    /// True when a key that only managers have was pressed: the reason stands above already.
    private var isLockAskedFor: Bool { dialog.lock.map { dialog.message?.text == $0.asSentence } ?? false }

    /// True for a failure that stands where the members would be.
    private func isSaidAbove(_ message: Notice) -> Bool {
        if case .failed(let failure) = dialog.status { message.text.hasPrefix(failure.sentence) } else { false }
    }

    private var isOrphaned: Bool {
        dialog.isKnown && !dialog.listing.members.hasManager
    }

    /// What stands where the members would be: nothing known, nobody there, nobody found.
    private var instead: [DialogLine]? {
        var lines: [DialogLine] = []
        if case .failed(let failure) = dialog.status {
            lines += DialogLine.wrapped(.need, "\(glyphs.failure) " + failure.sentence, look[.error], columns: columns)
            lines += DialogLine.wrapped(
                .context,
                dialog.isKnown
                    ? localized(
                        "\(state.keymap.name(of: .refresh)) tries again. These are the members that the list told:")
                    : localized("\(state.keymap.name(of: .refresh)) tries again."),
                look[.dim], columns: columns)
            if dialog.isKnown { lines.append(.air) }
        }
        if !dialog.isKnown {
            if dialog.status == .loading {
                lines.append(.text(.need, [(localized("asking \(state.server.host)"), look[.dim])], glyphs: glyphs))
            }
            return lines
        }
        if dialog.listing.members.isEmpty {
            lines.append(
                .text(.need, [(localized("Nobody reaches this space."), look[.dim])], glyphs: glyphs))
            return lines
        }
        if dialog.rows.isEmpty {
            lines.append(
                .text(.need, [(localized("Nobody here matches \(dialog.filter)"), look[.dim])], glyphs: glyphs))
            return lines
        }
        return lines.isEmpty ? nil : lines + MemberTable(lines: self).rows(max(1, 12 - lines.count), isAiry: false)
    }

    // MARK: Below

    /// What just happened.
    private var said: [DialogLine] {
        if let message = dialog.message, !isLockAskedFor, !isSaidAbove(message) {
            return DialogLine.wrapped(
                .need, message.mark(glyphs) + " " + message.text, look[message.role], columns: columns)
        }
        return dialog.lock == nil ? warnings(about: dialog.listing.members) : []
    }

    /// What is wrong with who manages the space.
    func warnings(about members: [Member]) -> [DialogLine] {
        guard dialog.isKnown else { return [] }
        if !members.hasManager {
            return DialogLine.wrapped(
                .need, localized("\(glyphs.orphaned) orphaned: nobody manages this space then"), look[.stateOrphaned],
                columns: columns)
        }
        guard let end = members.endOfManagement else { return [] }
        let day = Numbers.day(end, in: state.timeZone)
        return DialogLine.wrapped(
            .need, localized("! Nobody manages this space after \(day)."), look[.warning], columns: columns)
    }
}

extension MembersDialog {
    var isFiltering: Bool {
        if case .filtering = step { true } else { !filter.isEmpty }
    }
}
