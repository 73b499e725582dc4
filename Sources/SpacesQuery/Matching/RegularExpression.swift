import Localization
import Glibc

/// A POSIX extended regular expression, without regard to case.
///
/// The C library's engine looks at each character once whatever the expression, so that none that a person types can hold
/// up the screen, as engines that go back and try again can; what would make it go back (`\1`) is refused.
struct RegularExpression: ~Copyable {
    private let compiled: regex_t

    /// One that is not `isLocating` only says whether it fits, which is quicker.
    /// - Throws: `Problem` with what is wrong with the expression.
    init(_ expression: String, ignoringCase: Bool, isLocating: Bool = false) throws(Problem) {
        if let problem = Self.problem(in: expression) { throw problem }
        let flags = REG_EXTENDED | (isLocating ? 0 : REG_NOSUB) | (ignoringCase ? REG_ICASE : 0)
        var regex = regex_t()
        let status = regcomp(&regex, Self.translated(expression), flags)
        if status != 0 {
            throw Problem(sentence: Self.words(for: status))
        }
        compiled = regex
    }

    /// What the C library finds wrong, in the language of the person.
    private static func words(for status: Int32) -> String {
        switch reg_errcode_t(rawValue: numericCast(status)) {
        case _REG_EBRACK: localized("a [ is not closed")
        case _REG_EPAREN: localized("a ( is not closed")
        case _REG_EBRACE, _REG_BADBR: localized("the braces { } hold no numbers such as {2,5}")
        case _REG_BADRPT: localized("there is nothing before a *, + or ? to be repeated")
        case _REG_EESCAPE: localized("there is nothing after the last \\")
        case _REG_ERANGE: localized("a range in [ ] runs backwards")
        case _REG_ECTYPE, _REG_ECOLLATE: localized("no such class of characters")
        default: localized("not a regular expression")
        }
    }

    deinit {
        var regex = compiled
        regfree(&regex)
    }

    struct Problem: Error {
        var sentence: String
    }

    /// Whether the text has a place that fits.
    func matches(_ text: String) -> Bool {
        withUnsafePointer(to: compiled) { regexec($0, text, 0, nil, 0) == 0 }
    }

    /// The first place that fits, in bytes of the text; `nil` where none does.
    func place(in text: String) -> Range<Int>? {
        var found = regmatch_t()
        guard withUnsafePointer(to: compiled, { regexec($0, text, 1, &found, 0) }) == 0, found.rm_so >= 0 else {
            return nil
        }
        return Int(found.rm_so)..<max(Int(found.rm_so), Int(found.rm_eo))
    }

    /// What is wrong with an expression, or `nil`.
    static func problem(of expression: String) -> String? {
        do throws(Problem) {
            _ = try RegularExpression(expression, ignoringCase: true)
            return nil
        } catch {
            return error.sentence
        }
    }

    private static let mostRepetitions = 1000

    private static func problem(in expression: String) -> Problem? {
        if expression.utf8.count > 500 { return Problem(sentence: localized("an expression has at most 500 letters")) }
        if expression.contains("\0") { return Problem(sentence: localized("an expression holds no zero byte")) }
        // Repetitions of repetitions make automata of millions of states.
        let repetitions = expression.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { rest in
            rest.prefix { $0.isNumber || $0 == "," }.split(separator: ",").map { Int($0) ?? .max }.max() ?? 1
        }
        var product = 1
        for count in repetitions {
            product = product.multipliedReportingOverflow(by: max(1, count)).overflow ? .max : product * max(1, count)
            if product > mostRepetitions {
                return Problem(
                    sentence: localized("repetitions such as {3} come to more than \(mostRepetitions) in all"))
            }
        }
        var isEscaped = false
        for character in expression {
            if isEscaped, character.isNumber { return Problem(sentence: localized("no references to groups")) }
            isEscaped = character == "\\" && !isEscaped
        }
        return nil
    }

    /// The expression in the words of POSIX, which has no `\d`.
    private static func translated(_ expression: String) -> String {
        var result = ""
        var isEscaped = false
        for character in expression {
            if isEscaped {
                switch character {
                case "d": result += "[0-9]"
                case "D": result += "[^0-9]"
                default: result += "\\" + String(character)
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return isEscaped ? result + "\\" : result
    }
}
