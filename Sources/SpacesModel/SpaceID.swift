/// The id of a space, exactly as the server wrote it: `storage$space`, where `$` is literal.
///
/// It goes back to the server byte for byte; for the screen it is made safe like any other text of a server.
package struct SpaceID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The id as it may be shown.
    package var description: String { SafeText.visible(rawValue) }

    /// How much of the end of an id tells its space from all others.
    package static let endLength = 8

    /// The end of the id, as it may be shown: enough to tell spaces of one name apart, and to confirm one by.
    package var end: String { String(description.suffix(Self.endLength)) }

    package static func < (left: SpaceID, right: SpaceID) -> Bool { left.rawValue < right.rawValue }
}
