import Foundation

extension Timestamp {
    /// Reads seconds since 1970, perhaps with a fraction, as `X-OC-Mtime` has them; nil for anything else.
    init?(unixSeconds text: String) {
        guard let seconds = Double(text), seconds.isFinite, abs(seconds) < 9e9 else { return nil }
        let whole = seconds.rounded(.down)
        self.init(nanoseconds: Int64(whole) * 1_000_000_000 + Int64((seconds - whole) * 1000) * 1_000_000)
    }

    /// Reads a date of RFC 9110, such as `Mon, 23 Nov 2026 11:54:10 GMT`, or seconds since 1970 as rclone sends them.
    init?(httpDate text: String) {
        if let date = Timestamp(unixSeconds: text) {
            self = date
            return
        }
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else {
            return nil
        }
        let number = month + 1
        self.init(rfc3339: "\(words[3])-\(number < 10 ? "0" : "")\(number)-\(words[1])T\(words[4])Z")
    }
}
