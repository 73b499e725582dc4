import Foundation

extension Timestamp {
    /// Reads an RFC 3339 date, with or without a fraction of a second; nil for anything else.
    package init?(rfc3339 text: String) {
        for style in [Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle()] {
            do {
                self.init(nanoseconds: Int64(try style.parse(text).timeIntervalSince1970 * 1000) * 1_000_000)
                return
            } catch {
                continue
            }
        }
        return nil
    }
}
