import Foundation
import SpacesModel

/// The value of a setting, checked against its type.
package enum SettingValue: Equatable, Sendable {
    case text(String)
    case flag(Bool)
    case list([String])
    case interval(Duration)
    case number(Int)

    /// The value as it may be shown: never with the password of an address in it.
    package var shown: String { text(of: Self.masked) }

    /// The value as it is, a password in it included.
    var whole: String { text { $0 } }

    private func text(of written: (String) -> String) -> String {
        switch self {
        case .text(let text): written(text)
        case .flag(let isOn): isOn ? "true" : "false"
        case .list(let words): "[" + words.map(written).joined(separator: ", ") + "]"
        case .number(let number): String(number)
        case .interval(let duration): Interval.text(of: duration)
        }
    }

    /// An address with the password between `:` and `@` replaced.
    private static func masked(_ text: String) -> String {
        let start = text.range(of: "://")?.upperBound ?? text.startIndex
        let authority = text[start...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
            return text
        }
        return text[...colon] + "***" + text[at...]
    }
}
