import Terminal
import TestSupport
import Testing
import Texts
import Widgets

/// Fields that begin with a text of a server.
struct TextFieldExactTests {
    /// Whatever it is made of: a letter that is added at its end and deleted again leaves the bytes as they were.
    @Test func keepsEveryByteBesideWhatIsTyped() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        for _ in 0..<1000 {
            let text = AnyText.make(using: &random)
            let comment: Comment = "seed \(seed): \(Array(text.unicodeScalars))"
            var field = TextField(exactly: text)
            #expect(field.text.isExactly(text), comment)
            _ = field.handle(Key(.end))
            _ = field.handle(.character("X"))
            #expect(field.text.isExactly(text + "X"), comment)
            _ = field.handle(Key(.backspace))
            #expect(field.text.isExactly(text), comment)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        // text                         positions
        ("first\nsecond",               12),
        ("a\r\nb",                      3),
        ("שלום\u{200F}",                5),
        ("a\u{200D}b",                  3),
        ("a\u{E0041}\u{E0042}b",        4),
        ("👨‍👩‍👧x",                         2),
        ("e\u{301}x",                   2),
        ("می\u{200C}خ",                  3),
        // Unicode takes a sign of Arabic numbers and what follows it for one character.
        ("\u{600}X",                    2),
        ("각\u{1100}",                   2),
        ("🇩🇪",                          1),
    ])
    func countsWhatHasASignByItself(text: String, positions: Int) {
        var field = TextField(exactly: text)
        #expect(field.cursor == positions)
        for _ in 0..<positions { _ = field.handle(Key(.backspace)) }
        #expect(field.isEmpty)
    }

    @Test func deletesALineBreakAlone() {
        var field = TextField(exactly: "first\nsecond\u{200F}")
        _ = field.handle(Key(.backspace))
        #expect(field.text == "first\nsecond")
        _ = field.handle(Key(.home))
        for _ in 0..<5 { _ = field.handle(Key(.right)) }
        _ = field.handle(Key(.delete))
        #expect(field.text == "firstsecond")
    }

    @Test func bringsBackWhatItCutAsItWas() {
        var field = TextField(exactly: "one\r\ntwo\tthree")
        _ = field.handle(.control("u"))
        #expect(field.isEmpty)
        _ = field.handle(.control("y"))
        #expect(field.text.isExactly("one\r\ntwo\tthree"))
    }

    @Test func cleansWhatIsTypedAsBefore() {
        var field = TextField(exactly: "one\ntwo")
        field.paste("\nthree\u{202E}\tfour")
        #expect(field.text == "one\ntwo three four")
    }

    @Test func keepsATextThatIsLongerThanAnyTyped() {
        let text = String(repeating: "日\n", count: TextField.longest)
        var field = TextField(exactly: text)
        _ = field.handle(.character("x"))
        #expect(field.text.isExactly(text))
    }

    @Test func showsSignsAndHasTheCursorBesideThem() {
        var field = TextField(exactly: "a\nb\u{200F}c")
        func picture(_ columns: Int = 20) -> (String, Int) {
            var buffer = Buffer(size: Size(columns: 20, rows: 1))
            let at = field.draw(
                into: &buffer, column: 0, row: 0, columns: columns, style: .plain, placeholderStyle: .plain)
            return (buffer.picture, at.column)
        }
        #expect(picture() == ("a␊b⟨200F⟩c", 10))
        _ = field.handle(Key(.left))
        #expect(picture().1 == 9)
        _ = field.handle(Key(.left))
        #expect(picture().1 == 3, "a sign is one place")
        _ = field.handle(Key(.home))
        #expect(picture(5).0 == "a␊b⟨2", "what has no room is cut")
    }

    @Test func twoWaysOfALetterAreTwoTexts() {
        #expect(TextField(exactly: "Caf\u{E9}") != TextField(exactly: "Cafe\u{301}"))
    }
}
