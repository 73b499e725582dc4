import Localization
import Foundation

/// The rules that a server checks, checked before anything is sent (server-behaviour §1.5).
package enum SpaceRules {
    /// The longest name, in bytes of UTF-8 after trimming.
    package static let longestName = 255
    /// Characters that no name may hold.
    package static let forbiddenInName: Set<Character> = ["/", "\\", ".", ":", "?", "*", "\"", ">", "<", "|"]

    /// The name as the server stores it: without the blanks around it.
    package static func trimmed(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Why a name would be refused, or `nil`.
    package static func problem(inName name: String) -> String? {
        let name = trimmed(name)
        if name.isEmpty { return localized("a space needs a name") }
        if let forbidden = name.first(where: forbiddenInName.contains) {
            return localized("\(forbidden) is not allowed in a name; nor is any of / \\ . : ? * \" > < |")
        }
        let bytes = name.utf8.count
        if bytes > longestName { return localized("\(bytes) bytes long; at most \(longestName) are allowed") }
        return nil
    }

    /// Why an alias would be refused or ignored, or `nil`.
    package static func problem(inAlias alias: String) -> String? {
        trimmed(alias).isEmpty ? localized("the server keeps the old alias when this is empty") : nil
    }

    /// Why a limit would be refused, or `nil`. `maximum` is the server's `max_quota`; without one there is none.
    package static func problem(inLimit limit: QuotaLimit, maximum: ByteCount?) -> String? {
        guard let maximum, maximum > .zero else { return nil }
        switch limit {
        case .unlimited: return localized("this server allows at most \(maximum.formatted())")
        case .bytes(let size) where size > maximum:
            return localized("this server allows at most \(maximum.formatted())")
        case .bytes: return nil
        }
    }
}
