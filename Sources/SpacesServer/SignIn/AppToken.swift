/// A password that a user makes for one program: long enough that nobody guesses it, and good for a time only.
struct AppToken: Sendable, Equatable {
    /// The secret itself where it was just made, else what stands for it in a list.
    let text: String
    let label: String
    let created: Timestamp
    let expires: Timestamp

    private static let length = 24
    private static let alphabet = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    /// A new secret of 139 bits, without characters that look alike.
    static func makeSecret() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
    }

    /// Whether a text may be one: a password that cannot is not looked for in the database.
    static func hasForm(_ text: String) -> Bool {
        text.utf8.count == length && text.allSatisfy(alphabet.contains)
    }
}
