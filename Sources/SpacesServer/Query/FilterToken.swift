/// The words that a filter is made of.
enum FilterToken: Sendable, Equatable {
    case open
    case close
    case comma
    /// A name, a bare value, `and`, `or`, `not`.
    case word(String)
    /// A value in single quotes, the quotes taken off.
    case quoted(String)
    /// `eq`, `ne` and the like.
    case comparison(String)
    /// A name before a bracket.
    case function(String)

    var text: String {
        switch self {
        case .open: "("
        case .close: ")"
        case .comma: ","
        case .word(let text), .quoted(let text), .comparison(let text), .function(let text): text
        }
    }

    var isFunction: Bool {
        if case .function = self { true } else { false }
    }

    /// Brackets within brackets, beyond which nobody wrote the filter: what reads it goes as deep as they do.
    private static let deepest = 32

    private static let comparisons: Set<String> = ["eq", "ne", "gt", "ge", "lt", "le", "in", "has"]

    /// Splits a filter; what no token begins with is refused, and so is an unquoted id with a storage.
    static func tokens(of text: String, allowsBareIdentifiers: Bool) throws(GraphError) -> [FilterToken] {
        var tokens: [FilterToken] = []
        // By scalars: a quote with a combining mark behind it is a quote.
        var rest = text.unicodeScalars[...]
        var depth = 0
        while let scalar = rest.first {
            switch scalar {
            case _ where scalar.properties.isWhitespace: rest.removeFirst()
            case "(":
                // `name(`, but not `eq (` nor `not (`.
                if case .word(let word) = tokens.last, !["and", "or", "not"].contains(word) {
                    tokens[tokens.count - 1] = .function(word)
                }
                tokens.append(.open)
                rest.removeFirst()
                depth += 1
                if depth > deepest { throw .invalidRequest("The filter is nested too deep") }
            case ")":
                tokens.append(.close)
                rest.removeFirst()
                depth -= 1
            case ",":
                tokens.append(.comma)
                rest.removeFirst()
            case "'": tokens.append(.quoted(try quoted(&rest)))
            default:
                let word = String(rest.prefix { isPart($0, allowsBareIdentifiers: allowsBareIdentifiers) })
                if word.isEmpty || (!allowsBareIdentifiers && isBadWord(word)) {
                    let remainder = word.isEmpty ? String(rest.prefix { !$0.properties.isWhitespace }) : word
                    throw .invalidRequest("Token '\(remainder)' is invalid")
                }
                rest.removeFirst(word.unicodeScalars.count)
                tokens.append(token(word, isAfter: tokens.last))
            }
        }
        return tokens
    }

    private static func token(_ word: String, isAfter previous: FilterToken?) -> FilterToken {
        let lowered = word.lowercased()
        // A word right after a comparison is a value, whatever it is called.
        if case .comparison = previous { return .word(word) }
        if comparisons.contains(lowered) { return .comparison(lowered) }
        return ["and", "or", "not"].contains(lowered) ? .word(lowered) : .word(word)
    }

    private static func quoted(_ rest: inout Substring.UnicodeScalarView) throws(GraphError) -> String {
        let start = rest
        var value = String.UnicodeScalarView()
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            if scalar != "'" {
                value.append(scalar)
            } else if rest.first == "'" {
                // Two quotes are one.
                value.append("'")
                rest.removeFirst()
            } else {
                return String(value)
            }
        }
        throw .invalidRequest("Token '\(String(start))' is invalid")
    }

    private static func isPart(_ scalar: Unicode.Scalar, allowsBareIdentifiers: Bool) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "_-./@:".unicodeScalars.contains(scalar)
            || (allowsBareIdentifiers && "$!".unicodeScalars.contains(scalar))
    }

    /// A word with dashes is taken only when it is a UUID: the real parser knows no other bare value of that kind.
    private static func isBadWord(_ word: String) -> Bool {
        word.contains("-")
            && word.split(separator: "-", omittingEmptySubsequences: false).map(\.count) != [8, 4, 4, 4, 12]
    }
}
