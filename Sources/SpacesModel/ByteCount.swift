import Localization

/// A number of bytes, never negative.
///
/// Sizes are in SI units (1 GB = 10⁹ bytes), as the web UIs of both servers show them; binary units are understood and can
/// be asked for. No arithmetic here can overflow: what does not fit into 63 bits is refused when it is read.
package struct ByteCount: Hashable, Comparable, Sendable {
    package let bytes: Int64

    package static let zero = ByteCount(0)
    package static let largest = ByteCount(.max)

    /// A negative number counts as nothing.
    package init(_ bytes: Int64) {
        self.bytes = max(0, bytes)
    }

    package static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    /// The sum, held at the largest number that there is.
    package static func + (left: ByteCount, right: ByteCount) -> ByteCount {
        let (sum, overflows) = left.bytes.addingReportingOverflow(right.bytes)
        return overflows ? .largest : ByteCount(sum)
    }

    /// The difference, never below nothing.
    package static func - (left: ByteCount, right: ByteCount) -> ByteCount {
        ByteCount(left.bytes - right.bytes)
    }
}

extension ByteCount {
    /// Thousands or 1,024s.
    package enum System: Sendable {
        case decimal, binary

        var base: Int64 { self == .decimal ? 1000 : 1024 }

        var units: [String] {
            switch self {
            case .decimal: ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
            case .binary: ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
            }
        }
    }

    /// The size for reading: at most one decimal, `4.1 GB`, `5 GB`, `999 kB`.
    package func formatted(_ system: System = .decimal) -> String {
        var unit = 0
        var divisor: Int64 = 1
        // The next unit is taken where rounding would print 1000 of this one.
        while unit < system.units.count - 1, tenths(of: divisor) >= system.base * 10 {
            unit += 1
            divisor *= system.base
        }
        let tenths = tenths(of: divisor)
        let fraction = tenths % 10
        return "\(tenths / 10)" + (unit > 0 && fraction > 0 ? "\(Localization.current.numbers.decimal)\(fraction)" : "")
            + " " + system.units[unit]
    }

    /// The size in tenths of a unit, rounded half up; in 128 bits nothing overflows on the way.
    private func tenths(of divisor: Int64) -> Int64 {
        Int64(clamping: (Int128(bytes) * 10 + Int128(divisor) / 2) / Int128(divisor))
    }

    /// The shortest text that reads back as exactly this number of bytes: `5 GB`, `5 GiB`, `1234567 B`.
    ///
    /// - Parameter decimal: The mark before the decimals: a point in what is stored, the person's own in a field.
    package func exactText(decimal: Character = ".") -> String {
        [System.decimal, .binary].flatMap { system in
            system.units.indices.compactMap { exactText(in: system, unit: $0, decimal) }
        }
        .min { $0.count < $1.count } ?? "\(bytes) B"
    }

    private func exactText(in system: System, unit: Int, _ decimal: Character) -> String? {
        let divisor = (0..<unit).reduce(Int64(1)) { product, _ in product * system.base }
        var text = "\(bytes / divisor)"
        var rest = bytes % divisor
        if rest > 0 { text.append(decimal) }
        // Three decimals are as many as a person reads; anything finer is clearer in a smaller unit.
        for _ in 0..<3 where rest > 0 {
            let (scaled, overflows) = rest.multipliedReportingOverflow(by: 10)
            if overflows { return nil }
            text += "\(scaled / divisor)"
            rest = scaled % divisor
        }
        return rest == 0 ? text + " " + system.units[unit] : nil
    }
}
