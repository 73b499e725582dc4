import Localization

/// Reads the text of an expression: POSIX extended, with the escapes that people know from elsewhere (`\d \w \s \b`),
/// `(?:…)`, and `*?` for as little as possible. What would want to try again and again (`\1`, `(?=…)`) is refused.
struct ExpressionParser {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private let ignoresCase: Bool
    private(set) var groupCount = 0
    /// What the numbers in braces come to when they are multiplied.
    private var repetitions = 1

    static let longest = 500
    private static let mostRepetitions = 1000

    init(_ text: String, ignoresCase: Bool) {
        scalars = Array(text.unicodeScalars)
        self.ignoresCase = ignoresCase
    }

    /// - Throws: `RegularExpression.Problem` with what is wrong with the expression.
    mutating func parse() throws(RegularExpression.Problem) -> ExpressionSyntax {
        if scalars.count > Self.longest { throw .init(localized("an expression has at most 500 letters")) }
        return try choice(isInGroup: false)
    }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        at += 1
        return true
    }

    private mutating func choice(isInGroup: Bool) throws(RegularExpression.Problem) -> ExpressionSyntax {
        var branches = [try sequence(isInGroup: isInGroup)]
        while take("|") { branches.append(try sequence(isInGroup: isInGroup)) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence(isInGroup: Bool) throws(RegularExpression.Problem) -> ExpressionSyntax {
        var parts: [ExpressionSyntax] = []
        while let scalar = next, scalar != "|", !(scalar == ")" && isInGroup) {
            parts.append(try repeated(try atom()))
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func atom() throws(RegularExpression.Problem) -> ExpressionSyntax {
        let scalar = scalars[at]
        at += 1
        switch scalar {
        case "(": return try group()
        case "[": return .scalar(try brackets())
        case ".": return .scalar(.any)
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case "*", "+", "?": throw .init(localized("there is nothing before a *, + or ? to be repeated"))
        case "{": throw .init(localized("the braces { } hold no numbers such as {2,5}"))
        case "\\": return try escape()
        default: return .scalar(ScalarSet(scalar, ignoresCase: ignoresCase))
        }
    }

    private mutating func group() throws(RegularExpression.Problem) -> ExpressionSyntax {
        var number: Int?
        if take("?") {
            guard take(":") else { throw .init(localized("(? is followed by : and nothing else here")) }
        } else {
            groupCount += 1
            number = groupCount
        }
        let inside = try choice(isInGroup: true)
        guard take(")") else { throw .init(localized("a ( is not closed")) }
        return number.map { .group(inside, $0) } ?? inside
    }

    private mutating func escape() throws(RegularExpression.Problem) -> ExpressionSyntax {
        guard let scalar = next else { throw .init(localized("there is nothing after the last \\")) }
        at += 1
        if let named = Self.named(scalar) {
            return .scalar(ScalarSet(classes: [named.0], isNegated: named.isNegated))
        }
        switch scalar {
        case "b": return .assertion(.wordBorder)
        case "B": return .assertion(.noWordBorder)
        case "<": return .assertion(.wordStart)
        case ">": return .assertion(.wordEnd)
        case "0"..."9": throw .init(localized("no references to groups"))
        default: return .scalar(ScalarSet(Self.control(scalar) ?? scalar, ignoresCase: ignoresCase))
        }
    }

    /// The class of `\d` and its like.
    private static func named(_ scalar: Unicode.Scalar) -> (ScalarClass, isNegated: Bool)? {
        switch scalar {
        case "d": (.digit, false)
        case "D": (.digit, true)
        case "w": (.word, false)
        case "W": (.word, true)
        case "s": (.space, false)
        case "S": (.space, true)
        default: nil
        }
    }

    private static func control(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "n": "\n"
        case "r": "\r"
        case "t": "\t"
        default: nil
        }
    }

    private mutating func repeated(_ part: ExpressionSyntax) throws(RegularExpression.Problem) -> ExpressionSyntax {
        var part = part
        while let sign = next {
            let counts: (least: Int, most: Int?)
            switch sign {
            case "*": counts = (0, nil)
            case "+": counts = (1, nil)
            case "?": counts = (0, 1)
            case "{": counts = try braces()
            default: return part
            }
            if sign != "{" { at += 1 }
            part = .repetition(part, least: counts.least, most: counts.most, isGreedy: !take("?"))
        }
        return part
    }

    /// `{2}`, `{2,}` or `{2,5}`.
    private mutating func braces() throws(RegularExpression.Problem) -> (least: Int, most: Int?) {
        at += 1
        let least = number()
        var most = least
        if take(",") { most = number() }
        guard let least, take("}"), most.map({ $0 >= least }) ?? true else {
            throw .init(localized("the braces { } hold no numbers such as {2,5}"))
        }
        // Repetitions of repetitions make automata of millions of states.
        let product = repetitions.multipliedReportingOverflow(by: max(1, most ?? least))
        repetitions = product.overflow ? .max : product.partialValue
        if repetitions > Self.mostRepetitions {
            throw .init(localized("repetitions such as {3} come to more than \(Self.mostRepetitions) in all"))
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar) {
            digits.unicodeScalars.append(scalar)
            at += 1
        }
        return digits.isEmpty ? nil : Int(digits.prefix(9))
    }
}

extension ExpressionParser {
    /// What stands between `[` and `]`; a `]` right at the beginning is one of the letters.
    private mutating func brackets() throws(RegularExpression.Problem) -> ScalarSet {
        var set = ScalarSet(isNegated: take("^"), ignoresCase: ignoresCase)
        var isFirst = true
        while let scalar = next {
            at += 1
            if scalar == "]", !isFirst { return set }
            isFirst = false
            if scalar == "[", next == ":" {
                set.classes.append(try posixClass())
                continue
            }
            if scalar == "\\", let named = next.flatMap(Self.named) {
                at += 1
                if named.isNegated { set.complements.append(named.0) } else { set.classes.append(named.0) }
                continue
            }
            let first = bracketScalar(scalar)
            guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
                set.ranges.append(first.value...first.value)
                continue
            }
            at += 2
            let last = bracketScalar(scalars[at - 1])
            guard last >= first else { throw .init(localized("a range in [ ] runs backwards")) }
            set.ranges.append(first.value...last.value)
        }
        throw .init(localized("a [ is not closed"))
    }

    /// A letter in brackets: a backslash lets a sign stand for itself, before a letter it is one.
    private mutating func bracketScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar == "\\", let escaped = next else { return scalar }
        if let control = Self.control(escaped) {
            at += 1
            return control
        }
        guard escaped.isASCII, !escaped.properties.isAlphabetic, escaped.properties.numericType == nil else {
            return scalar
        }
        at += 1
        return escaped
    }

    private mutating func posixClass() throws(RegularExpression.Problem) -> ScalarClass {
        at += 1
        var name = ""
        while let scalar = next, scalar != ":", scalar != "]" {
            name.unicodeScalars.append(scalar)
            at += 1
        }
        guard take(":"), take("]") else { throw .init(localized("a [ is not closed")) }
        guard let known = ScalarClass(rawValue: name) else { throw .init(localized("no such class of characters")) }
        return known
    }
}
