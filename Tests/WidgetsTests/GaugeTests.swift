import Terminal
import Testing
import Widgets

struct GaugeTests {
    // swift-format-ignore
    static let fractions: [(Double?, String, String, String)] = [
        // used       in blocks   in ASCII    in a pattern
        (nil,         "········", "........", "········"),
        (0,           "········", "........", "········"),
        (0.000_001,   "▏·······", "#.......", "▓·······"),
        (0.015_625,   "▏·······", "#.......", "▓·······"),
        (0.1,         "▊·······", "#.......", "▓·······"),
        (0.125,       "█·······", "#.......", "▓·······"),
        (0.25,        "██······", "##......", "▓▓······"),
        (0.3,         "██▍·····", "##......", "▓▓······"),
        (0.5,         "████····", "####....", "▓▓▓▓····"),
        (0.75,        "██████··", "######..", "▓▓▓▓▓▓··"),
        (0.82,        "██████▌·", "#######.", "▓▓▓▓▓▓▓·"),
        (0.9,         "███████▎", "#######.", "▓▓▓▓▓▓▓·"),
        (0.98,        "███████▉", "#######.", "▓▓▓▓▓▓▓·"),
        (0.999_999,   "███████▉", "#######.", "▓▓▓▓▓▓▓·"),
        (1,           "████████", "########", "▓▓▓▓▓▓▓▓"),
        (1.03,        "████████", "########", "▓▓▓▓▓▓▓▓"),
        (1e300,       "████████", "########", "▓▓▓▓▓▓▓▓"),
        (.infinity,   "████████", "########", "▓▓▓▓▓▓▓▓"),
        (-1,          "········", "........", "········"),
        (.nan,        "········", "........", "········"),
    ]

    @Test(arguments: fractions)
    func showsWhatIsUsed(fraction: Double?, blocks: String, ascii: String, pattern: String) {
        #expect(picture(fraction, .blocks, .unicode, columns: 8) == blocks)
        #expect(picture(fraction, .blocks, .ascii, columns: 8) == ascii)
        #expect(picture(fraction, .pattern("▓"), .unicode, columns: 8) == pattern)
    }

    @Test(arguments: [(-3, ""), (0, ""), (1, "▌"), (2, "█·"), (3, "█▌·"), (25, "████████████▌············")])
    func fitsAnyWidth(columns: Int, expected: String) {
        #expect(picture(0.5, .blocks, .unicode, columns: columns) == expected)
    }

    @Test func neverLeavesItsCells() {
        var buffer = Buffer(size: Size(columns: 6, rows: 2))
        let gauge = Gauge(fraction: 0.5, fill: .blocks, glyphs: .unicode)
        gauge.draw(into: &buffer, column: 1, row: 0, columns: 3, style: .plain, track: .plain)
        gauge.draw(into: &buffer, column: 4, row: 1, columns: 10, style: .plain, track: .plain)
        gauge.draw(into: &buffer, column: 0, row: 7, columns: 10, style: .plain, track: .plain)
        #expect(buffer.picture == " █▌·\n    ██")
    }

    @Test func stylesTheFilledPartAndTheRest() {
        var buffer = Buffer(size: Size(columns: 4, rows: 1))
        let filled = Style(foreground: .palette(2))
        let track = Style(attributes: .dim)
        Gauge(fraction: 0.5, fill: .blocks, glyphs: .unicode)
            .draw(into: &buffer, column: 0, row: 0, columns: 4, style: filled, track: track)
        #expect(buffer[row: 0].map(\.style) == [filled, filled, track, track])
    }

    private func picture(_ fraction: Double?, _ fill: Gauge.Fill, _ glyphs: Glyphs, columns: Int) -> String {
        var buffer = Buffer(size: Size(columns: max(0, columns), rows: 1))
        Gauge(fraction: fraction, fill: fill, glyphs: glyphs)
            .draw(into: &buffer, column: 0, row: 0, columns: columns, style: .plain, track: .plain)
        return buffer.picture
    }
}
