import Foundation

/// Slows down who guesses passwords: after five wrong ones for a name, each further one must wait, longer each time.
///
/// A password that is sent again counts once, because a program that repeats an old one guesses nothing. Names that nobody
/// has are counted alike, so that the delay does not tell which exist.
struct PasswordGuesses: Sendable {
    private struct Record {
        /// Digests of what was tried.
        var tried: Set<Data> = []
        var last: Timestamp
    }

    /// So many may be wrong without a delay.
    static let free = 5
    /// No delay is longer, in seconds: whoever knows the password must not be kept out by others who do not.
    static let longestDelay: Int64 = 60
    /// After so long without a guess, in seconds, all is forgotten.
    private static let memory: Int64 = 900
    private static let mostNames = 10_000

    private var records: [String: Record] = [:]

    /// Counts a try, or says how many seconds it must wait; a try that must wait is neither made nor counted.
    mutating func delay(for name: String, _ digest: Data, now: Timestamp) -> Int64? {
        if let record = records[name], record.last.after(seconds: Self.memory) < now { records[name] = nil }
        if let record = records[name] {
            let excess = record.tried.count - Self.free
            if excess >= 0 {
                let delay = min(Self.longestDelay, 1 << min(excess, 10))
                let rest = record.last.after(seconds: delay).nanoseconds - now.nanoseconds
                if rest > 0 { return (rest + 999_999_999) / 1_000_000_000 }
            }
        } else if records.count >= Self.mostNames {
            records = records.filter { $0.value.last.after(seconds: Self.memory) >= now }
            if records.count >= Self.mostNames, let oldest = records.min(by: { $0.value.last < $1.value.last }) {
                records[oldest.key] = nil
            }
        }
        if records[name, default: Record(last: now)].tried.insert(digest).inserted { records[name]?.last = now }
        return nil
    }

    /// A right password ends the counting.
    mutating func forget(_ name: String) {
        records[name] = nil
    }
}
