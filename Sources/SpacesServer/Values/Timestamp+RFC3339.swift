import Foundation

extension Timestamp {
    /// Whole years that nanoseconds hold, in milliseconds since 1970: 1678 to 2261.
    private static let years = -9_214_560_000_000.0..<9_214_646_400_000.0

    /// Reads an RFC 3339 date, with or without a fraction of a second; nil for anything else, and for years before 1678 or
    /// after 2261, which are kept nowhere.
    package init?(rfc3339 text: String) {
        for style in [Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle()] {
            do {
                let milliseconds = try style.parse(text).timeIntervalSince1970 * 1000
                guard Self.years.contains(milliseconds) else { return nil }
                self.init(nanoseconds: Int64(milliseconds) * 1_000_000)
                return
            } catch {
                continue
            }
        }
        return nil
    }
}
