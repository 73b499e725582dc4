import Foundation

/// What a server says about when to come back (`Retry-After`, RFC 9110 §10.2.3): seconds, or a moment.
enum RetryAfter {
    /// Longer than a day is no answer to a person.
    private static let longest = 86400
    private static let months = [
        "Jan": "01", "Feb": "02", "Mar": "03", "Apr": "04", "May": "05", "Jun": "06", "Jul": "07", "Aug": "08",
        "Sep": "09", "Oct": "10", "Nov": "11", "Dec": "12",
    ]

    /// The seconds to wait from the moment `now`, or from the server's own `date` where it told one; `nil` for no number
    /// and no date.
    static func seconds(_ headers: [String: String], now: Date) -> Int? {
        guard let text = headers["retry-after"]?.trimmingCharacters(in: .whitespaces) else { return nil }
        if let seconds = Int(text) { return (0...longest).contains(seconds) ? seconds : nil }
        // The clock of the server counts, which told both moments.
        guard let moment = moment(text) else { return nil }
        let seconds = moment.timeIntervalSince(headers["date"].flatMap(Self.moment) ?? now).rounded(.up)
        return seconds <= Double(longest) ? max(0, Int(seconds)) : nil
    }

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7), the one form that is still written.
    private static func moment(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months[String(words[2])] else { return nil }
        return Timestamp.date(from: "\(words[3])-\(month)-\(words[1])T\(words[4])Z".utf8)
    }
}
