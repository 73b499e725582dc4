package import Texts

/// The id of a space, exactly as the server wrote it: `storage$space`, where `$` is literal.
///
/// It goes back to the server byte for byte, and two are alike where their bytes are.
package struct SpaceID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    @ExactText package private(set) var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    /// How much of the end of an id tells its space from all others.
    package static let endLength = 8

    /// The end of the id: enough to tell spaces of one name apart, and to confirm one by.
    package var end: String { String(description.suffix(Self.endLength)) }

    package static func < (left: SpaceID, right: SpaceID) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }

    // Not those of `RawRepresentable`, which compare the texts as Swift does.
    package static func == (left: SpaceID, right: SpaceID) -> Bool { left._rawValue == right._rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(_rawValue) }
}
