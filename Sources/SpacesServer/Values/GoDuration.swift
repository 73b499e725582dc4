/// How the real server, written in Go, reads a duration: `72h`, `1h30m`, `1.5h`, `-10s`, `0`.
enum GoDuration {
    private static let units: [(name: String, nanoseconds: Double)] = [
        ("ns", 1), ("us", 1e3), ("µs", 1e3), ("μs", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3600e9),
    ]

    /// Nanoseconds; nil for what Go would refuse.
    static func nanoseconds(_ text: String) -> Int64? {
        var rest = text[...]
        let isNegative = rest.hasPrefix("-")
        if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
        if rest == "0" { return 0 }
        guard !rest.isEmpty else { return nil }
        var total = 0.0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(number.count)
            let name = rest.prefix { !($0.isASCII && $0.isNumber) && $0 != "." }
            rest = rest.dropFirst(name.count)
            guard number.contains(where: \.isNumber), number.count(where: { $0 == "." }) <= 1,
                let value = Double(number.hasPrefix(".") ? "0\(number)" : String(number)),
                let unit = units.first(where: { $0.name == name })
            else { return nil }
            total += value * unit.nanoseconds
        }
        guard total < 0x1p63 else { return nil }
        return isNegative ? -Int64(total) : Int64(total)
    }
}
