import Terminal
import Testing
import Widgets

struct DialogFrameTests {
    @Test func drawsTheTitleIntoTheFrame() {
        var buffer = Buffer(size: Size(columns: 22, rows: 5))
        buffer.fill(buffer.bounds, with: "x")
        let inside = draw(into: &buffer, Rect(column: 1, row: 0, columns: 20, rows: 5), "Edit space")
        #expect(
            buffer.picture == """
                x╭─ Edit space ─────╮x
                x│                  │x
                x│                  │x
                x│                  │x
                x╰──────────────────╯x
                """)
        #expect(inside == Rect(column: 3, row: 1, columns: 16, rows: 3))
    }

    @Test func drawsWithASCIIAlone() {
        var buffer = Buffer(size: Size(columns: 14, rows: 3))
        draw(into: &buffer, buffer.bounds, "Disable", .ascii)
        #expect(
            buffer.picture == """
                +- Disable --+
                |            |
                +------------+
                """)
    }

    @Test func cutsATitleThatIsTooLong() {
        var buffer = Buffer(size: Size(columns: 12, rows: 3))
        draw(into: &buffer, buffer.bounds, "Purge space for ever")
        #expect(buffer.picture.hasPrefix("╭─ Purge… ─╮\n"))
    }

    @Test func cutsWideTitlesByCells() {
        var buffer = Buffer(size: Size(columns: 12, rows: 3))
        draw(into: &buffer, buffer.bounds, "日本日本日本")
        #expect(buffer.picture.hasPrefix("╭─ 日本… ──╮\n"))
    }

    @Test func drawsTheVisiblePartOfWhatReachesOverTheEdge() {
        var buffer = Buffer(size: Size(columns: 8, rows: 4))
        let inside = draw(into: &buffer, Rect(column: -3, row: -3, columns: 90, rows: 90), "")
        #expect(
            buffer.picture == """
                ╭──────╮
                │      │
                │      │
                ╰──────╯
                """)
        #expect(inside == Rect(column: 2, row: 1, columns: 4, rows: 2))
    }

    @Test func neverDrawsOutsideOfItsRectangle() {
        for columns in 0...10 {
            for rows in 0...4 {
                var buffer = Buffer(size: Size(columns: 14, rows: 8))
                buffer.fill(buffer.bounds, with: "x")
                let rect = Rect(column: 2, row: 2, columns: columns, rows: rows)
                let inside = draw(into: &buffer, rect, "日本 Edit")
                #expect(inside.intersection(rect) == inside, "\(columns) × \(rows)")
                for row in 0..<8 {
                    for column in 0..<14 {
                        let isOutside = !rect.contains(Point(column: column, row: row))
                        #expect((buffer[column, row].glyph == "x") == isOutside, "\(columns) × \(rows)")
                    }
                }
            }
        }
    }

    @Test func leavesOutTheFrameWhereNothingWouldFitIntoIt() {
        var buffer = Buffer(size: Size(columns: 4, rows: 2))
        buffer.fill(buffer.bounds, with: "x")
        let inside = draw(into: &buffer, buffer.bounds, "Edit")
        #expect(inside == buffer.bounds)
        #expect(buffer.picture == "\n")
    }

    @discardableResult
    private func draw(into buffer: inout Buffer, _ rect: Rect, _ title: String, _ glyphs: Glyphs = .unicode) -> Rect {
        DialogFrame.draw(
            into: &buffer, rect: rect, title: title, border: .plain, titleStyle: .plain, background: .plain,
            glyphs: glyphs)
    }
}
