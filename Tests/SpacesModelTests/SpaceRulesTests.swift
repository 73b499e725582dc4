import SpacesModel
import Testing

@Suite struct SpaceRulesTests {
    @Test(arguments: ["Mars", "  Mars ", "Équipe 日本 🚀", String(repeating: "x", count: 255), "it's", "a\tb"])
    func acceptsNames(_ name: String) {
        #expect(SpaceRules.problem(inName: name) == nil)
    }

    @Test(arguments: ["", "   ", "\n", "a/b", "a.b", "what?", "a|b", String(repeating: "x", count: 256)])
    func refusesNames(_ name: String) {
        #expect(SpaceRules.problem(inName: name) != nil)
    }

    @Test func countsBytesAndNotCharacters() {
        #expect(
            SpaceRules.problem(inName: String(repeating: "é", count: 128)) == "256 bytes long; at most 255 are allowed")
        #expect(SpaceRules.problem(inName: String(repeating: "é", count: 127)) == nil)
    }

    @Test func namesTheForbiddenCharacter() {
        #expect(SpaceRules.problem(inName: "a<b")?.hasPrefix("< is not allowed") == true)
    }

    @Test func holdsTheMaximumOfTheServer() {
        let most = ByteCount(100)
        #expect(SpaceRules.problem(inLimit: .bytes(ByteCount(101)), maximum: most) != nil)
        #expect(SpaceRules.problem(inLimit: .unlimited, maximum: most) != nil)
        #expect(SpaceRules.problem(inLimit: .bytes(most), maximum: most) == nil)
        #expect(SpaceRules.problem(inLimit: .unlimited, maximum: nil) == nil)
    }

    @Test func anEditKnowsWhatItChanges() {
        #expect(SpaceEdit().isEmpty)
        #expect(SpaceEdit(name: "a", limit: .unlimited).count == 2)
        #expect(SpaceEdit(name: "", alias: " ").problems(maximumQuota: nil).map(\.field) == [.name, .alias])
    }

    /// As Go's `strings.TrimSpace` does, scalar by scalar: what is stored is what is compared.
    @Test(arguments: [
        (" \u{A0}\u{85}\u{2028}\u{3000}Mars\r\n", "Mars"), ("\u{200B}Mars\u{FEFF}", "\u{200B}Mars\u{FEFF}"),
        ("Mars \u{301}", "Mars \u{301}"), ("a\r\nb", "a\r\nb"), (" \t\u{2003} ", ""),
    ])
    func trimsAsServersDo(name: String, trimmed: String) {
        #expect(Array(SpaceRules.trimmed(name).utf8) == Array(trimmed.utf8))
    }

    @Test func refusesNUL() {
        #expect(SpaceRules.problem(inName: "a\u{0}b") == "the character NUL is not allowed")
        #expect(SpaceRules.problem(inSubtitle: "\u{0}") == "the character NUL is not allowed")
        #expect(SpaceRules.problem(inAlias: "a\u{0}") == "the character NUL is not allowed")
        #expect(SpaceRules.problem(inSubtitle: "line\r\nbreak\u{202E}\u{FEFF}") == nil)
    }
}
