import Glibc
import SpacesQuery
import Testing
import TestSupport

@Suite("Regular expressions")
struct RegularExpressionTests {
    // swift-format-ignore
    static let cases: [(expression: String, text: String, match: [Range<Int>?]?)] = [
        ("b+",            "abbc",          [1..<3]),
        ("b+?",           "abbc",          [1..<2]),
        ("a|ab",          "ab",            [0..<1]),
        ("(a)|(b)",       "xb",            [1..<2, nil, 1..<2]),
        ("(?:a|b)(c)",    "abc",           [1..<3, 2..<3]),
        ("^$",            "",              [0..<0]),
        ("x*",            "aaa",           [0..<0]),
        ("(a*)*b",        "aab",           [0..<3, 0..<2]),
        ("a{2,3}",        "aaaa",          [0..<3]),
        ("a{2}$",         "aaa",           [1..<3]),
        ("[^a-c]+",       "abcdé",         [3..<6]),
        ("[]x]+",         "a]x",           [1..<3]),
        ("[\\d.-]+",      "v1.2-3",        [1..<6]),
        ("[[:upper:]]+",  "abCD",          [2..<4]),
        ("\\bmars\\b",    "x mars.",       [2..<6]),
        ("\\<m.*s\\>",    "am mars",       [3..<7]),
        ("\\Bars",        "mars",          [1..<4]),
        ("a.b",           "a\nb",          [0..<3]),
        ("日.",            "x日本",          [1..<7]),
        ("a)",            "a)",            [0..<2]),
        ("mars",          "venus",         nil),
        ("\\$\\{",        "${",            [0..<2]),
    ]

    @Test(arguments: cases)
    func finds(expression: String, text: String, match: [Range<Int>?]?) throws {
        var steps = 10_000
        var compiled = try RegularExpression(expression, ignoringCase: false)
        #expect(try compiled.firstMatch(in: text, steps: &steps) == match)
        #expect(try compiled.matches(text, steps: &steps) == (match != nil))
    }

    @Test(arguments: [("straße", "STRASSE", false), ("É", "é", true), ("[a-c]+$", "ABC", true), ("[^a]", "A", false)])
    func ignoresCase(expression: String, text: String, fits: Bool) throws {
        var steps = 10_000
        var compiled = try RegularExpression(expression, ignoringCase: true)
        #expect(try compiled.matches(text, steps: &steps) == fits)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("(a",         "a ( is not closed"),
        ("[a",         "a [ is not closed"),
        ("[z-a]",      "a range in [ ] runs backwards"),
        ("[[:nix:]]",  "no such class of characters"),
        ("*a",         "there is nothing before a *, + or ? to be repeated"),
        ("a{x}",       "the braces { } hold no numbers such as {2,5}"),
        ("a{3,2}",     "the braces { } hold no numbers such as {2,5}"),
        ("a\\",        "there is nothing after the last \\"),
        ("(a)\\1",     "no references to groups"),
        ("(?=a)",      "(? is followed by : and nothing else here"),
        (String(repeating: "(abcdefgh", count: 20) + String(repeating: "){3}", count: 6) + String(repeating: ")", count: 14),
         "the expression becomes too long when its repetitions are written out"),
    ])
    func says(expression: String, problem: String) {
        #expect(RegularExpression.problem(of: expression) == problem)
    }

    /// Steps are what time is in proportion to; these would take an engine that goes back hours or longer than the sun lasts.
    @Test(arguments: ["a.*b", "(a+)+$|b", "(a|a)*b", "(a*)*b", "(.*)(.*)(.*)(.*)b", "(a?){30}a{30}b", "(a|aa)+b"])
    func takesStepsInProportionToTheText(expression: String) throws {
        let text = String(repeating: "a", count: 100_000)
        var steps = 150_000
        var compiled = try RegularExpression(expression, ignoringCase: true)
        _ = try compiled.matches(text, steps: &steps)
        #expect(steps >= 0)
    }

    @Test func givesUpWithoutSteps() throws {
        var steps = 10
        var compiled = try RegularExpression("a", ignoringCase: false)
        #expect(throws: OutOfSteps.self) { try compiled.matches(String(repeating: "b", count: 100), steps: &steps) }
        #expect(throws: OutOfSteps.self) { try compiled.firstMatch(in: "bbb", steps: &steps) }
    }

    @Test func forgetsStatesAndStillFinds() throws {
        var generator = SeededRandom(seed: 14)
        // Wants to remember which of the last 14 letters were an a: 16,384 states.
        var compiled = try RegularExpression("a[ab]{13}c", ignoringCase: false)
        var text = ""
        for _ in 0..<30_000 { text.append(Bool.random(using: &generator) ? "a" : "b") }
        var steps = Int.max
        #expect(try !compiled.matches(text, steps: &steps))
        #expect(try compiled.matches(text + "abababababababc", steps: &steps))
    }

    @Test("What the C library finds, this finds")
    func agreesWithTheCLibrary() throws {
        let seed = UInt64.random(in: 0..<1_000_000)
        var generator = SeededRandom(seed: seed)
        var compared = 0
        while compared < 3000 {
            let expression = Self.expression(depth: 3, &generator)
            guard RegularExpression.problem(of: expression) == nil else { continue }
            var regex = regex_t()
            guard regcomp(&regex, expression, REG_EXTENDED | REG_NOSUB) == 0 else { continue }
            defer { regfree(&regex) }
            var compiled = try RegularExpression(expression, ignoringCase: false)
            for _ in 0..<5 {
                let text = String(
                    (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                        ["a", "b", "c", " "].randomElement(using: &generator) ?? "a"
                    })
                var steps = 1_000_000
                let fits = try compiled.matches(text, steps: &steps)
                #expect(
                    fits == (regexec(&regex, text, 0, nil, 0) == 0),
                    "\(expression) in “\(text)”, seed \(seed)")
                #expect(
                    try (compiled.firstMatch(in: text, steps: &steps) != nil) == fits,
                    "\(expression) in “\(text)”, seed \(seed)")
                compared += 1
            }
        }
    }

    private static func expression(depth: Int, _ generator: inout SeededRandom) -> String {
        let atoms = ["a", "b", "c", ".", "[ab]", "[^a]", "^", "$", "\\w", "\\b"]
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let isGroup = depth > 0 && Int.random(in: 0..<3, using: &generator) == 0
            let atom =
                isGroup
                ? "(" + expression(depth: depth - 1, &generator) + ")" : atoms.randomElement(using: &generator) ?? "a"
            // The C library takes minutes for loops in loops, and finds what is not there where places are repeated.
            let signs = isGroup ? ["", "?"] : ["", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,}"]
            let sign = signs.randomElement(using: &generator) ?? ""
            text += ["^", "$", "\\b"].contains(atom) ? atom : atom + sign
            if Int.random(in: 0..<6, using: &generator) == 0 { text += "|" }
        }
        return text
    }
}
