/// Text that may go to a terminal: nothing in it steers one, or looks like something else.
///
/// Texts are kept as they came. What prints one outside of the screen takes this type, which is made of a `String` only by
/// way of the signs; so nothing can be printed that was not made safe. What stands in the source is kept as it is, line
/// breaks included: in `"\(name)\n"` the name is made safe, and the line ends.
package struct TerminalText: Hashable, Sendable {
    /// The characters as the terminal gets them.
    package let characters: String

    /// One line, whatever the text has in it: a line break in it is a sign.
    package init(_ text: some StringProtocol) {
        characters = Sign.shown(String(text))
    }

    /// Several lines, each as `init(_:)` makes it.
    package init(lines: some Sequence<String>) {
        characters = lines.map(Sign.shown).joined(separator: "\n")
    }

    private init(safe characters: String) {
        self.characters = characters
    }

    package static func + (left: TerminalText, right: TerminalText) -> TerminalText {
        TerminalText(safe: left.characters + right.characters)
    }
}

extension TerminalText: CustomStringConvertible {
    package var description: String { characters }
}

extension TerminalText: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(safe: value)
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(safe: stringInterpolation.characters)
    }

    /// Keeps what stands in the source, and makes safe what is put into it.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var characters = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            characters.reserveCapacity(literalCapacity)
        }

        package mutating func appendLiteral(_ literal: String) { characters += literal }

        package mutating func appendInterpolation(_ text: some StringProtocol) {
            characters += Sign.shown(String(text))
        }

        package mutating func appendInterpolation(_ text: TerminalText) { characters += text.characters }
    }
}
