import SpacesModel

extension SizeValue {
    /// Reads `1TB`, `80%`, `80.5%` or `unlimited`; `nil` for anything else.
    static func reading(_ text: String) -> SizeValue? {
        if text.last == "%" { return hundredths(text.dropLast()).map(SizeValue.share) }
        if ["unlimited", "none", "∞"].contains(text.lowercased()) { return .unlimited }
        do throws(ByteCount.ParsingFailure) {
            return .bytes(try ByteCount(parsing: text).bytes)
        } catch {
            return nil
        }
    }

    /// A number with at most two decimals, times a hundred.
    private static func hundredths(_ text: Substring) -> Int? {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
        let digits = parts.joined()
        guard (1...2).contains(parts.count), parts[0].count <= 7, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            text.filter({ !$0.isNumber }).count == parts.count - 1
        else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.count <= 2, let number = Int(parts[0] + decimals) else { return nil }
        return number * [100, 10, 1][decimals.count]
    }

    /// The value as it is read back.
    var text: String {
        switch self {
        case .bytes(let bytes): ByteCount(bytes).exactText().filter { $0 != " " }
        case .share(let hundredths):
            "\(hundredths / 100)"
                + (hundredths % 100 == 0
                    ? ""
                    : hundredths % 10 == 0 ? ".\(hundredths / 10 % 10)" : ".\(hundredths / 10 % 10)\(hundredths % 10)")
                + "%"
        case .unlimited: "unlimited"
        }
    }
}

extension TimeValue {
    /// Reads `7d`, `3mon`, `2026`, `2026-01` or `2026-01-31`; `nil` for anything else.
    static func reading(_ text: String) -> TimeValue? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count).lowercased()
        if let unit = TimeUnit.allCases.first(where: { $0.rawValue == rest }) {
            return digits.count <= 6 ? Int(digits).map { .ago($0, unit) } : nil
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
        }
        guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4,
            numbers.dropFirst().first.map({ (1...12).contains($0) }) ?? true,
            numbers.dropFirst(2).first.map({ (1...31).contains($0) }) ?? true
        else { return nil }
        return .date(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// The value as it is read back.
    var text: String {
        switch self {
        case .ago(let count, let unit): return "\(count)\(unit.rawValue)"
        case .date(let year, let month, let day):
            let parts = [padded(year, to: 4)] + [month, day].compactMap { $0 }.map { padded($0, to: 2) }
            return parts.joined(separator: "-")
        }
    }

    private func padded(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
