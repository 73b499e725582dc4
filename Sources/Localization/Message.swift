/// A text with values in it, which is put into the language of the person when it is made.
///
/// Its key, by which it is translated, is the text of the code with `%1` … `%9` in place of the values. A translation may
/// take them in another order.
package struct Message: ExpressibleByStringInterpolation, Sendable {
    /// The text in the language of the person.
    package let text: String

    package init(stringLiteral value: String) {
        guard let translation = Localization.current.language.translation else {
            text = value
            return
        }
        let key = StringInterpolation.escaped(value)
        text = translation(key).map { Self.filled($0, []) } ?? value
    }

    package init(stringInterpolation: StringInterpolation) {
        guard let translation = stringInterpolation.translation else {
            text = stringInterpolation.text
            return
        }
        text = Self.filled(
            translation(stringInterpolation.text) ?? stringInterpolation.text, stringInterpolation.values)
    }

    /// A translation with values in place of `%1` … `%9`, and one `%` for two.
    static func filled(_ translation: String, _ values: [String]) -> String {
        var text = ""
        text.reserveCapacity(translation.utf8.count)
        var rest = translation[...]
        while let mark = rest.firstIndex(of: "%") {
            text += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            guard let sign = rest.popFirst() else { break }
            if let number = sign.wholeNumberValue, values.indices.contains(number - 1) {
                text += values[number - 1]
            } else {
                text.append(sign)
            }
        }
        return text + rest
    }

    /// Gathers the text itself, or, for a language that translates, the key and the values.
    package struct StringInterpolation: StringInterpolationProtocol {
        let translation = Localization.current.language.translation
        var text = ""
        var values: [String] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 12 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += translation == nil ? literal : Self.escaped(literal)
        }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            if translation == nil {
                text += value.description
            } else {
                values.append(value.description)
                text += "%\(values.count)"
            }
        }

        static func escaped(_ literal: String) -> String {
            literal.contains("%")
                ? literal.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%") : literal
        }
    }
}

/// A text of the program in the language of the person: `localized("\(name) was disabled")`.
///
/// Only literals can be handed over, so that all texts are known to the tests that look for missing translations.
package func localized(_ message: Message) -> String { message.text }

/// The same for a text that stands in a file which the program brings with it, as what a theme says about itself.
package func localized(fromFile text: String) -> String { Message(stringLiteral: text).text }

/// The same for a text that other languages say in several ways, depending on what it is about.
///
/// - Parameter context: What it is about, in English: `localized("Open", in: "a state")`. Its key is `Open {a state}`.
package func localized(_ text: StaticString, in context: StaticString) -> String {
    guard let translation = Localization.current.language.translation else { return "\(text)" }
    return translation("\(text) {\(context)}") ?? "\(text)"
}

/// A number of things: `counted(1204, "space", "spaces")` is `1,204 spaces`.
///
/// Two forms are what English and German have.
package func counted(_ number: Int, _ one: Message, _ many: Message) -> String {
    "\(Localization.current.numbers.grouped(number)) \(number == 1 ? one.text : many.text)"
}
