import Testing

@testable import SpacesModel

struct SpellingTests {
    // swift-format-ignore
    @Test(arguments: [
        ("dakr",      "dark"),
        ("Dark",      "dark"),
        ("ligth",     "light"),
        ("highcontrast", "high-contrast"),
        ("x",         nil),
        ("",          nil),
        ("solarized", nil),
    ])
    func findsWhatWasMeant(written: String, expected: String?) {
        #expect(Spelling.nearest(to: written, among: ["light", "dark", "high-contrast"]) == expected)
    }

    // swift-format-ignore
    @Test(arguments: [("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "acb", 1), ("abc", "abd", 1), ("kitten", "sitting", 3)])
    func countsChanges(left: String, right: String, expected: Int) {
        #expect(Spelling.distance(Array(left), Array(right)) == expected)
    }
}
