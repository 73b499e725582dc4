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
}
