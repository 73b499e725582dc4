/// A text that nobody may see: a token, a password, a code. It prints as "…" wherever it ends up, so that no log, crash
/// or reflection tells it; only what sends or stores it reads `exposed`.
package struct SecretText: Hashable, Sendable {
    /// The text itself, for a request, a store or the input of a program, and for nothing that people read.
    package let exposed: String

    package init(_ exposed: String) {
        self.exposed = exposed
    }

    package var isEmpty: Bool { exposed.isEmpty }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "…" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension SecretText: Codable {
    package init(from decoder: any Decoder) throws {
        exposed = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(exposed)
    }
}
