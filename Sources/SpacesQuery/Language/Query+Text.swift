extension Query {
    /// The query as one line that reads back as the same query.
    package var text: String { terms.map(\.text).joined(separator: " ") }
}

extension Query.Term {
    /// The term as it is typed.
    package var text: String { (isNegated ? "!" : "") + condition.text }
}

extension Query.Condition {
    var text: String {
        switch self {
        case .text(let pattern, nil): pattern.text(quotingFields: true)
        case .text(.equals(let text), let field?): "\(field.rawValue)=" + TextPattern.quoted(text)
        case .text(let pattern, let field?): "\(field.rawValue):" + pattern.text(quotingFields: false)
        case .words(let words, let field): "\(field.rawValue):" + words.joined(separator: ",")
        case .size(let comparison, let value, let field): field.rawValue + comparison.rawValue + value.text
        case .count(let comparison, let value, let field): "\(field.rawValue)\(comparison.rawValue)\(value)"
        case .time(let comparison, let value, let field): field.rawValue + comparison.rawValue + value.text
        case .flag(let field): "\(field.rawValue):"
        }
    }
}

extension TextPattern {
    /// The pattern as it is typed; what would be read as something else is quoted.
    func text(quotingFields: Bool) -> String {
        switch self {
        case .contains(let text), .equals(let text):
            Self.isPlain(text, allowingColons: !quotingFields) ? text : Self.quoted(text)
        case .fuzzy(let text): "~" + (Self.isPlain(text, allowingColons: true) ? text : Self.quoted(text))
        case .regex(let expression): "/" + Self.escapingSlashes(expression) + "/"
        }
    }

    /// Whether a text means itself without quotes.
    private static func isPlain(_ text: String, allowingColons: Bool) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, !"!~/\"".unicodeScalars.contains(first) else { return false }
        return !scalars.contains { scalar in
            scalar.properties.isWhitespace || scalar == "\"" || scalar == "\\"
                || (":=<>".unicodeScalars.contains(scalar) && !allowingColons)
        }
            // After these a quote or a slash would begin something.
            && !zip(scalars, scalars.dropFirst()).contains {
                "!:=<>~".unicodeScalars.contains($0) && ($1 == "\"" || $1 == "/")
            }
    }

    fileprivate static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static func escapingSlashes(_ expression: String) -> String {
        var result = ""
        var isEscaped = false
        for scalar in expression.unicodeScalars {
            if scalar == "/", !isEscaped { result.append("\\") }
            result.unicodeScalars.append(scalar)
            isEscaped = scalar == "\\" && !isEscaped
        }
        return result
    }
}
