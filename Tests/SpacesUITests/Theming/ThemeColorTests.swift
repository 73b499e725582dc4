import Terminal
import Testing

@testable import SpacesUI

struct ThemeColorTests {
    // swift-format-ignore
    static let readings: [(String, Color, Color, Color)] = [
        // written         at 256          at 16          at 8
        ("default",        .standard,      .standard,     .standard),
        ("red",            .palette(1),    .palette(1),   .palette(1)),
        ("bright-red",     .palette(9),    .palette(9),   .palette(1)),
        ("Bright-White",   .palette(15),   .palette(15),  .palette(7)),
        ("0",              .palette(0),    .palette(0),   .palette(0)),
        ("12",             .palette(12),   .palette(12),  .palette(4)),
        ("255",            .palette(255),  .palette(7),   .palette(7)),
        ("196",            .palette(196),  .palette(9),   .palette(1)),
        ("#000000",        .palette(16),   .palette(0),   .palette(0)),
        ("#ffffff",        .palette(231),  .palette(15),  .palette(7)),
        ("#FF8700",        .palette(208),  .palette(9),   .palette(1)),
        ("#5f87af",        .palette(67),   .palette(12),  .palette(4)),
        ("#303030",        .palette(236),  .palette(8),   .standard),
        ("bright-black",   .palette(8),    .palette(8),   .standard),
        ("#800000",        .palette(88),   .palette(1),   .palette(1)),
    ]

    @Test(arguments: readings)
    func isMatchedToWhatTheTerminalHas(written: String, at256: Color, at16: Color, at8: Color) throws {
        let color = try #require(ThemeColor(parsing: written))
        #expect(color.color(at: .all256) == at256)
        #expect(color.color(at: .sixteen) == at16)
        #expect(color.color(at: .eight) == at8)
        #expect(color.color(at: .none) == .standard)
    }

    @Test(arguments: ["", "256", "-1", "+1", "crimson", "#fff", "#gggggg", "ff0000", "#+12345", "bright-", "１"])
    func isNoColor(written: String) {
        #expect(ThemeColor(parsing: written) == nil)
    }

    @Test func everyEntryOf256IsItsOwnNearest() {
        for entry in 16..<256 {
            let nearest = Palette.nearestOf256(to: Palette.all[entry])
            #expect(Palette.all[Int(nearest)] == Palette.all[entry])
        }
    }

    @Test func brightColorsAreBoldWhereThereAreEight() {
        let file = ThemeFile(roles: [.title: ThemeFile.Look(foreground: .init(word: "bright-red", place: ""))])
        let theme = file.theme(named: "x", depth: .eight)
        #expect(theme[.title] == Style(foreground: .palette(1), attributes: .bold))
    }

    @Test func greyIsDimWhereThereAreEight() {
        let file = ThemeFile(roles: [.title: ThemeFile.Look(foreground: .init(word: "bright-black", place: ""))])
        let theme = file.theme(named: "x", depth: .eight)
        #expect(theme[.title] == Style(attributes: .dim))
    }

    @Test func textIsNeverHiddenByColorsThatFallTogether() {
        let look = ThemeFile.Look(
            foreground: .init(word: "#ffffff", place: ""), background: .init(word: "white", place: ""))
        let theme = ThemeFile(roles: [.title: look]).theme(named: "x", depth: .eight)
        #expect(theme[.title].foreground == .standard)
        #expect(theme[.title].attributes.contains(.reverse))
    }

    @Test func rolesTakeTheColorsThatTheyLeaveOut() {
        let file = ThemeFile(roles: [
            .text: ThemeFile.Look(foreground: .init(word: "7", place: ""), background: .init(word: "0", place: "")),
            .dialog: ThemeFile.Look(background: .init(word: "4", place: "")),
            .title: ThemeFile.Look(foreground: .init(word: "1", place: "")),
        ])
        let theme = file.theme(named: "x", depth: .all256)
        #expect(theme[.dim] == Style(foreground: .palette(7), background: .palette(0)))
        #expect(theme[.title] == Style(foreground: .palette(1), background: .palette(0)))
        #expect(theme[.dialogTitle] == Style(foreground: .palette(7), background: .palette(4)))
    }
}
