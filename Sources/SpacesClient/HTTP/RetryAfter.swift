import Foundation
import Localization

/// What a server says about when to come back (`Retry-After`, RFC 9110 §10.2.3): seconds, or a moment.
enum RetryAfter {
    /// No server means longer than a year.
    private static let longest = 366 * 86400

    /// The seconds to wait from the moment `now`, or from the server's own `date` where it told one; `nil` for no number
    /// and no date.
    static func seconds(_ headers: [String: String], now: Date) -> Int? {
        guard let text = headers["retry-after"]?.trimmingCharacters(in: .whitespaces) else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return min(Int(text) ?? longest, longest)
        }
        // The clock of the server counts, which told both moments.
        guard let moment = HTTPDate.read(text) else { return nil }
        let seconds = moment.timeIntervalSince(headers["date"].flatMap(HTTPDate.read) ?? now).rounded(.up)
        return Int(max(0, min(seconds, Double(longest))))
    }

    /// What to do about a wait that the server asks for: seconds where they are less than a minute, else the time of day.
    static func advice(_ seconds: Int?, now: Date, zone: TimeZone = .current) -> String {
        guard let seconds else { return localized("Try again in a while.") }
        if seconds < 60 { return localized("Try again in \(seconds) s.") }
        let end = CivilTime.end(now.addingTimeInterval(Double(seconds)), at: now, in: zone)
        return localized("The server asks to wait until \(end).")
    }
}
