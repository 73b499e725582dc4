import SpacesModel

/// What the word at the cursor could become.
package struct QueryCompletion: Equatable, Sendable {
    /// The characters that a choice takes the place of.
    package var range: Range<Int>
    /// What may stand there, the likeliest first.
    package var choices: [String]

    /// The completions for a cursor before the character at `offset`; `nil` where there are none.
    ///
    /// - Parameter people: Names to offer after `manager:`, `member:` and `owner:`.
    package init?(_ line: String, at offset: Int, people: [String] = []) {
        let characters = Array(line)
        guard
            let token = QueryToken.tokens(of: characters).first(where: {
                $0.start < offset && offset <= $0.range.upperBound
            })
        else { return nil }
        var start = token.start + token.text.prefix { $0 == "!" }.count
        guard start <= offset else { return nil }
        var typed = String(characters[start..<offset])
        let choices: [String]
        if let mark = typed.firstIndex(where: { ":=".contains($0) }) {
            guard let field = QueryField(rawValue: typed[..<mark].lowercased()) else { return nil }
            let values = Self.values(of: field, people: people)
            // Of several words with commas only the last is being typed.
            let value =
                typed[typed.index(after: mark)...].split(separator: ",", omittingEmptySubsequences: false).last ?? ""
            start = offset - value.count
            typed = String(value)
            choices = values
        } else {
            choices = QueryField.allCases.map(\.opening)
        }
        let folded = Self.comparable(typed)
        let fitting = choices.filter { Self.comparable($0).starts(with: folded) && $0 != typed }
        if fitting.isEmpty { return nil }
        range = start..<offset
        self.choices = fitting
    }

    /// A choice without the quote that it may need and the person has not typed.
    private static func comparable(_ text: String) -> [UInt8] {
        FoldedText.bytes(of: text.first == "\"" ? String(text.dropFirst()) : text)
    }

    private static func values(of field: QueryField, people: [String]) -> [String] {
        switch field.kind {
        case .words(let words): words
        case .flag: ["yes", "no"]
        case .text where [.manager, .member, .owner].contains(field):
            people.map { $0.contains { $0.isWhitespace } ? "\"\($0)\"" : $0 }
        default: []
        }
    }
}
