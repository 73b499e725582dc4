import Localization

/// An expression as instructions for a machine that is in many states at once and never goes back.
///
/// Source: the construction of Thompson (Communications of the ACM 11, 1968), with the order of branches kept for groups.
struct ExpressionProgram: Sendable {
    enum Instruction: Sendable {
        /// Takes one scalar of the set of this number.
        case scalar(set: Int, next: Int)
        /// Goes on at both, rather at the first.
        case either(Int, Int)
        case assertion(ExpressionSyntax.Assertion, next: Int)
        /// Remembers the place: where the group of this number begins (2 n) or ends (2 n + 1).
        case save(Int, next: Int)
        case match
    }

    private(set) var instructions: [Instruction] = [.match]
    /// The different sets, by number.
    private(set) var sets: [ScalarSet] = []
    private(set) var start = 0
    let groupCount: Int
    /// Whether words are told from the rest.
    private(set) var needsWords = false

    /// More instructions than any expression for names needs.
    static let longest = 5000

    /// - Throws: `RegularExpression.Problem` where the expression is wrong or becomes too long.
    init(_ text: String, ignoresCase: Bool) throws(RegularExpression.Problem) {
        var parser = ExpressionParser(text, ignoresCase: ignoresCase)
        let syntax = try parser.parse()
        groupCount = parser.groupCount
        guard syntax.size <= Self.longest else {
            throw .init(localized("the expression becomes too long when its repetitions are written out"))
        }
        start = append(syntax, before: 0)
    }

    /// Appends what does this and then goes on at `next`; returns where it begins.
    private mutating func append(_ syntax: ExpressionSyntax, before next: Int) -> Int {
        switch syntax {
        case .empty: return next
        case .scalar(let set): return append(.scalar(set: number(of: set), next: next))
        case .assertion(let assertion):
            if assertion != .start, assertion != .end { needsWords = true }
            return append(.assertion(assertion, next: next))
        case .sequence(let parts): return parts.reversed().reduce(next) { append($1, before: $0) }
        case .choice(let branches):
            let starts = branches.map { append($0, before: next) }
            return starts.dropLast().reversed().reduce(starts[starts.count - 1]) { append(.either($1, $0)) }
        case .group(let part, let number):
            let end = append(.save(2 * number + 1, next: next))
            let begin = append(part, before: end)
            return append(.save(2 * number, next: begin))
        case .repetition(let part, let least, let most, let isGreedy):
            var at = next
            if let most {
                for _ in 0..<(most - least) { at = append(fork(append(part, before: at), next, isGreedy)) }
            } else {
                let loop = append(.match)
                instructions[loop] = fork(append(part, before: loop), next, isGreedy)
                at = loop
            }
            for _ in 0..<least { at = append(part, before: at) }
            return at
        }
    }

    private func fork(_ part: Int, _ next: Int, _ isGreedy: Bool) -> Instruction {
        isGreedy ? .either(part, next) : .either(next, part)
    }

    private mutating func append(_ instruction: Instruction) -> Int {
        instructions.append(instruction)
        return instructions.count - 1
    }

    private mutating func number(of set: ScalarSet) -> Int {
        if let known = sets.firstIndex(of: set) { return known }
        sets.append(set)
        return sets.count - 1
    }
}
