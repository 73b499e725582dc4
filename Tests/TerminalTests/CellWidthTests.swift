import Testing

@testable import Terminal

struct CellWidthTests {
    // swift-format-ignore
    @Test(arguments: [
        ("a", "a", 1), ("é", "é", 1), ("e\u{301}", "e\u{301}", 1), ("漢", "漢", 2), ("한", "한", 2), ("ｆ", "ｆ", 2), ("ﾊ", "ﾊ", 1),
        ("─", "─", 1), ("█", "█", 1), ("…", "…", 1), ("▌", "▌", 1), ("°", "°", 1), ("ß", "ß", 1), ("я", "я", 1), ("א", "א", 1),
        ("🎉", "🎉", 2), ("⚠", "⚠", 1), ("⚠\u{FE0F}", "⚠", 1), ("❤️", "❤", 1), ("👍🏽", "👍", 2), ("👨‍👩‍👧", "👨", 2), ("1\u{FE0F}\u{20E3}", "1", 1),
        ("🇩🇪", "□", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴", 2), ("🏽", "□", 1),
        ("\t", "�", 1), ("\r\n", "�", 1), ("\u{1B}", "�", 1), ("\u{7F}", "�", 1), ("\u{9B}", "�", 1),
        ("\u{202E}", "�", 1), ("\u{2066}", "�", 1), ("\u{200F}", "�", 1), ("\u{2028}", "�", 1), ("\u{E000}", "�", 1),
    ])
    func draws(character: String, glyph: String, width: Int) throws {
        let drawn = CellWidth.drawable(Character(character))
        #expect(String(drawn.glyph) == glyph)
        #expect(drawn.width == width)
        #expect(CellWidth.of(character) == width)
    }

    @Test(arguments: ["\u{200B}", "\u{AD}", "\u{FEFF}", "\u{301}", "\u{200D}", "\u{FE0F}"])
    func dropsWhatShowsNothing(text: String) {
        #expect(CellWidth.of(text) == 0)
    }

    @Test func dropsMarksBeyondTheLimit() {
        let drawn = CellWidth.drawable(Character("a" + String(repeating: "\u{301}", count: 200)))
        #expect(drawn.glyph.unicodeScalars.count == 1 + CellWidth.marksPerCell)
    }

    @Test func drawsLettersThatJoinIntoOneCharacterOneByOne() {
        // Thai SARA AM belongs to the character before it, and takes a cell.
        #expect(CellWidth.of("น้ำ") == 2)
        // Two consonants of Devanagari joined by a virama.
        #expect(CellWidth.of("क्ष") == 2)
        // A vowel sign that stands beside its letter is drawn in a cell of its own: none may be lost.
        #expect(CellWidth.of("वित्त विभाग") == 10)
        #expect(CellWidth.pieces(of: "वि").map(\.glyph) == ["व", "\u{93F}"])
    }

    @Test func cutsTextWithAnEllipsis() {
        #expect(CellWidth.truncate("Mars", to: 4) == "Mars")
        #expect(CellWidth.truncate("Mars rover", to: 5) == "Mars…")
        #expect(CellWidth.truncate("漢字漢字", to: 4) == "漢…")
        #expect(CellWidth.truncate("Mars", to: 0) == "")
        #expect(CellWidth.truncate("Mars", to: 3, ellipsis: "~") == "Ma~")
    }

    @Test func tablesAreSorted() {
        for table in [CellWidthTable.wide, CellWidthTable.zero] {
            #expect(zip(table, table.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
    }
}
