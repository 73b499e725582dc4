/// The names that a space may have (docs/server-behaviour.md §3.2, recordings 011 to 014), in one place.
enum SpaceNameRule {
    /// The name without white space at its ends; throws the server's sentence about a bad one.
    static func check(_ name: String) throws(Violation) -> String {
        let trimmed = name.trimmed
        if trimmed.isEmpty { throw Violation(message: "spacename must not be empty") }
        // Bytes, not characters: 128 times é is too long.
        if trimmed.utf8.count > 255 { throw Violation(message: "spacename must be smaller than 255") }
        if trimmed.unicodeScalars.contains(where: { #"/\.:?*"><|"#.unicodeScalars.contains($0) }) {
            throw Violation(message: #"spacenames must not contain [/ \ . : ? * " > < |]"#)
        }
        return trimmed
    }

    /// Why a name is refused, in the words of the real server.
    struct Violation: Error {
        let message: String
    }
}
