/// Texts of any characters at all, the troublesome ones more often than by chance.
package enum AnyText {
    /// A text of so many bytes of UTF-8 at most, and never empty; NUL, which nobody may write, is not in it.
    package static func make(
        upTo limit: Int = 255, without forbidden: Set<Unicode.Scalar> = [],
        using random: inout some RandomNumberGenerator
    ) -> String {
        let length = Int.random(in: 1...limit, using: &random)
        var text = String.UnicodeScalarView()
        var used = 0
        while used < length {
            let scalar = scalar(using: &random)
            if forbidden.contains(scalar) { continue }
            let bytes = UTF8.width(scalar)
            if used + bytes > limit { break }
            text.append(scalar)
            used += bytes
        }
        return text.isEmpty ? "x" : String(text)
    }

    private static func scalar(using random: inout some RandomNumberGenerator) -> Unicode.Scalar {
        let troublesome: [ClosedRange<UInt32>] = [
            0x01...0x20, 0x7F...0x9F, 0xA0...0xAD, 0xE0...0xFF, 0x300...0x36F, 0x5D0...0x61C, 0x900...0x94D,
            0x1100...0x11FF, 0x200B...0x206F, 0xFE00...0xFE0F, 0xFFF0...0xFFFD, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F469,
            0xE0020...0xE007F,
        ]
        let any: [ClosedRange<UInt32>] = [0x01...0xD7FF, 0xE000...0x10FFFF]
        let plain: [ClosedRange<UInt32>] = [0x20...0x7E]
        let ranges = [troublesome, any, plain].randomElement(using: &random) ?? plain
        let range = ranges.randomElement(using: &random) ?? 0x20...0x7E
        return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "x"
    }
}
