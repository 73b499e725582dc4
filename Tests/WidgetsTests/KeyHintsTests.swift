import Terminal
import Testing
import Widgets

struct KeyHintsTests {
    static let hints = [
        KeyHints.Hint(key: "e", label: "edit"),
        KeyHints.Hint(key: "D", label: "disable", isEnabled: false),
        KeyHints.Hint(key: "/", label: "filter"),
        KeyHints.Hint(key: "?", label: "help", isPinned: true),
        KeyHints.Hint(key: "q", label: "quit", isPinned: true),
    ]

    // swift-format-ignore
    @Test(arguments: [
        (60, "e edit   D disable   / filter   ? help   q quit"),
        (47, "e edit   D disable   / filter   ? help   q quit"),
        (46, "e edit   D disable   ? help   q quit"),
        (36, "e edit   D disable   ? help   q quit"),
        (35, "e edit   ? help   q quit"),
        (24, "e edit   ? help   q quit"),
        (23, "? help   q quit"),
        (15, "? help   q quit"),
        (14, "? help"),
        (6,  "? help"),
        (5,  ""),
        (0,  ""),
    ])
    func keepsWholeHintsAndTheWayToTheHelp(columns: Int, expected: String) {
        var buffer = Buffer(size: Size(columns: 60, rows: 1))
        draw(Self.hints, into: &buffer, Rect(column: 0, row: 0, columns: columns, rows: 1))
        #expect(buffer.picture == expected)
    }

    @Test func measuresWideLabelsByCells() {
        let wide = [KeyHints.Hint(key: "e", label: "編集"), KeyHints.Hint(key: "q", label: "終了")]
        #expect(KeyHints.placements(of: wide, columns: 15).map(\.column) == [0, 9])
        #expect(KeyHints.placements(of: wide, columns: 14).map(\.column) == [0])
    }

    @Test func showsWhatIsNotPossibleInItsOwnStyle() {
        var buffer = Buffer(size: Size(columns: 60, rows: 1))
        draw(Self.hints, into: &buffer, buffer.bounds)
        #expect(buffer[0, 0].style == Self.key)
        #expect(buffer[2, 0].style == Self.label)
        #expect(buffer[9, 0].style == Self.disabled)
        #expect(buffer[11, 0].style == Self.disabled)
    }

    @Test func staysInsideOfItsRectangle() {
        for columns in 0...20 {
            var buffer = Buffer(size: Size(columns: 20, rows: 3))
            draw(Self.hints, into: &buffer, Rect(column: 0, row: 1, columns: columns, rows: 1))
            let drawn = buffer.picture.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(drawn[0].isEmpty && drawn[2].isEmpty && drawn[1].count <= columns)
        }
    }

    private static let key = Style(attributes: .bold)
    private static let label = Style(foreground: .palette(6))
    private static let disabled = Style(attributes: .dim)

    private func draw(_ hints: [KeyHints.Hint], into buffer: inout Buffer, _ rect: Rect) {
        KeyHints.draw(
            hints, into: &buffer, rect: rect, keyStyle: Self.key, labelStyle: Self.label,
            disabledStyle: Self.disabled)
    }
}
