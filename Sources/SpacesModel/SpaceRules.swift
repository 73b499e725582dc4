import Localization

/// The rules that a server checks, checked before anything is sent (docs/server-behaviour.md §3.2).
package enum SpaceRules {
    /// The longest name, in bytes of UTF-8 after trimming.
    package static let longestName = 255
    /// Characters that no name may hold, whatever marks are on them.
    package static let forbiddenInName: Set<Unicode.Scalar> = ["/", "\\", ".", ":", "?", "*", "\"", ">", "<", "|"]

    /// The name as the server stores it: without the blanks around it.
    ///
    /// Blanks are what Unicode calls white space, as Go's `strings.TrimSpace` takes it; a mark on a blank is none.
    package static func trimmed(_ name: String) -> String {
        let scalars = name.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Why a name would be refused, or `nil`.
    package static func problem(inName name: String) -> String? {
        let name = trimmed(name)
        if name.isEmpty { return localized("a space needs a name") }
        if let problem = problem(inText: name) { return problem }
        if let forbidden = name.unicodeScalars.first(where: forbiddenInName.contains).map({ String($0) }) {
            return localized("\(forbidden) is not allowed in a name; nor is any of / \\ . : ? * \" > < |")
        }
        let bytes = name.utf8.count
        if bytes > longestName { return localized("\(bytes) bytes long; at most \(longestName) are allowed") }
        return nil
    }

    /// Why a subtitle would be refused, or `nil`.
    package static func problem(inSubtitle subtitle: String) -> String? { problem(inText: subtitle) }

    /// Why an alias would be refused or ignored, or `nil`.
    package static func problem(inAlias alias: String) -> String? {
        trimmed(alias).isEmpty ? localized("the server keeps the old alias when this is empty") : problem(inText: alias)
    }

    /// What no text may hold: many programs take it for the end of one.
    private static func problem(inText text: String) -> String? {
        text.utf8.contains(0) ? localized("the character NUL is not allowed") : nil
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
