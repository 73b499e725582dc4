import Foundation
import SpacesModel
@testable import SpacesQuery

extension FuzzTarget {
    /// A query reads back from what it writes, hints and marks lie within the text, and looking for it takes no steps but those
    /// that it was given.
    static let query = FuzzTarget(
        name: "query", longest: 100,
        words: QueryField.allCases.map { $0.rawValue + ":" } + [
            "!", "~", "/", "\"", "\\", "<=", ">=", "=", "80.5%", "1.5TB", "7d", "3mon", "2026-01-31", "unlimited",
            "critical",
            "disabled", "project", "no", "é", "E\u{301}", "\u{301}", "\u{338}",
            "日本", "[a-z]+", "(a|b)*", ",", "'", "∞",
        ]
    ) { bytes throws(Broken) in
        let line = bytes.text
        let read = Query.read(line)
        let written = read.query.text
        let again = Query(parsing: written)
        try hold(again == read.query && again.text.utf8.elementsEqual(written.utf8), "\(written) becomes \(again.text)")
        let count = line.count
        for hint in read.hints {
            try hold(
                hint.range.lowerBound >= 0 && hint.range.upperBound <= count, "a hint at \(hint.range) of \(count)")
        }
        for offset in [0, count / 2, count] {
            guard let completion = QueryCompletion(line, at: offset, people: ["Ada Lovelace"]) else { continue }
            try hold(
                completion.range.lowerBound >= 0 && completion.range.upperBound == offset
                    && !completion.choices.isEmpty,
                "completes \(completion.range) at \(offset)")
        }
        var steps = 20_000
        _ = allowed { () throws(OutOfSteps) in
            try read.query.matches(Found.spaces, index: Found.index, context: Found.context, steps: &steps)
        }
        for name in ["Équipe Mars 2", line] {
            let marks = read.query.highlights(in: name, of: .name)
            try hold(
                zip(marks, marks.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }
                    && (marks.last?.upperBound ?? 0) <= name.count, "marks \(marks) in \(name)")
        }
    }

    /// Of an expression and, behind a line end, a text: both ways to look agree, and take steps in proportion to both.
    static let expression = FuzzTarget(
        name: "expression", longest: 120,
        words: [
            "(?:", "(", ")", "|", "*", "+?", "{2,3}", "{0}", "[^", "[[:alpha:]]", "]", "\\d", "\\W", "\\b", "\\<", "^",
            "$", ".",
            "\\n", "a", "b", "É", "日", "\n", "aaaa", "(a*)*", "ǅ",
        ]
    ) { bytes throws(Broken) in
        let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0).text }
        let (expression, text) = (parts[0], parts.count == 2 ? parts[1] : "")
        for ignoresCase in [true, false] {
            let read = allowed { () throws(RegularExpression.Problem) in
                try RegularExpression(expression, ignoringCase: ignoresCase)
            }
            guard var compiled = read else {
                try hold(RegularExpression.problem(of: expression) != nil, "refused without a reason")
                return
            }
            // Each scalar costs at most ten steps and one for every place, and a look at every set the first time.
            let most = ExpressionProgram.longest * 3 * 11 + ExpressionParser.longest
            var steps = (text.unicodeScalars.count + 1) * most
            let answer = allowed { () throws(OutOfSteps) in try compiled.matches(text, steps: &steps) }
            let first = allowed { () throws(OutOfSteps) in try compiled.firstMatch(in: text, steps: &steps) }
            guard let fits = answer, let match = first else { throw Broken(description: "out of steps") }
            try hold(fits == (match != nil), "one way \(fits), the other \(match.debugDescription)")
            for range in match ?? [] {
                guard let range else { continue }
                try hold(
                    range.upperBound <= text.utf8.count
                        && String(validating: Array(text.utf8)[range], as: UTF8.self) != nil, "a group at \(range)")
            }
        }
    }
}

/// What queries are tried on.
private enum Found {
    static let spaces: [Space] = [
        Space(id: SpaceID("store$1"), name: "Équipe Mars 2", subtitle: "For the trip there"),
        Space(id: SpaceID("store$2"), name: "archive 2019", subtitle: ""),
        Space(id: SpaceID("store$3"), name: "日本 👩‍🚀", subtitle: String(repeating: "a", count: 60)),
    ]
    static let index = SearchIndex(spaces)
    static let context = QueryContext(
        now: Date(timeIntervalSince1970: 1_795_000_000), timeZone: .gmt, pinned: [SpaceID("store$2")])
}
