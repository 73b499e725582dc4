/// A language that the program speaks.
///
/// The texts are English where they stand in the code, and their translations are found by them, as with gettext. So the
/// code reads as the screen does, and what is not translated yet is shown in English.
package struct Language: Sendable {
    /// The code of ISO 639-1: `en`, `de`.
    package let code: String
    /// Its own name for itself.
    package let name: String
    /// What a text is in this language; without it texts stay as they are in the code.
    let translation: (@Sendable (String) -> String?)?

    package static let english = Language(code: "en", name: "English", translation: nil)
    package static let german = Language(code: "de", name: "Deutsch") { German.texts[$0] }
    /// All that are complete.
    package static let all = [english, german]

    /// - Parameter translation: From a text of the code, with `%1` for its first value, to the same in this language; `nil`
    ///   where there is none.
    package init(code: String, name: String, translation: (@Sendable (String) -> String?)?) {
        self.code = code
        self.name = name
        self.translation = translation
    }

    /// The language of this code; `nil` where the program does not speak it.
    package init?(code: String) {
        guard let language = Self.all.first(where: { $0.code == code }) else { return nil }
        self = language
    }
}
