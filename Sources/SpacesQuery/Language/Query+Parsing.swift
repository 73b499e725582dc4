import Localization
import SpacesModel

extension Query {
    /// Reads a query from a line of text. It never fails: what is no condition is looked for as a word, with a hint.
    package init(parsing line: String) {
        self = Query.read(line).query
    }

    /// The query and the hints about it, for a field in which it is being typed.
    package static func read(_ line: String) -> ParsedQuery {
        var reader = QueryReader(places: CharacterPlaces(line))
        var terms: [Term] = []
        for token in QueryToken.tokens(of: Array(line.unicodeScalars)) {
            if let term = reader.term(of: token) { terms.append(term) }
        }
        return ParsedQuery(query: Query(terms), hints: reader.hints)
    }
}

/// Makes terms of tokens and collects hints.
private struct QueryReader {
    /// Where the characters of the line are, which hints count in.
    let places: CharacterPlaces
    var hints: [QueryHint] = []

    /// The condition that a token stands for; `nil` for one that has only begun.
    mutating func term(of token: QueryToken) -> Query.Term? {
        let marks = token.text.prefix { $0 == "!" }.count
        let rest = QueryToken(text: Array(token.text.dropFirst(marks)), start: token.start + marks)
        guard !rest.text.isEmpty else {
            hint(token.range, localized("! is followed by what must not be: !disabled: or !archive"))
            return nil
        }
        guard let term = fieldTerm(of: rest) ?? textTerm(of: rest) else { return nil }
        return Query.Term(term.condition, isNegated: term.isNegated != (marks % 2 == 1))
    }

    private mutating func textTerm(of token: QueryToken) -> Query.Term? {
        pattern(of: token).map { Query.Term(.text($0, in: nil)) }
    }

    /// A term of the form field, operator, value; `nil` where the token does not begin like one.
    private mutating func fieldTerm(of token: QueryToken) -> Query.Term?? {
        let name = token.text.prefix { $0.properties.isAlphabetic }
        let after = token.text.dropFirst(name.count)
        guard !name.isEmpty, let mark = after.first, ":=<>".unicodeScalars.contains(mark) else { return nil }
        guard let field = QueryField(rawValue: name.string.lowercased()) else {
            let word = name.string
            let near = Spelling.nearest(to: word, among: QueryField.allCases.map(\.rawValue))
            hint(
                token.start..<token.start + name.count,
                near.map { localized("no field \(word); did you mean \($0)?") }
                    ?? localized("no field \(word); looked for as text"))
            return nil
        }
        let sign = after.prefix(2).string.isComparison ? after.prefix(2).string : String(mark)
        let value = QueryToken(
            text: Array(after.dropFirst(sign.count)), start: token.start + name.count + sign.count)
        return .some(condition(of: field, sign, value, in: token))
    }

    private mutating func condition(
        of field: QueryField, _ sign: String, _ value: QueryToken, in token: QueryToken
    ) -> Query.Term? {
        switch field.kind {
        case .flag: return flagTerm(field, value, in: token)
        case _ where value.text.isEmpty:
            hint(token.range, localized("\(field.rawValue): \(field.summary), such as \(field.example)"))
            return nil
        case .text: return textTerm(field, sign, value, in: token)
        case .words(let words): return wordsTerm(field, value, words, in: token)
        case .size: return valueTerm(field, sign, value, in: token, SizeValue.reading) { .size($0, $1, of: field) }
        case .time: return valueTerm(field, sign, value, in: token, TimeValue.reading) { .time($0, $1, of: field) }
        case .count:
            return valueTerm(field, sign, value, in: token, { Int($0).flatMap { $0 < 0 ? nil : $0 } }) {
                .count($0, $1, of: field)
            }
        }
    }

    private mutating func flagTerm(_ field: QueryField, _ value: QueryToken, in token: QueryToken) -> Query.Term? {
        switch value.text.string.lowercased() {
        case "", "yes", "true": return Query.Term(.flag(field))
        case "no", "false": return Query.Term(.flag(field), isNegated: true)
        default: return literally(token, localized("\(field.rawValue): takes yes or no, or nothing"))
        }
    }

    private mutating func textTerm(
        _ field: QueryField, _ sign: String, _ value: QueryToken, in token: QueryToken
    ) -> Query.Term? {
        switch sign {
        case ":": return pattern(of: value).map { Query.Term(.text($0, in: field)) }
        case "=": return Query.Term(.text(.equals(literal(of: value)), in: field))
        default: return literally(token, localized("\(field.rawValue) is a text: write \(field.rawValue):word"))
        }
    }

    private mutating func wordsTerm(
        _ field: QueryField, _ value: QueryToken, _ words: [String], in token: QueryToken
    ) -> Query.Term? {
        let written = literal(of: value).lowercased().split(separator: ",").map(String.init)
        for word in written where !words.contains(where: { $0.hasPrefix(word) }) {
            let shown = word
            let near = Spelling.nearest(to: word, among: words)
            return literally(
                token,
                near.map { localized("no \(field.rawValue) \(shown); did you mean \($0)?") }
                    ?? localized("no \(field.rawValue) \(shown); one of \(words.joined(separator: ", "))"))
        }
        return written.isEmpty ? nil : Query.Term(.words(written, in: field))
    }

    private mutating func valueTerm<Value>(
        _ field: QueryField, _ sign: String, _ written: QueryToken, in token: QueryToken, _ read: (String) -> Value?,
        _ make: (Query.Comparison, Value) -> Query.Condition
    ) -> Query.Term? {
        let comparison = Query.Comparison(rawValue: sign == ":" ? "=" : sign)
        guard let comparison, let value = read(literal(of: written)) else {
            return literally(token, localized("\(field.rawValue) takes a value such as \(field.example)"))
        }
        let text = literal(of: written)
        if field.kind == .size, text != "0", text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }) {
            hint(written.range, localized("\(text) means bytes; did you mean \(text)% or \(text)GB?"))
        }
        return Query.Term(make(comparison, value))
    }

    /// A text that may be quoted, fuzzy or an expression; `nil` when it has only begun.
    private mutating func pattern(of token: QueryToken) -> TextPattern? {
        switch token.text.first {
        case "~" where token.text.count > 1: return .fuzzy(literal(of: token.dropFirst()))
        case "~":
            hint(token.range, localized("~ is followed by letters that come in this order: ~mrs finds Mars"))
            return nil
        case "/": return expression(of: token)
        default:
            let text = literal(of: token)
            return text.isEmpty ? nil : .contains(text)
        }
    }

    private mutating func expression(of token: QueryToken) -> TextPattern? {
        let body = token.text.dropFirst()
        let isClosed = token.text.count > 1 && token.text.last == "/" && !endsInEscape(body.dropLast())
        let inside = (isClosed ? body.dropLast() : body).string.replacingEscapedSlashes
        if inside.isEmpty {
            hint(token.range, localized("/ begins a regular expression: /^mars [0-9]+$/"))
            return nil
        }
        if let problem = RegularExpression.problem(of: inside) {
            hint(token.range, localized("\(problem): taken literally"))
            return .contains(inside)
        }
        return .regex(inside)
    }

    private func endsInEscape(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.reversed().prefix { $0 == "\\" }.count % 2 == 1
    }

    /// The text of a token without its quotes; a quote that is not closed yet is taken as closed at the end.
    private mutating func literal(of token: QueryToken) -> String {
        guard token.text.first == "\"" else { return token.text.string }
        var text = ""
        var isEscaped = false
        for scalar in token.text.dropFirst() {
            if isEscaped || (scalar != "\\" && scalar != "\"") {
                text.unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            }
        }
        return text
    }

    private mutating func literally(_ token: QueryToken, _ message: String) -> Query.Term {
        hint(token.range, message)
        return Query.Term(.text(.contains(token.text.string), in: nil))
    }

    private mutating func hint(_ range: Range<Int>, _ message: String) {
        hints.append(QueryHint(places.characters(holding: range), message))
    }
}

extension QueryToken {
    fileprivate func dropFirst() -> QueryToken { QueryToken(text: Array(text.dropFirst()), start: start + 1) }
}

extension String {
    fileprivate var isComparison: Bool { count == 2 && Query.Comparison(rawValue: self) != nil }

    /// The expression without the escapes that only kept its slashes from ending it.
    fileprivate var replacingEscapedSlashes: String {
        var result = ""
        var isEscaped = false
        for scalar in unicodeScalars {
            if isEscaped {
                if scalar != "/" { result.append("\\") }
                result.unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return isEscaped ? result + "\\" : result
    }
}
