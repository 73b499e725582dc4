import TestSupport
import Testing
import Texts

struct SignTests {
    // swift-format-ignore
    @Test(arguments: [
        ("plain",                   "plain"),
        ("",                        ""),
        ("Équipe 日本 🚀",           "Équipe 日本 🚀"),
        ("first\nsecond\tthird",    "first␊second␉third"),
        ("a\r\nb",                  "a␍␊b"),
        ("\u{1B}[31mred\u{7F}",     "␛[31mred␡"),
        ("\u{9B}2J\u{85}",          "⟨9B⟩2J⟨85⟩"),
        ("nul\0",                   "nul␀"),
        ("שלום\u{200F}!",           "שלום⟨200F⟩!"),
        ("\u{202E}gpj.exe",         "⟨202E⟩gpj.exe"),
        ("a\u{2068}b\u{61C}",       "a⟨2068⟩b⟨61C⟩"),
        ("a\u{200B}b\u{FEFF}c",     "a⟨200B⟩b⟨FEFF⟩c"),
        ("so\u{AD}ft",              "so⟨AD⟩ft"),
        ("a\u{34F}b",               "a⟨34F⟩b"),
        ("\u{2800}\u{3164}\u{FFA0}", "⟨2800⟩⟨3164⟩⟨FFA0⟩"),
        ("\u{E000}\u{FFFE}\u{10FFFF}", "⟨E000⟩⟨FFFE⟩⟨10FFFF⟩"),
        ("A\u{E0041}",              "A⟨E0041⟩"),
        // Joiners and selectors, where an emoji or a script is made with them, and where they only hide.
        ("👨‍👩‍👧",                     "👨‍👩‍👧"),
        ("❤\u{FE0F}",               "❤\u{FE0F}"),
        ("1\u{FE0F}\u{20E3}",       "1\u{FE0F}\u{20E3}"),
        ("1\u{FE0F}",               "1⟨FE0F⟩"),
        ("a\u{FE0F}",               "a⟨FE0F⟩"),
        ("a\u{200D}b",              "a⟨200D⟩b"),
        ("👨\u{200D}",               "👨⟨200D⟩"),
        ("می\u{200C}خواهم",          "می\u{200C}خواهم"),
        ("ක්\u{200D}ෂ",              "ක්\u{200D}ෂ"),
        ("می\u{200C}\u{200C}خ",      "می\u{200C}⟨200C⟩خ"),
        // A mark without a letter would be drawn over what stands before it.
        ("\u{301}a",                "⟨301⟩a"),
        ("a\u{200D}\u{301}",        "a⟨200D⟩⟨301⟩"),
    ])
    func showsWhatWouldNotBeSeen(text: String, shown: String) {
        #expect(Sign.shown(text).isExactly(shown), "\(Array(Sign.shown(text).unicodeScalars))")
    }

    /// Whatever it is made of: nothing that steers a terminal is left, and what is shown is shown alike the second time.
    @Test func leavesNothingThatSteers() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        for _ in 0..<2000 {
            let text = AnyText.make(using: &random)
            let shown = Sign.shown(text)
            let isSafe = shown.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator, .privateUse: false
                default: !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
                }
            }
            #expect(isSafe && Sign.shown(shown).isExactly(shown), "seed \(seed): \(Array(text.unicodeScalars))")
        }
    }

    @Test(arguments: [
        ("Team", false), ("first␊second", true), ("שלום⟨200F⟩", true), ("⟨1F⟩", true), ("⟨x⟩", false),
        ("⟨12345678⟩", false),
        ("a ⟨ b", false), ("⟨⟩", false), ("200F⟩", false),
    ])
    func tellsWhatWasReplacedOnce(text: String, looksReplaced: Bool) {
        #expect(Sign.looksReplaced(text) == looksReplaced)
    }
}
