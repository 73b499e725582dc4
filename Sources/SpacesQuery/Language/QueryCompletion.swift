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
        let scalars = Array(line.unicodeScalars)
        let places = CharacterPlaces(line)
        guard let end = places.firstScalar(of: offset),
            let token = QueryToken.tokens(of: scalars).first(where: { $0.start < end && end <= $0.range.upperBound })
        else { return nil }
        var start = token.start + token.text.prefix { $0 == "!" }.count
        guard start <= end else { return nil }
        var typed = scalars[start..<end]
        let choices: [String]
        if let mark = typed.firstIndex(where: { $0 == ":" || $0 == "=" }) {
            guard let field = QueryField(rawValue: typed[..<mark].string.lowercased()) else { return nil }
            let values = Self.values(of: field, people: people)
            // Of several words with commas only the last is being typed.
            typed = typed[(mark + 1)...].split(separator: ",", omittingEmptySubsequences: false).last ?? []
            start = end - typed.count
            choices = values
        } else {
            choices = QueryField.allCases.map(\.opening)
        }
        let folded = Self.comparable(typed.string)
        let fitting = choices.filter { Self.comparable($0).starts(with: folded) && $0 != typed.string }
        // A choice takes the place of whole characters.
        guard !fitting.isEmpty, let first = places.character(beginningAt: start) else { return nil }
        range = first..<offset
        self.choices = fitting
    }

    /// A choice without the quote that it may need and the person has not typed.
    private static func comparable(_ text: String) -> [UInt8] {
        FoldedText.bytes(of: text.unicodeScalars.first == "\"" ? text.unicodeScalars.dropFirst().string : text)
    }

    private static func values(of field: QueryField, people: [String]) -> [String] {
        switch field.kind {
        case .words(let words): words
        case .flag: ["yes", "no"]
        case .text where [.manager, .member, .owner].contains(field):
            people.filter { !$0.isEmpty }.map { TextPattern.contains($0).text(quotingFields: false) }
        default: []
        }
    }
}
