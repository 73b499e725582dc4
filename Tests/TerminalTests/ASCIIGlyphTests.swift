import Testing

@testable import Terminal

struct ASCIIGlyphTests {
    // swift-format-ignore
    @Test(arguments: zip("─│╭╮╰╯├┤┬┴┼█▉▊▋▌▍▎▏·▲▼…✕⚠•●○äé漢a", "-|+++++++++####>###.^v~X!**oae?a"))
    func standsForAGlyph(glyph: Character, ascii: Character) {
        #expect(ASCIIGlyph.standing(for: glyph) == ascii)
    }

    @Test func isAlwaysPrintableASCII() {
        for value: UInt32 in 0x20..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let standing = ASCIIGlyph.standing(for: Character(scalar))
            #expect(CellWidth.isPlain(standing), "\(value)")
        }
    }
}
