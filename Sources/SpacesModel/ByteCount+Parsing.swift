import Localization

extension ByteCount {
    /// Why a text is no number of bytes.
    package enum ParsingFailure: Error, Equatable, Sendable {
        case empty
        case negative
        /// Neither a number nor a number with a unit.
        case notANumber
        /// The part after the number is no unit that we know.
        case unknownUnit(String)
        /// A mark before three digits, as between the groups of a large number; and what the number would be in both readings.
        case ambiguous(small: String, large: String)
        /// A number without a unit, which in the web means GB and here would mean bytes.
        case noUnit(String)
        /// A part of a byte, such as `1.5 B`.
        case notWhole
        /// More than 63 bits hold.
        case tooLarge

        /// The reason as a person reads it beside the field.
        package var message: String {
            switch self {
            case .empty: localized("enter a size such as 5 GB, or unlimited")
            case .negative: localized("a quota cannot be negative: write 5 GB, or unlimited for none")
            case .notANumber: localized("not a size: write 5 GB, 1.5 TB, 500 MiB or unlimited")
            case .unknownUnit(let unit): localized("unknown unit \(unit): use B, kB, MB, GB, TB, PB or KiB … PiB")
            case .noUnit(let number): localized("write the unit: \(number) \(Self.likelyUnit(of: number))?")
            case .ambiguous(let small, let large): localized("is that \(large) or \(small)? Write it as one of them")
            case .notWhole: localized("finer than a byte: write a whole number of bytes, or a larger unit")
            case .tooLarge: localized("too large: at most \(ByteCount.largest.formatted())")
            }
        }

        /// What who left the unit out most likely meant: nobody has a million gigabytes, and few count single bytes.
        private static func likelyUnit(of number: String) -> String {
            number.prefix(while: \.isASCIIDigit).count > 6 ? "B" : "GB"
        }
    }

    /// Reads `500000`, `5GB`, `5 GiB`, `1.5T` or `1,5 tb`; a unit without a letter for bytes is a decimal one.
    ///
    /// The value is exact: digits are never taken through floating point. A web page divides, and what is copied from there
    /// has more places than a unit has bytes; that is rounded to the nearest byte.
    ///
    /// - Parameter grouping: The mark that the person may have meant to stand between groups of digits: `1,500 GB` is a
    ///   thousand times more for who writes English than for who writes German, and is then refused.
    package init(parsing text: String, grouping: Character? = nil) throws(ParsingFailure) {
        var rest = text[...].trimmed
        if rest.isEmpty { throw .empty }
        if rest.first == "-" || rest.first == "−" { throw .negative }
        if rest.first == "+" { rest = rest.dropFirst() }

        let whole = rest.prefix(while: \.isASCIIDigit)
        rest = rest.dropFirst(whole.count)
        var fraction: Substring = ""
        if let mark = rest.first, mark == "." || mark == "," {
            fraction = rest.dropFirst().prefix(while: \.isASCIIDigit)
            rest = rest.dropFirst(1 + fraction.count)
            if fraction.isEmpty { throw .notANumber }
            if mark == grouping, fraction.count == 3, (1...3).contains(whole.count), whole.first != "0" {
                let decimal: Character = mark == "," ? "." : ","
                throw .ambiguous(small: "\(whole)\(decimal)\(fraction)", large: "\(whole)\(fraction)")
            }
            if rest.first == mark { throw .notANumber }
        }
        if whole.isEmpty { throw .notANumber }
        let multiplier = try Self.multiplier(of: rest.trimmed)
        bytes = try Self.product(whole: whole, fraction: fraction, multiplier: multiplier)
    }

    private static func multiplier(of unit: Substring) throws(ParsingFailure) -> Int64 {
        let name = unit.lowercased()
        if name.isEmpty || name == "b" || name == "byte" || name == "bytes" { return 1 }
        guard let letter = name.first, let power = Array("kmgtpe").firstIndex(of: letter) else {
            throw name.contains(where: \.isASCIIDigit) ? .notANumber : .unknownUnit(String(unit))
        }
        let base: Int64
        switch name.dropFirst() {
        case "", "b": base = 1000
        case "i", "ib": base = 1024
        default: throw .unknownUnit(String(unit))
        }
        return (0...power).reduce(1) { product, _ in product * base }
    }

    /// Digits before and after the mark, times the unit, in 128 bits: 19 digits and a unit below 2⁶⁰ stay within them.
    private static func product(
        whole: Substring, fraction: Substring, multiplier: Int64
    ) throws(ParsingFailure) -> Int64 {
        let whole = whole.drop { $0 == "0" }
        var fraction = fraction
        while fraction.last == "0" { fraction = fraction.dropLast() }
        if whole.count > 19 { throw .tooLarge }
        if multiplier == 1, !fraction.isEmpty { throw .notWhole }
        // Finer than the nineteenth place is no part of a byte that could be seen, however large the unit.
        let places = fraction.prefix(19)
        let scale = (0..<places.count).reduce(UInt128(1)) { product, _ in product * 10 }
        let parts = (UInt128(places) ?? 0) * UInt128(multiplier)
        let total = (UInt128(whole) ?? 0) * UInt128(multiplier) + (parts + scale / 2) / scale
        guard let bytes = Int64(exactly: total) else { throw .tooLarge }
        return bytes
    }
}

extension Substring {
    /// The text without the blanks around it.
    fileprivate var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return text
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
