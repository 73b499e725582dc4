import TestSupport
import Testing

@testable import Terminal

struct CellWidthTests {
    // swift-format-ignore
    @Test(arguments: [
        ("a", "a", 1), ("é", "é", 1), ("e\u{301}", "e\u{301}", 1), ("漢", "漢", 2), ("한", "한", 2), ("ｆ", "ｆ", 2), ("ﾊ", "ﾊ", 1),
        ("─", "─", 1), ("█", "█", 1), ("…", "…", 1), ("▌", "▌", 1), ("°", "°", 1), ("ß", "ß", 1), ("я", "я", 1), ("א", "א", 1),
        ("🎉", "🎉", 2), ("⚠", "⚠", 1), ("⚠\u{FE0F}", "⚠", 1), ("❤️", "❤", 1), ("👍🏽", "👍", 2), ("👨‍👩‍👧", "👨", 2), ("1\u{FE0F}\u{20E3}", "1", 1),
        ("🇩🇪", "□", 1), ("🏴", "🏴", 2), ("🏽", "□", 1),
        ("می\u{200C}", "م", 2), ("\t", "␉", 1), ("\r\n", "␍", 2), ("\u{1B}", "␛", 1), ("\u{7F}", "␡", 1),
        ("\u{9B}", "⟨", 4), ("\u{202E}", "⟨", 6), ("\u{200F}", "⟨", 6), ("\u{2028}", "⟨", 6), ("\u{E000}", "⟨", 6),
    ])
    func draws(character: String, glyph: String, width: Int) throws {
        let drawn = try #require(Glyph.pieces(of: Character(String(character.prefix(1)))).first)
        #expect(String(drawn.glyph) == glyph)
        #expect(CellWidth.of(character) == width)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("\u{200B}", "⟨200B⟩"), ("\u{AD}", "⟨AD⟩"), ("\u{FEFF}", "⟨FEFF⟩"), ("\u{301}", "⟨301⟩"), ("\u{200D}", "⟨200D⟩"),
        ("\u{FE0F}", "⟨FE0F⟩"), ("\r\n", "␍␊"), ("a\u{200D}b", "a⟨200D⟩b"), ("\u{1161}", "⟨1161⟩"), ("a\u{E0041}", "a⟨E0041⟩"),
        ("👨‍👩\u{E0041}", "👨⟨E0041⟩"), ("👩‍🦰🏽x", "👩x"), ("A\u{20E3}", "A\u{20E3}"),
    ])
    func drawsSignsForWhatShowsNothing(text: String, drawn: String) {
        #expect(text.flatMap { Glyph.pieces(of: $0) }.map { String($0.glyph) }.joined() == drawn)
        #expect(CellWidth.of(text) == CellWidth.of(drawn))
    }

    /// What is measured is what is drawn, whatever it is made of: layout, cutting and cursor agree with the screen.
    @Test func measuresWhatIsDrawn() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        for _ in 0..<1000 {
            let text = AnyText.make(upTo: 60, using: &random)
            let comment: Comment = "seed \(seed): \(Array(text.unicodeScalars))"
            var buffer = Buffer(size: Size(columns: 800, rows: 1))
            let used = buffer.write(text, column: 0, row: 0)
            #expect(used == CellWidth.of(text) && used > 0, comment)
            let columns = Int.random(in: 0...used, using: &random)
            #expect(CellWidth.of(CellWidth.truncate(text, to: columns)) <= columns, comment)
            for cell in buffer[row: 0] {
                for scalar in cell.glyph.character.unicodeScalars {
                    let category = scalar.properties.generalCategory
                    #expect(category != .control && category != .privateUse, comment)
                }
            }
        }
    }

    @Test func dropsMarksBeyondTheLimit() {
        let drawn = Glyph.pieces(of: Character("a" + String(repeating: "\u{301}", count: 200)))
        #expect(drawn.count == 1 && drawn[0].glyph.character.unicodeScalars.count == 1 + CellWidth.marksPerCell)
    }

    @Test func drawsLettersThatJoinIntoOneCharacterOneByOne() {
        // Thai SARA AM belongs to the character before it, and takes a cell.
        #expect(CellWidth.of("น้ำ") == 2)
        // Two consonants of Devanagari joined by a virama.
        #expect(CellWidth.of("क्ष") == 2)
        // A vowel sign that stands beside its letter is drawn in a cell of its own: none may be lost.
        #expect(CellWidth.of("वित्त विभाग") == 10)
        #expect(Glyph.pieces(of: "वि").map(\.glyph) == ["व", "\u{93F}"])
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
