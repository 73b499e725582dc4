import Localization

/// How much a space may hold: on the wire a number of bytes, of which 0 means without limit.
///
/// Unlimited is a case of its own, so that it sorts as the largest and is never summed as nothing.
package enum QuotaLimit: Hashable, Comparable, Sendable {
    case bytes(ByteCount)
    case unlimited

    /// The limit of `quota.total`; a negative number is what some servers store for "none".
    package init(wireTotal: Int64) {
        self = wireTotal <= 0 ? .unlimited : .bytes(ByteCount(wireTotal))
    }

    /// Reads a size with its unit as a person types it, or a word for "no limit".
    package init(parsing text: String) throws(ByteCount.ParsingFailure) {
        let word = text.lowercased().filter { !$0.isWhitespace }
        if ["unlimited", "none", "∞", "nolimit", "unrestricted", Self.word].contains(word) {
            self = .unlimited
            return
        }
        let hasUnit = text.contains(where: \.isLetter)
        let size: ByteCount
        do throws(ByteCount.ParsingFailure) {
            size = try ByteCount(parsing: text, grouping: Localization.current.numbers.grouping)
        } catch {
            throw error == .notWhole && !hasUnit ? .noUnit(text.filter { !$0.isWhitespace }) : error
        }
        // 0 on the wire would silently mean "no limit"; whoever wants that shall say so.
        if size == .zero { throw .notANumber }
        if !hasUnit { throw .noUnit(text.filter { !$0.isWhitespace }) }
        self = .bytes(size)
    }

    package var wireTotal: Int64 {
        switch self {
        case .bytes(let size): size.bytes
        case .unlimited: 0
        }
    }

    /// The limit for reading: `5 GB` or `unlimited`.
    package var formatted: String {
        switch self {
        case .bytes(let size): size.formatted()
        case .unlimited: Self.word
        }
    }

    /// The limit for a form field: it reads back as exactly the same limit.
    package var exactText: String {
        switch self {
        case .bytes(let size): size.exactText(decimal: Localization.current.numbers.decimal)
        case .unlimited: Self.word
        }
    }

    private static var word: String { localized("unlimited") }
}

/// How much a space may hold, holds and could still take (docs/server-behaviour.md §4.3).
///
/// Disabled spaces tell only the limit, or nothing; `state` is then `unknown`.
package struct Quota: Equatable, Sendable {
    package var limit: QuotaLimit?
    package var used: ByteCount?
    package var remaining: ByteCount?
    package var state: QuotaState

    /// A quota as a server told it; a `state` that it did not tell is computed by the documented thresholds.
    package init(limit: QuotaLimit?, used: ByteCount?, remaining: ByteCount? = nil, told: QuotaState? = nil) {
        self.limit = limit
        self.used = used
        switch limit {
        case .unlimited where used == nil, nil:
            self.remaining = remaining
            state = .unknown
        case .unlimited:
            // What remains of no limit is a made-up number (2⁶³−1 on some servers, the disk's room on others).
            self.remaining = nil
            state = .unlimited
        case .bytes(let total):
            self.remaining = remaining ?? used.map { total - $0 }
            state = used.map { told ?? QuotaState(used: $0, total: total) } ?? .unknown
        }
    }

    /// The part of the limit that is used, 0…; `nil` without a limit or a known use.
    package var usedFraction: Double? {
        guard case .bytes(let total) = limit, let used, total > .zero else { return nil }
        return Double(used.bytes) / Double(total.bytes)
    }

    /// The percentage that is shown: rounded down, so that 100 is never shown before the quota is really full.
    package var usedPercent: Int? {
        usedFraction.map { Int(min($0 * 100, 1_000_000).rounded(.down)) }
    }
}
