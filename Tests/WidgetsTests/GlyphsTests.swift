import Terminal
import Testing
import Widgets

struct GlyphsTests {
    @Test(arguments: [Glyphs.unicode, .ascii])
    func everyGlyphTakesOneCell(glyphs: Glyphs) {
        for child in Mirror(reflecting: glyphs).children {
            let characters =
                (child.value as? Character).map { [$0] } ?? (child.value as? [Character])
                ?? (child.value as? String).map(Array.init) ?? []
            #expect(!characters.isEmpty, "\(child.label ?? "")")
            for character in characters { #expect(CellWidth.of(character) == 1, "\(child.label ?? ""): \(character)") }
        }
    }

    @Test func asciiIsASCII() {
        for child in Mirror(reflecting: Glyphs.ascii).children {
            #expect("\(child.value)".utf8.allSatisfy { $0 < 0x7F }, "\(child.label ?? "")")
        }
    }
}
