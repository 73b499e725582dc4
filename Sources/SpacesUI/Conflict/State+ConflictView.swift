import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Base, theirs and mine, field by field: beside one another where there is room, else below one another.
    func draw(_ choice: ConflictChoice, into buffer: inout Buffer, look: Look) -> Point? {
        let columns = min(112, size.columns - (size.columns < 50 ? 0 : 4))
        let view = ConflictView(choice: choice, outcome: outcome(of: choice), columns: columns - 4, look: look)
        let isAiry = size.rows >= 14
        let top = isAiry ? view.story + [[]] : []
        let bottom = (isAiry && !choice.conflict.fields.isEmpty ? [[]] : []) + [view.outcomeLine]
        let (fields, focus) = view.fields
        // The field under the cursor is in sight, whatever the room.
        let room = max(1, size.rows - 2 - top.count - bottom.count)
        let first = max(0, min(focus.lowerBound, fields.count - room))
        let shown = fields[first..<min(fields.count, max(first + room, min(focus.upperBound, first + room)))]
        let lines = top + shown + bottom
        let rect = buffer.bounds.centered(columns: columns, rows: lines.count + 2)
        let inner = DialogFrame.draw(
            into: &buffer, rect: rect, title: localized("Changed meanwhile: \(choice.conflict.base.name)"),
            border: look[.dialogBorder], titleStyle: look[.dialogTitle], background: look[.dialog], glyphs: look.glyphs)
        for (row, line) in lines.enumerated() where row < inner.rows {
            buffer.write(line, column: inner.column, row: inner.row + row, columns: inner.columns, glyphs: look.glyphs)
        }
        return Point(column: inner.column, row: min(inner.endRow - 1, inner.row + top.count + focus.lowerBound - first))
    }

    /// What Enter would do, as the form beneath would do it.
    private func outcome(of choice: ConflictChoice) -> String {
        if !choice.isDecided { return choice.undecidedPhrase }
        guard layers.count > 1, case .form(var form) = layers[layers.count - 2] else { return "" }
        form.rebase(onto: choice.conflict.theirs, taking: choice.taken)
        let count = form.changeCount
        return count == 0
            ? localized("Enter leaves it as it is saved; nothing is sent")
            : localized("Enter saves \(counted(count, "change", "changes"))")
    }
}

/// The lines of the question, each in pieces with their styles.
private struct ConflictView {
    let choice: ConflictChoice
    let outcome: String
    let columns: Int
    let look: Look

    private typealias Line = [(String, Style)]

    /// The least columns in which three values stand beside one another.
    private static let wide = 84
    private var labelColumns: Int {
        max(11, 3 + (choice.conflict.fields.map { CellWidth.of($0.field.label) }.max() ?? 0))
    }

    var story: [[(String, Style)]] {
        choice.story.flatMap { TextWrapping.lines(of: $0, columns: columns) }.map { [($0, look[.text])] }
    }

    var outcomeLine: [(String, Style)] {
        choice.isDecided
            ? [(outcome, look[.text])] : [("\(look.glyphs.warning) \(outcome)", look[.warning])]
    }

    /// The lines about all fields, and those of the field under the cursor.
    var fields: (lines: [[(String, Style)]], focus: Range<Int>) {
        var lines: [Line] = columns >= Self.wide && !choice.conflict.fields.isEmpty ? [headings] : []
        var focus = 0..<0
        for (index, field) in choice.conflict.fields.enumerated() {
            let start = lines.count
            lines += columns >= Self.wide ? [row(field, isFocused: index == choice.focus)] : stack(field, index)
            if index == choice.focus { focus = start..<lines.count }
        }
        return (lines, focus)
    }

    private var headings: Line {
        let width = valueColumns
        return [
            (padded("", labelColumns), look[.heading]),
            (padded("  " + localized("before"), width), look[.heading]),
            (padded("  " + localized("theirs"), width), look[.heading]),
            (padded("  " + localized("yours"), width), look[.heading]),
        ]
    }

    private var valueColumns: Int { (columns - labelColumns) / 3 }

    private func row(_ field: EditConflict.Field, isFocused: Bool) -> Line {
        let side = choice.side(of: field.field)
        let (name, style) = label(field.field, isFocused: isFocused)
        return [
            (padded(name, labelColumns), style),
            (padded("  " + plain(field.base, of: field), valueColumns), look[.dim]),
            cell(field.theirs, of: field, .theirs, chosen: side, columns: valueColumns),
            cell(field.mine, of: field, .mine, chosen: side, columns: valueColumns),
        ]
    }

    private func stack(_ field: EditConflict.Field, _ index: Int) -> [Line] {
        let side = choice.side(of: field.field)
        let names = [localized("before"), localized("theirs"), localized("yours")]
        let longest = names.map(CellWidth.of).max() ?? 0
        let sides = names.map { "  " + padded($0, longest + 1) }
        let width = columns - longest - 3
        return [
            [label(field.field, isFocused: index == choice.focus)],
            [(sides[0], look[.dim]), (padded("  " + plain(field.base, of: field), width), look[.dim])],
            [(sides[1], look[.dim]), cell(field.theirs, of: field, .theirs, chosen: side, columns: width)],
            [(sides[2], look[.dim]), cell(field.mine, of: field, .mine, chosen: side, columns: width)],
        ]
    }

    private func label(_ field: SpaceField, isFocused: Bool) -> (String, Style) {
        let mark = isFocused ? String(look.glyphs.selection) : " "
        return (
            "\(mark) \(field.label.prefix(1).uppercased() + field.label.dropFirst())",
            look[isFocused ? .prompt : .text]
        )
    }

    /// A value that can be chosen: the chosen one has a sign before it, not only a colour, and both have one that asks as
    /// long as neither is.
    private func cell(
        _ value: FieldValue, of field: EditConflict.Field, _ side: ConflictChoice.Side,
        chosen: ConflictChoice.Side?, columns: Int
    ) -> (String, Style) {
        let mark = chosen == nil ? "?" : chosen == side ? String(look.glyphs.success) : " "
        let role = chosen == nil ? Role.text : chosen == side ? .selected : .dim
        return (padded("\(mark) " + plain(value, of: field), columns), look[role])
    }

    /// The value in words; a quota with what it would mean for what is stored.
    private func plain(_ value: FieldValue, of field: EditConflict.Field) -> String {
        switch value {
        case .text(let text): return text.isEmpty ? localized("(none)") : text
        case .limit(nil): return localized("(not told)")
        case .limit(let limit?):
            let quota = Quota(limit: limit, used: choice.conflict.theirs.quota?.used)
            let percent = quota.usedPercent.map { ", " + localized("\($0) % used") } ?? ""
            let state = quota.state == .normal || quota.state == .unlimited ? "" : ", \(quota.state.label)"
            return limit.formatted + (quota.state == .unknown ? "" : percent + state)
        }
    }

    private func padded(_ text: String, _ columns: Int) -> String {
        let cut = CellWidth.truncate(text, to: columns - 1, ellipsis: String(look.glyphs.ellipsis))
        return cut + String(repeating: " ", count: max(0, columns - CellWidth.of(cut)))
    }
}
