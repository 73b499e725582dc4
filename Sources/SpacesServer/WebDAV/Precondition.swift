/// The conditions that a client attaches to a request: `If-Match` and `If-None-Match` (RFC 9110 §13.1).
struct Precondition: Sendable, Equatable {
    /// Nil without the header.
    private let match: [String]?
    private let noneMatch: [String]?

    init(_ call: Call) {
        match = call.header("If-Match").map(Self.tags)
        noneMatch = call.header("If-None-Match").map(Self.tags)
    }

    /// Whether the conditions hold for what is there now.
    ///
    /// - Parameter eTag: Without quotes; nil where there is nothing.
    func holds(for eTag: String?) -> Bool {
        if let match, !match.contains(where: { $0 == "*" ? eTag != nil : $0 == eTag }) { return false }
        return !isUnchanged(eTag)
    }

    /// Whether `If-None-Match` names what is there: a reader then needs no copy.
    func isUnchanged(_ eTag: String?) -> Bool {
        guard let noneMatch, let eTag else { return false }
        return noneMatch.contains { $0 == "*" || $0 == eTag }
    }

    /// Whether a reader's `If-Match` fails.
    func isOutdated(_ eTag: String) -> Bool {
        guard let match else { return false }
        return !match.contains { $0 == "*" || $0 == eTag }
    }

    /// The tags of a list, without quotes and marks of weakness.
    private static func tags(_ text: String) -> [String] {
        text.split(separator: ",").map { tag in
            var tag = String(tag).trimmed
            if tag.hasPrefix("W/") { tag.removeFirst(2) }
            return tag.replacing("\"", with: "")
        }
    }
}
