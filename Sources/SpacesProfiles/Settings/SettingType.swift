import Localization
import Foundation
import SpacesModel
import Terminal

/// What values a setting takes, and how they are read from text.
package enum SettingType: Sendable {
    /// One line of text.
    case text
    /// An address or the name of a host, without a password.
    case address
    /// The path of a file.
    case file
    /// A program with its arguments.
    case command
    /// Words.
    case list
    /// Hashes of keys: `sha256//` and 32 bytes in Base64, as curl writes them.
    case pins
    /// Yes or no.
    case flag
    /// A length of time within bounds.
    case interval(ClosedRange<Duration>)
    /// A length of time within bounds, none, or what is best.
    case automaticInterval(ClosedRange<Duration>)
    /// A whole number within bounds.
    case number(ClosedRange<Int>)
    /// A name of one of the 16 colours, or `#rrggbb`.
    case color
    /// One of a few words.
    case choice(any (CaseIterable & RawRepresentable<String> & Sendable).Type)

    /// The words to choose from; empty where any will do.
    package var words: [String] {
        switch self {
        case .choice(let choices): Self.words(of: choices)
        default: []
        }
    }

    /// What is taken, to go on after "takes".
    package var description: String {
        switch self {
        case .text: localized("a line of text")
        case .address: localized("an address")
        case .file: localized("the path of a file")
        case .command: localized("a list: a program and its arguments, as in [pass, show, cloud]")
        case .list: localized("a list of words")
        case .pins: localized("sha256// and a hash of 32 bytes in Base64, or a list of these")
        case .flag: localized("true or false")
        case .interval(let bounds):
            localized("a time such as 30s, 5m or 1h, at most \(Interval.text(of: bounds.upperBound))")
        case .automaticInterval(let bounds):
            localized("auto, off or a time such as 30s, 5m or 1h, at most \(Interval.text(of: bounds.upperBound))")
        case .number(let bounds): localized("a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        case .color: localized("a colour: \"#rrggbb\" in quotes, or a name such as red or bright-blue")
        case .choice: words.joined(separator: ", ").replacingLast(", ", with: " \(localized("or")) ")
        }
    }

    /// The word for what is best.
    static let automatic = "auto"

    var isList: Bool {
        switch self {
        case .command, .list, .pins: true
        default: false
        }
    }

    /// Reads a value from one word; lists from an option or a variable are divided at blanks and commas.
    package func value(from text: String) throws(SettingProblem) -> SettingValue {
        if text.contains(where: \.isNewline) { throw SettingProblem(localized("takes one line")) }
        switch self {
        case .text: return .text(text)
        case .address: return .text(try Self.address(text))
        case .file:
            if text.isEmpty { throw SettingProblem(localized("takes \(description)")) }
            return .text(text)
        case .command: throw SettingProblem(localized("takes \(description)"))
        case .list: return .list(Self.divided(text))
        case .pins: return try value(from: Self.divided(text))
        case .flag:
            guard let isOn = Self.flags[text.lowercased()] else { throw refusing(text) }
            return .flag(isOn)
        case .interval(let bounds):
            guard let duration = Interval.parse(text), bounds.contains(duration) else { throw refusing(text) }
            return .interval(duration)
        case .automaticInterval(let bounds):
            if text.lowercased() == Self.automatic { return .text(Self.automatic) }
            guard let duration = Interval.parse(text), bounds.contains(duration) else { throw refusing(text) }
            return .interval(duration)
        case .number(let bounds):
            guard let number = Int(text), bounds.contains(number) else { throw refusing(text) }
            return .number(number)
        case .color:
            let word = text.lowercased()
            guard Color.names.contains(word) || Self.isHexadecimal(word) else {
                throw refusing(text, hint: Spelling.nearest(to: word, among: Color.names))
            }
            return .text(word)
        case .choice:
            guard words.contains(text) else { throw refusing(text, hint: Spelling.nearest(to: text, among: words)) }
            return .text(text)
        }
    }

    /// Reads a value from the words of a list.
    package func value(from words: [String]) throws(SettingProblem) -> SettingValue {
        switch self {
        case .list: return .list(words)
        case .command:
            guard let program = words.first, !program.isEmpty else {
                throw SettingProblem(localized("takes \(description)"))
            }
            return .list(words)
        case .pins:
            guard !words.isEmpty, let wrong = words.first(where: { !Self.isPin($0) }) else {
                if words.isEmpty { throw SettingProblem(localized("takes \(description)")) }
                return .list(words)
            }
            throw refusing(wrong)
        default: throw SettingProblem(localized("takes \(description), not a list"))
        }
    }

    // MARK: Kinds of words

    private func refusing(_ text: String, hint: String? = nil) -> SettingProblem {
        SettingProblem(
            hint.map { localized("takes \(description), not \(SettingProblem.quoted(text)); did you mean \($0)?") }
                ?? localized("takes \(description), not \(SettingProblem.quoted(text))"))
    }

    private static let flags = [
        "true": true, "yes": true, "on": true, "1": true, "false": false, "no": false, "off": false, "0": false,
    ]

    private static func words(of choices: (some CaseIterable & RawRepresentable<String>).Type) -> [String] {
        choices.allCases.map(\.rawValue)
    }

    private static func divided(_ text: String) -> [String] {
        text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    private static func address(_ text: String) throws(SettingProblem) -> String {
        guard !text.isEmpty, !text.contains(where: \.isWhitespace), text.utf8.count <= 2000 else {
            throw SettingProblem(localized("takes an address such as https://cloud.example.org"))
        }
        return text
    }

    private static func isHexadecimal(_ word: String) -> Bool {
        word.count == 7 && word.first == "#" && word.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    private static func isPin(_ word: String) -> Bool {
        word.hasPrefix("sha256//") && Data(base64Encoded: String(word.dropFirst(8)))?.count == 32
    }
}

/// What is wrong with the value of a setting, to go on after its key.
package struct SettingProblem: Error, Equatable, Sendable {
    package let reason: String

    init(_ reason: String) {
        self.reason = reason
    }

    /// A word of a file or of the command line in quotes:, cut where it is long.
    static func quoted(_ text: String) -> String {
        let short = text.prefix(40)
        return "\"" + String(short) + (short.endIndex < text.endIndex ? "…" : "") + "\""
    }
}

extension String {
    fileprivate func replacingLast(_ part: String, with other: String) -> String {
        guard let range = range(of: part, options: .backwards) else { return self }
        return replacingCharacters(in: range, with: other)
    }
}
