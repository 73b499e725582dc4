import Localization
import SpacesModel
import Terminal
import Widgets

/// The page of a plan: the counts at the top, space by space below, and what the keys do at the foot.
extension State {
    func draw(_ page: PlanPage, hint: String?, into buffer: inout Buffer, look: Look) -> Point? {
        let area = pageArea
        let lines = PlanLines(
            page: page, hint: hint, size: Size(columns: area.columns, rows: size.rows), look: look)
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
            page: page, hint: nil, size: Size(columns: pageArea.columns, rows: size.rows), look: .measuring)
        let room = max(0, pageArea.rows - lines.top.count - lines.foot.count)
        return (room, max(0, lines.rows.count - room))
    }
}
