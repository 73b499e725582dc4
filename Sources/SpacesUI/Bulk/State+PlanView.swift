import Localization
import SpacesModel
import Terminal
import Widgets

/// The page of a plan: the counts at the top, space by space below, and what the keys do at the foot.
extension State {
    func draw(_ page: PlanPage, hint: String?, into buffer: inout Buffer, look: Look) -> Point? {
        let area = pageArea
        let lines = PlanLines(page: page, hint: hint, columns: area.columns, isAiry: size.rows >= 20, look: look)
        let top = lines.top
        let foot = lines.foot
        let room = max(0, area.rows - top.count - foot.count)
        _ = top.draw(into: &buffer, in: area)
        let rows = lines.rows
        let scroll = max(0, min(page.scroll, rows.count - room))
        let body = Rect(column: area.column, row: area.row + top.count, columns: area.columns, rows: room)
        _ = Array(rows.dropFirst(scroll).prefix(room)).draw(into: &buffer, in: body)
        if rows.count > room, room > 0 {
            let text = localized("\(scroll + 1)-\(min(rows.count, scroll + room)) of \(rows.count)")
            buffer.writeRight(text, endColumn: area.endColumn, row: area.row, style: look[.dim])
        }
        let start = min(body.endRow, area.endRow - foot.count)
        return foot.draw(
            into: &buffer,
            in: Rect(column: area.column, row: max(area.row, start), columns: area.columns, rows: foot.count))
    }

    /// How many rows of the plan are seen, and how far it can be scrolled.
    func planScroll(_ page: PlanPage) -> (rows: Int, last: Int) {
        let lines = PlanLines(
            page: page, hint: nil, columns: pageArea.columns, isAiry: size.rows >= 20, look: .measuring)
        let room = max(0, pageArea.rows - lines.top.count - lines.foot.count)
        return (room, max(0, lines.rows.count - room))
    }
}

/// The lines of a plan for a width.
private struct PlanLines {
    let page: PlanPage
    let hint: String?
    let columns: Int
    let isAiry: Bool
    let look: Look

    private var plan: BulkPlan { page.plan }
    private var glyphs: Glyphs { look.glyphs }

    var top: [DialogLine] {
        let isDangerous = plan.action.isDangerous
        var lines: [DialogLine] = [.text(.need, [(plan.title, look[isDangerous ? .danger : .title])], glyphs: glyphs)]
        lines.append(.text(.need, counts, glyphs: glyphs))
        if isAiry, let consequence = plan.action.consequence {
            lines += DialogLine.wrapped(
                .context, consequence, look[isDangerous ? .warning : .text], columns: columns)
        }
        if !plan.hidden.isEmpty {
            let text =
                plan.hidden.count == 1
                ? localized("1 marked space is hidden by the filter and left out; h includes it.")
                : localized(
                    """
                    \(Numbers.grouped(plan.hidden.count)) marked spaces are hidden by the filter and left out; \
                    h includes them.
                    """)
            lines += DialogLine.wrapped(.need, "! \(text)", look[.warning], columns: columns)
        }
        if isAiry { lines.append(.air) }
        return lines
    }

    private var counts: [(String, Style)] {
        var pieces = [
            (plan.action.plan(counted(plan.items.count, "space", "spaces")), look[.text])
        ]
        if !plan.skipped.isEmpty {
            pieces.append((localized(", \(Numbers.grouped(plan.skipped.count)) left out"), look[.dim]))
        }
        if plan.warningCount > 0 {
            pieces.append((localized(", ! \(Numbers.grouped(plan.warningCount)) to think about"), look[.warning]))
        }
        return pieces
    }

    /// The spaces, those left out below them.
    var rows: [DialogLine] {
        let names = (plan.items.map(\.label) + plan.skipped.map(\.space.name)).map { CellWidth.of($0) }.max() ?? 0
        let nameWidth = max(4, min(names, columns * 2 / 5))
        let before = plan.items.map { CellWidth.of($0.before) }.max() ?? 0
        let beforeWidth = min(before, max(4, (columns - nameWidth) / 3))
        let after = plan.items.map { CellWidth.of($0.after) }.max() ?? 0
        let afterWidth = max(4, min(after, columns - nameWidth - beforeWidth - 10))
        var lines = plan.items.map { item in
            DialogLine(.need) { buffer, rect in
                var at = rect.column + 2
                buffer.writeFitting(
                    item.label, column: at, row: rect.row, columns: nameWidth, style: look[.text], glyphs: glyphs)
                at += nameWidth + 2
                buffer.writeFitting(
                    item.before, column: at, row: rect.row, columns: beforeWidth, style: look[.dim], glyphs: glyphs)
                at += beforeWidth + 1
                buffer.write(look.arrow, column: at, row: rect.row, style: look[.dim])
                at += 3
                buffer.writeFitting(
                    item.after, column: at, row: rect.row, columns: min(afterWidth, rect.endColumn - at),
                    style: look[.text], glyphs: glyphs)
                at += afterWidth + 2
                if let warning = item.warning {
                    buffer.writeFitting(
                        "! \(warning)", column: at, row: rect.row, columns: rect.endColumn - at,
                        style: look[.warning], glyphs: glyphs)
                }
                return nil
            }
        }
        if !plan.skipped.isEmpty {
            if isAiry, !lines.isEmpty { lines.append(.air) }
            lines.append(.text(.need, [(localized("Left out"), look[.heading])], glyphs: glyphs))
            lines += plan.skipped.map { skip in
                DialogLine(.need) { buffer, rect in
                    buffer.writeFitting(
                        skip.space.name, column: rect.column + 2, row: rect.row, columns: nameWidth, style: look[.dim],
                        glyphs: glyphs)
                    let at = rect.column + nameWidth + 4
                    buffer.writeFitting(
                        skip.reason, column: at, row: rect.row, columns: rect.endColumn - at, style: look[.dim],
                        glyphs: glyphs)
                    return nil
                }
            }
        }
        return lines
    }

    /// The question, and where it is answered.
    var foot: [DialogLine] {
        var lines: [DialogLine] = isAiry ? [.air] : []
        let deed = plan.action.phrase(counted(plan.items.count, "space", "spaces"))
        if plan.items.isEmpty {
            lines.append(
                .text(.need, [(localized("There is nothing to do. n goes back."), look[.text])], glyphs: glyphs))
        } else if page.isTyped {
            let label =
                hint.map { "! \($0)" }
                ?? (page.wantsName
                    ? localized("Type the name to \(deed):")
                    : localized("Type the number of spaces (\(page.wanted)) to \(deed):"))
            lines.append(.text(.need, [(label, look[hint == nil ? .text : .error])], glyphs: glyphs))
            let (look, typed) = (look, page.typed)
            lines.append(
                DialogLine(.need) { buffer, rect in
                    let field = Rect(
                        column: rect.column, row: rect.row, columns: min(50, rect.columns), rows: 1)
                    buffer.fill(field, style: look[.fieldFocused])
                    return typed.draw(
                        into: &buffer, column: field.column, row: field.row, columns: field.columns,
                        style: look[.fieldFocused], placeholderStyle: look[.placeholder])
                })
        } else {
            let question = localized("y  \(deed)     n  leave everything as it is")
            lines.append(
                .text(
                    .need, [(hint.map { "! \($0)" } ?? question, look[hint == nil ? .key : .warning])], glyphs: glyphs))
        }
        return lines
    }
}
