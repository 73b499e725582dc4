/// Lengths of time as people write them: `30s`, `5m`, `1h`, `500ms`, seconds without a unit, `off` for none.
enum Interval {
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
    ]

    /// Reads a length of time, or returns `nil`.
    static func parse(_ text: String) -> Duration? {
        if ["off", "never"].contains(text.lowercased()) { return .zero }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard digits.count <= 9, let number = Int64(digits),
            let factor = unit.isEmpty ? 1000 : units.first(where: { $0.name == unit })?.milliseconds
        else { return nil }
        return .milliseconds(number * factor)
    }

    /// The length in the largest unit that leaves it whole.
    static func text(of duration: Duration) -> String {
        let milliseconds = Int64((duration / .milliseconds(1)).rounded())
        if milliseconds == 0 { return "off" }
        let unit = units.last { milliseconds % $0.milliseconds == 0 } ?? units[0]
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}
