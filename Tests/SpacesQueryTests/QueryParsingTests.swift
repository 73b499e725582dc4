import SpacesQuery
import TestSupport
import Testing

struct QueryParsingTests {
    // swift-format-ignore
    static let queries: [(line: String, query: Query)] = [
        ("",                    Query()),
        ("mars",                Query([.init(.text(.contains("mars"), in: nil))])),
        ("mars  rover",         Query([.init(.text(.contains("mars"), in: nil)), .init(.text(.contains("rover"), in: nil))])),
        ("!old",                Query([.init(.text(.contains("old"), in: nil), isNegated: true)])),
        ("!!old",               Query([.init(.text(.contains("old"), in: nil))])),
        ("\"mars rover\"",      Query([.init(.text(.contains("mars rover"), in: nil))])),
        ("\"mars ro",           Query([.init(.text(.contains("mars ro"), in: nil))])),
        ("~mrs",                Query([.init(.text(.fuzzy("mrs"), in: nil))])),
        ("/^mars [0-9]+$/",     Query([.init(.text(.regex("^mars [0-9]+$"), in: nil))])),
        ("project/mars",        Query([.init(.text(.contains("project/mars"), in: nil))])),
        ("name:mars",           Query([.init(.text(.contains("mars"), in: .name))])),
        ("NAME:mars",           Query([.init(.text(.contains("mars"), in: .name))])),
        ("name=\"Mars One\"",   Query([.init(.text(.equals("Mars One"), in: .name))])),
        ("name:/a\\/b/",        Query([.init(.text(.regex("a/b"), in: .name))])),
        ("manager:~ada",        Query([.init(.text(.fuzzy("ada"), in: .manager))])),
        ("alias:project/mars",  Query([.init(.text(.contains("project/mars"), in: .alias))])),
        ("state:critical,exc",  Query([.init(.words(["critical", "exc"], in: .state))])),
        ("!type:personal",      Query([.init(.words(["personal"], in: .type), isNegated: true)])),
        ("quota>80%",           Query([.init(.size(.greater, .share(8000), of: .quota))])),
        ("quota>=80.5%",        Query([.init(.size(.atLeast, .share(8050), of: .quota))])),
        ("quota:unlimited",     Query([.init(.size(.equal, .unlimited, of: .quota))])),
        ("used>1TB",            Query([.init(.size(.greater, .bytes(1_000_000_000_000), of: .used))])),
        ("used>\"1 TB\"",       Query([.init(.size(.greater, .bytes(1_000_000_000_000), of: .used))])),
        ("remaining<500MB",     Query([.init(.size(.less, .bytes(500_000_000), of: .remaining))])),
        ("modified<7d",         Query([.init(.time(.less, .ago(7, .days), of: .modified))])),
        ("modified>2025-12",    Query([.init(.time(.greater, .date(year: 2025, month: 12, day: nil), of: .modified))])),
        ("members=0",           Query([.init(.count(.equal, 0, of: .members))])),
        ("members:3",           Query([.init(.count(.equal, 3, of: .members))])),
        ("disabled:",           Query([.init(.flag(.disabled))])),
        ("orphaned:no",         Query([.init(.flag(.orphaned), isNegated: true)])),
        ("!pinned:no",          Query([.init(.flag(.pinned))])),
    ]

    @Test(arguments: queries)
    func reads(line: String, query: Query) {
        let parsed = Query.read(line)
        #expect(parsed.query == query)
        #expect(parsed.hints.isEmpty)
    }

    // swift-format-ignore
    static let mistakes: [(line: String, text: String, hint: String)] = [
        ("naem:mars",      "\"naem:mars\"",    "no field naem; did you mean name?"),
        ("foo:bar",        "\"foo:bar\"",      "no field foo; looked for as text"),
        ("name:",          "",                 "name: the name, such as name:mars"),
        ("!",              "",                 "! is followed by what must not be: !disabled: or !archive"),
        ("state:critcal",  "\"state:critcal\"", "no state critcal; did you mean critical?"),
        ("used>much",      "\"used>much\"",    "used takes a value such as used>1TB"),
        ("modified<soon",  "\"modified<soon\"", "modified takes a value such as modified<7d"),
        ("members=-1",     "\"members=-1\"",   "members takes a value such as members=0"),
        ("disabled:maybe", "\"disabled:maybe\"", "disabled: takes yes or no, or nothing"),
        ("name>mars",      "\"name>mars\"",    "name is a text: write name:word"),
        ("/a\\1/",         "a\\1",             "no references to groups: taken literally"),
        ("/",              "",                 "/ begins a regular expression: /^mars [0-9]+$/"),
        ("~",              "",                 "~ is followed by letters that come in this order: ~mrs finds Mars"),
    ]

    @Test(arguments: mistakes)
    func saysWhatIsWrongAndGoesOn(line: String, text: String, hint: String) {
        let parsed = Query.read("mars " + line)
        let expected = text == "a\\1" ? "\"a\\\\1\"" : text
        #expect(parsed.query.text == "mars" + (expected.isEmpty ? "" : " ") + expected)
        #expect(parsed.hints.map(\.message) == [hint])
        #expect(parsed.hints.allSatisfy { $0.range.lowerBound >= 5 && $0.range.upperBound <= line.count + 5 })
    }

    @Test func takesAWrongExpressionLiterally() {
        let parsed = Query.read("/a[/")
        #expect(parsed.query.terms == [.init(.text(.contains("a["), in: nil))])
        #expect(parsed.hints.count == 1 && parsed.hints[0].message.hasSuffix(": taken literally"))
    }

    /// A mark joins what stands before it to one character, which is none of the language; it is read for itself.
    // swift-format-ignore
    static let marked: [(line: String, query: Query)] = [
        ("\u{301}a b",            Query([.init(.text(.contains("\u{301}a"), in: nil)), .init(.text(.contains("b"), in: nil))])),
        ("\"\u{301}a b\"",        Query([.init(.text(.contains("\u{301}a b"), in: nil))])),
        ("a \u{301}b",            Query([.init(.text(.contains("a"), in: nil)), .init(.text(.contains("\u{301}b"), in: nil))])),
        ("!\u{301}a",             Query([.init(.text(.contains("\u{301}a"), in: nil), isNegated: true)])),
        ("~\u{301}a",             Query([.init(.text(.fuzzy("\u{301}a"), in: nil))])),
        ("/\u{301}a b/",          Query([.init(.text(.regex("\u{301}a b"), in: nil))])),
        ("/a\\/\u{301}b/",        Query([.init(.text(.regex("a/\u{301}b"), in: nil))])),
        ("name:\u{301}a",         Query([.init(.text(.contains("\u{301}a"), in: .name))])),
        ("name=\"\u{301}a\"",     Query([.init(.text(.equals("\u{301}a"), in: .name))])),
        ("name=\u{338}a",         Query([.init(.text(.equals("\u{338}a"), in: .name))])),
        ("\"a\\\"\u{301}b\"",    Query([.init(.text(.contains("a\"\u{301}b"), in: nil))])),
        ("\"a\\\\\u{301}\"",     Query([.init(.text(.contains("a\\\u{301}"), in: nil))])),
    ]

    @Test(arguments: marked)
    func readsMarksForThemselves(line: String, query: Query) {
        let parsed = Query.read(line)
        #expect(parsed.query == query)
        #expect(parsed.hints.isEmpty)
        #expect(Query(parsing: query.text) == query, "\(query.text)")
    }

    @Test func hintsCountCharacters() {
        #expect(Query.read("e\u{301}e\u{301} !").hints.map(\.range) == [3..<4])
        #expect(Query.read("e\u{301} !\u{301} naem:x").hints.map(\.range) == [4..<8])
    }

    /// Whatever is typed, what is understood of it is written so that it is understood alike.
    @Test func readsBackWhatItWrites() {
        let seed = UInt64.random(in: 0...999_999)
        var random = SeededRandom(seed: seed)
        let pieces = [
            "mars", "Équipe", "日本", " ", " ", "!", "~", "\"", "/", "\\", ":", "=", "<", ">", ",", "%", "7d", "80%",
            "1.5TB",
            "name", "state", "quota", "used", "modified", "members", "disabled", "critical", "project", "2026-01-31",
            "yes",
            "no", "(", "[", "*", "+", "$", "^", "a b", "{2}", "d", "0", "\u{301}", "\u{338}",
        ]
        for _ in 0..<5000 {
            let line = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            let query = Query(parsing: line)
            #expect(Query(parsing: query.text) == query, "seed \(seed), line \(line), written \(query.text)")
        }
    }
}
