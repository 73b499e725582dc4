import Terminal
import TestSupport
import Testing
import Widgets

/// Fields are written with `|` where the cursor is.
struct TextFieldTests {
    // swift-format-ignore
    static let edits: [(String, [Key], String)] = [
        // before              keys                                          after
        ("|",                  [.character("M"), .character("a")],           "Ma|"),
        ("Ma|s",               [.character("r")],                            "Mar|s"),
        ("Mars|",              [Key(.character("!"), .shift)],               "Mars!|"),
        ("|",                  [.character("日"), .character("本")],          "日本|"),
        ("Mars|",              [Key(.left)],                                 "Mar|s"),
        ("|Mars",              [Key(.left)],                                 "|Mars"),
        ("Mars|",              [Key(.right)],                                "Mars|"),
        ("Mars|",              [.control("b"), .control("b")],               "Ma|rs"),
        ("|Mars",              [.control("f")],                              "M|ars"),
        ("Ma|rs",              [Key(.home)],                                 "|Mars"),
        ("Ma|rs",              [.control("a")],                              "|Mars"),
        ("Ma|rs",              [Key(.end)],                                  "Mars|"),
        ("Ma|rs",              [.control("e")],                              "Mars|"),
        ("Ma|rs",              [Key(.backspace)],                            "M|rs"),
        ("|Mars",              [Key(.backspace)],                            "|Mars"),
        ("Ma|rs",              [.control("h")],                              "M|rs"),
        ("Ma|rs",              [Key(.delete)],                               "Ma|s"),
        ("Ma|rs",              [.control("d")],                              "Ma|s"),
        ("Mars|",              [.control("d")],                              "Mars|"),
        ("日本|語",             [Key(.backspace)],                            "日|語"),
        ("to the red-planet|", [.control("w")],                              "to the |"),
        ("to the  |",          [.control("w")],                              "to |"),
        ("to the red-planet|", [Key(.backspace, .alt)],                      "to the red-|"),
        ("to the| red",        [Key(.character("b"), .alt)],                 "to |the red"),
        ("to |the red",        [Key(.left, .control)],                       "|to the red"),
        ("to| the red",        [Key(.character("f"), .alt)],                 "to the| red"),
        ("to the| red",        [Key(.right, .control)],                      "to the red|"),
        ("to| the red",        [Key(.character("d"), .alt)],                 "to| red"),
        ("to the| red",        [.control("u")],                              "| red"),
        ("to the| red",        [.control("k")],                              "to the|"),
        ("to the| red",        [.control("k"), .control("a"), .control("y")], " red|to the"),
        ("Mars|",              [.control("y")],                              "Mars|"),
        ("Mars|",              [.control("u"), .control("_")],               "Mars|"),
        ("to the| red",        [.control("k"), .control("u"), .control("_"), .control("_")], "to the| red"),
        ("M|",                 [.character("a"), .character("r"), .control("_")], "M|"),
        ("M|",                 [.character("a"), Key(.left), .character("r"), .control("_")], "M|a"),
        ("Mars|",              [.control("_")],                              "Mars|"),
    ]

    @Test(arguments: edits)
    func editsLikeACommandLine(before: String, keys: [Key], after: String) {
        var field = Self.field(before)
        #expect(field.used(keys) == keys)
        #expect(Self.picture(field) == after)
    }

    @Test(arguments: [
        Key(.enter), Key(.escape), Key(.tab), Key(.tab, .shift), Key(.up), Key(.down), Key(.pageUp), Key(.function(1)),
        .control("c"), .control("z"), .control("s"), Key(.character("x"), .alt), .character("\u{7}"),
        .character("\u{202E}"),
    ])
    func leavesOtherKeysToOthers(key: Key) {
        var field = TextField("Mars")
        #expect(field.used([key]) == [])
        #expect(field == TextField("Mars"))
    }

    @Test func joinsAnAccentWithItsLetter() {
        var field = TextField("e")
        _ = field.used([.character("\u{301}")])
        #expect(field.text == "é")
        #expect(field.cursor == 1)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("Mars",                      "<Mars>"),
        ("two\nlines",                "<two lines>"),
        ("a\r\n\r\n\tb",              "<a b>"),
        ("\u{1B}[31mred\u{7}\u{9B}m", "<[31mredm>"),
        ("evil\u{202E}gpj.exe",       "<evilgpj.exe>"),
        ("👩‍👩‍👧 日本",                  "<👩‍👩‍👧 日本>"),
        ("",                          "<>"),
    ])
    func pastesWhatFitsIntoALine(pasted: String, expected: String) {
        var field = Self.field("<|>")
        field.paste(pasted)
        #expect(field.text == expected)
        #expect(field.cursor == field.text.count - 1)
    }

    @Test func undoesAPasteAtOnce() {
        var field = TextField("Mars")
        field.paste(" and more")
        _ = field.used([.control("_")])
        #expect(field.text == "Mars")
    }

    @Test func takesNoMoreThanItCanHold() {
        var field = TextField("ab")
        field.paste(String(repeating: "x", count: 3 * TextField.longest))
        #expect(field.text.count == TextField.longest)
        _ = field.used([.character("y")])
        #expect(field.text.count == TextField.longest)
    }

    @Test func keepsNoCopyOfASecret() {
        var field = TextField("open sesame", isSecret: true)
        _ = field.used([.control("w"), .control("y"), .control("_")])
        #expect(field.text.isEmpty)
    }

    @Test func staysWholeWhateverIsPressed() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        let keys: [Key] =
            Self.edits.flatMap(\.1)
            + ["\u{301}", "\u{200D}", "👩", "🇩", "🇪", "\r\n", "각", "\u{11A8}"].map { Key.character($0) }
        var field = TextField()
        for step in 0..<5_000 {
            guard let key = keys.randomElement(using: &random) else { return }
            _ = field.handle(key)
            let count = TextField(field.text).cursor
            guard field.cursor >= 0, field.cursor <= count, field.text == TextField(field.text).text else {
                Issue.record("seed \(seed), step \(step): cursor \(field.cursor) of \(count)")
                return
            }
        }
    }

    static func field(_ picture: String) -> TextField {
        let parts = picture.split(separator: "|", omittingEmptySubsequences: false)
        var field = TextField(parts.joined())
        field.cursor = parts[0].count
        return field
    }

    private static func picture(_ field: TextField) -> String {
        field.text.prefix(field.cursor) + "|" + field.text.dropFirst(field.cursor)
    }
}

extension TextField {
    /// Presses keys and returns those that the field used.
    fileprivate mutating func used(_ keys: [Key]) -> [Key] {
        var used: [Key] = []
        for key in keys where handle(key) { used.append(key) }
        return used
    }
}
