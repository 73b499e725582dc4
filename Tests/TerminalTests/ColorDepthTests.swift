import Testing

@testable import Terminal

struct ColorDepthTests {
    // swift-format-ignore
    @Test(arguments: [
        (Color.palette(9), ColorDepth.eight, Color.palette(1)), (.palette(9), .sixteen, .palette(9)),
        (.palette(196), .sixteen, .palette(9)), (.palette(46), .sixteen, .palette(10)), (.palette(21), .eight, .palette(4)),
        (.palette(232), .sixteen, .palette(0)), (.palette(244), .sixteen, .palette(8)), (.palette(255), .sixteen, .palette(15)),
        (.palette(200), .all256, .palette(200)), (.palette(3), .none, .standard), (.standard, .eight, .standard),
    ])
    func reduces(color: Color, depth: ColorDepth, expected: Color) {
        #expect(color.reduced(to: depth) == expected)
    }

    @Test func brightColoursAreBoldWhereThereAreEight() {
        #expect(Style(foreground: .palette(9)).reduced(to: .eight) == Style(foreground: .palette(1), attributes: .bold))
    }
}
