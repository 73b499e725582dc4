import Foundation

/// What a server says about when to come back (`Retry-After`, RFC 9110 §10.2.3): seconds, or a moment.
enum RetryAfter {
    /// Longer than a day is no answer to a person.
    private static let longest = 86400

    /// The seconds to wait from the moment `now`, or from the server's own `date` where it told one; `nil` for no number
    /// and no date.
    static func seconds(_ headers: [String: String], now: Date) -> Int? {
        guard let text = headers["retry-after"]?.trimmingCharacters(in: .whitespaces) else { return nil }
        if let seconds = Int(text) { return (0...longest).contains(seconds) ? seconds : nil }
        // The clock of the server counts, which told both moments.
        guard let moment = HTTPDate.read(text) else { return nil }
        let seconds = moment.timeIntervalSince(headers["date"].flatMap(HTTPDate.read) ?? now).rounded(.up)
        return seconds <= Double(longest) ? max(0, Int(seconds)) : nil
    }
}
