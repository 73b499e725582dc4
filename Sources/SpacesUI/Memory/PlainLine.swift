/// A line of a file of keys and values: the part of YAML that a person writes for a list of names.
///
/// Each line is read by itself, so that a damaged one costs nothing but itself; and by scalars, as a combining mark behind a
/// quote makes another character of it.
struct PlainLine: Equatable {
    /// Counted from one.
    let number: Int
    /// True behind a hyphen.
    let isItem: Bool
    /// True where the line begins at the edge.
    let isTop: Bool
    let key: String?
    /// The value without its quotes; `nil` where a quote is not closed.
    let value: String?

    /// All lines that say something.
    static func lines(of text: String) -> [PlainLine] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            line($1, number: $0 + 1)
        }
    }

    private static func line(_ text: Substring, number: Int) -> PlainLine? {
        var rest = text.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
        let isTop = rest.startIndex == text.startIndex
        if rest.isEmpty || rest.first == "#" || String(rest) == "---" { return nil }
        let isItem = rest.first == "-" && (rest.dropFirst().first.map { $0 == " " } ?? true)
        if isItem { rest = rest.dropFirst().drop { $0 == " " } }
        var key: String?
        let word = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || $0 == "-") }
        let after = rest.dropFirst(word.count)
        if !word.isEmpty, after.first == ":", after.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? true {
            key = String(word)
            rest = after.dropFirst().drop { $0 == " " || $0 == "\t" }
        }
        return PlainLine(number: number, isItem: isItem, isTop: isTop, key: key, value: unquoted(rest))
    }

    /// What stands behind a key or a hyphen: a text in quotes, or as it is up to a comment.
    private static func unquoted(_ text: Substring.UnicodeScalarView) -> String? {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            var plain = text.first == "#" ? text.prefix(0) : text
            if let comment = plain.firstRange(of: " #".unicodeScalars) { plain = plain[..<comment.lowerBound] }
            while plain.last?.properties.isWhitespace == true { plain.removeLast() }
            return String(plain)
        }
        var value = String.UnicodeScalarView()
        var rest = text.dropFirst()
        while let scalar = rest.popFirst() {
            if scalar == quote {
                guard quote == "'", rest.first == quote else { return isComment(rest) ? String(value) : nil }
                rest = rest.dropFirst()
                value.append("'")
            } else if scalar == "\\", quote == "\"" {
                guard let escaped = rest.popFirst() else { return nil }
                value.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
            } else {
                value.append(scalar)
            }
        }
        return nil
    }

    private static func isComment(_ rest: Substring.UnicodeScalarView) -> Bool {
        rest.drop { $0.properties.isWhitespace }.first.map { $0 == "#" } ?? true
    }

    /// A text in quotes, in one line.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text {
            if character.isNewline {
                quoted += "\\n"
                continue
            }
            for scalar in character.unicodeScalars {
                switch scalar {
                case "\"", "\\": quoted += "\\" + String(scalar)
                case "\t": quoted += "\\t"
                default: quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
