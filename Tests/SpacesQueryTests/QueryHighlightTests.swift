import SpacesQuery
import Testing

struct QueryHighlightTests {
    // swift-format-ignore
    @Test(arguments: [
        ("mars",        "Mars Mission",   [0..<4]),
        ("eclair",      "Éclair Recipes", [0..<6]),
        ("\"rs m\"",    "Mars Mission",   [2..<6]),
        ("~mms",        "Mars Mission",   [0..<1, 5..<6, 7..<8]),
        ("/i[a-z]+/",   "Mars Mission",   [6..<12]),
        ("/^m/",        "Mars Mission",   [0..<1]),
        ("/[0-9]+$/",   "Équipe 日本 42",  [10..<12]),
        ("/本/",         "Équipe 日本 42",  [8..<9]),
        ("/x*/",        "Mars",           []),
        ("/[/",         "Mars",           []),
        ("Mars",        "mars Mars",      [5..<9]),
        ("~SE",         "straße SE",      [7..<9]),
        ("name=mars",   "Mars",           [0..<4]),
        ("name=mars",   "Mars Mission",   []),
        ("!mars",       "Mars",           []),
        ("alias:mars",  "Mars",           []),
    ] as [(String, String, [Range<Int>])])
    func marksWhatWasFound(query: String, name: String, ranges: [Range<Int>]) {
        #expect(Query(parsing: query).highlights(in: name, of: .name) == ranges)
    }
}
