/// The code that a device shows and a person types: eight consonants, which make no words, as in `WDJB-MJHT`
/// (RFC 8628 §6.1).
enum UserCode {
    private static let alphabet = Array("BCDFGHJKLMNPQRSTVWXZ")

    /// A new one at every call.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = (0..<8).compactMap { _ in alphabet.randomElement(using: &generator) }
        return String(letters[..<4]) + "-" + String(letters[4...])
    }

    /// The code that somebody meant: case, blanks and dashes do not count. Nil for what is none.
    static func read(_ text: String) -> String? {
        let letters = text.uppercased().filter { $0.isLetter || $0.isNumber }
        guard letters.count == 8, letters.allSatisfy(alphabet.contains) else { return nil }
        return "\(letters.prefix(4))-\(letters.suffix(4))"
    }
}
