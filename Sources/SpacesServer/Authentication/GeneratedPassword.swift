/// Invents a password for a user who has none: 20 characters that cannot be mistaken for one another.
package enum GeneratedPassword {
    /// A new one at every call.
    package static func make() -> String {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        var generator = SystemRandomNumberGenerator()
        return String((0..<20).compactMap { _ in alphabet.randomElement(using: &generator) })
    }
}
