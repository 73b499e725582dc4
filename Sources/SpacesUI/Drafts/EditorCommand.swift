import Localization

/// The editor of the person, as words of a command.
package enum EditorCommand {
    /// `VISUAL`, else `EDITOR`, else the first of `vi` and `nano` that is in `PATH`; a sentence when there is none.
    package static func words(
        _ environment: [String: String], isExecutable: (String) -> Bool
    ) -> Result<[String], DraftFailure> {
        if let name = variable(environment), let text = environment[name] {
            guard let words = split(text), !words.isEmpty else {
                return .failure(
                    DraftFailure(localized("\(name) has a quote that is not closed: set it to an editor, such as vi.")))
            }
            return .success(words)
        }
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        for editor in ["vi", "nano"] where folders.contains(where: { isExecutable("\($0)/\(editor)") }) {
            return .success([editor])
        }
        return .failure(DraftFailure(localized("There is no editor: set EDITOR to one, such as nano.")))
    }

    /// The variable that names the editor; `nil` where none does.
    static func variable(_ environment: [String: String]) -> String? {
        ["VISUAL", "EDITOR"].first { environment[$0].map { !$0.allSatisfy(\.isWhitespace) } ?? false }
    }

    /// The words of a command, split on blanks; quotes hold words together and a backslash takes the next character as it
    /// is. No shell reads them, so nothing else has a meaning. `nil` where a quote is not closed.
    package static func split(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in text {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if quote != nil || isEscaped { return nil }
        if let word { words.append(word) }
        return words
    }
}

/// Why a text could not be edited, in a sentence that says what to do.
package struct DraftFailure: Error, Equatable, Sendable {
    package let sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }
}
