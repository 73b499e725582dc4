import Foundation
@testable import SpacesClient
import SpacesModel
@testable import SpacesProfiles
@testable import SpacesServer

extension FuzzTarget {
    /// A size reads back exactly from what it writes, in every unit and with either mark.
    static let sizes = FuzzTarget(
        name: "sizes", longest: 40,
        words: [
            "GB", "GiB", "kb", "EiB", "bytes", " ", ".", ",", "-", "+", "9223372036854775807", "18446744073709551616",
            "0.5", "1,500",
            "9.223372036854775808", "٣", "½", "−", "\u{A0}", "000", "unlimited",
        ]
    ) { bytes throws(Broken) in
        let text = bytes.text
        for grouping in [nil, ".", ","] as [Character?] {
            let read = allowed { () throws(ByteCount.ParsingFailure) in try ByteCount(parsing: text, grouping: grouping)
            }
            guard let size = read else { continue }
            for decimal in [".", ","] as [Character] {
                let written = size.exactText(decimal: decimal)
                let again = allowed { () throws(ByteCount.ParsingFailure) in try ByteCount(parsing: written) }
                try hold(again == size, "\(size.bytes) is written \(written)")
            }
            try hold(size.bytes >= 0 && !size.formatted().isEmpty && !size.formatted(.binary).isEmpty, "\(size.bytes)")
        }
        if let interval = Interval.parse(text) {
            let written = Interval.text(of: interval)
            try hold(Interval.parse(written) == interval, "\(interval) is written \(written)")
        }
        _ = GoDuration.nanoseconds(text)
        for size in [0, 1, 100, .max] as [Int64] {
            guard case .part(let range) = ByteRange(text, size: size) else { continue }
            try hold(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= size, "\(range) of \(size)")
        }
    }

    /// Moments of both sides: what a side reads, it writes so that it reads the same.
    static let times = FuzzTarget(
        name: "times", longest: 40,
        words: [
            "2026-11-23T11:54:10Z", "T", "Z", "+02:00", "-23:59", ".123456789", "9999-12-31", "0000-01-01",
            "1677-09-21", "2262-04-11",
            "Mon, 23 Nov 2026 11:54:10 GMT", "GMT", "Feb", "29", ":60", "+30d", "+6m", "+100000y", "never", "9e9",
            "1e400", "nan", "-",
        ]
    ) { bytes throws(Broken) in
        let text = bytes.text
        for moment in [
            ServerTimestamp(rfc3339: text), ServerTimestamp(httpDate: text), ServerTimestamp(unixSeconds: text),
        ] {
            guard let moment else { continue }
            try hold(!moment.httpDate.isEmpty, text)
            let again = ServerTimestamp(rfc3339: moment.rfc3339)
            // A fraction is read to the millisecond.
            try hold(
                again.map { abs($0.nanoseconds - moment.nanoseconds) < 2_000_000 } == true,
                "\(moment.nanoseconds) is written \(moment.rfc3339)")
            try hold(SpacesClient.Timestamp.date(from: moment.rfc3339.utf8) != nil, "\(moment.rfc3339) is not read")
        }
        if let date = SpacesClient.Timestamp.date(from: bytes) {
            try hold(!SpacesClient.Timestamp.day(of: date).isEmpty, text)
        }
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        for headers in [["retry-after": text], ["retry-after": text, "date": "Mon, 23 Nov 2026 11:54:10 GMT"]] {
            guard let seconds = RetryAfter.seconds(headers, now: now) else { continue }
            try hold((0...31_622_400).contains(seconds), "waits for \(seconds) seconds")
        }
        let end = allowed { () throws(MembershipEnd.ParsingFailure) in
            try MembershipEnd(parsing: text, now: now, timeZone: .gmt)
        }
        if case .at(let date)? = end { try hold(date > now && date.timeIntervalSince1970 < 253_402_300_801, "\(date)") }
    }
}
