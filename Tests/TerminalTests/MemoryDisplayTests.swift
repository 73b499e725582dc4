import Testing

@testable import Terminal

struct MemoryDisplayTests {
    @Test func showsTextStylesAndCursor() {
        let screen = MemoryDisplay(size: Size(columns: 8, rows: 3))
        var buffer = Buffer(size: screen.size)
        buffer.write("漢 ok", column: 0, row: 0, style: Style(foreground: .palette(2), attributes: .bold))
        buffer.write("!", column: 7, row: 2, style: Style(background: .palette(1), attributes: .reverse))
        screen.present(buffer, cursor: Point(column: 3, row: 0))
        #expect(screen.text == "漢 ok\n\n       !")
        #expect(screen.cursor == Point(column: 3, row: 0))
        #expect(
            screen.styles() == """
                aaaaa...
                ........
                .......b
                a bold 2
                b reverse on 1
                """)
        #expect(screen.styles { $0.attributes == .bold ? nil : "error" }.hasSuffix("b error"))
        #expect(screen.frames == 1)
    }
}
