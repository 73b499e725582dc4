import Foundation

/// A colour as screens mix it, each part 0–255.
struct RGB: Hashable, Sendable {
    let red, green, blue: UInt8

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb`.
    init?(hexadecimal text: String) {
        let digits = text.dropFirst()
        guard text.hasPrefix("#"), digits.count == 6, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }

    /// The parts as amounts of light, 0…1.
    var linear: SIMD3<Double> {
        func light(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return SIMD3(light(red), light(green), light(blue))
    }

    /// Lightness, green–red and blue–yellow in OKLab, where equal distances look equally different.
    var perceived: SIMD3<Double> { Self.perceived(linear: linear) }

    static func perceived(linear light: SIMD3<Double>) -> SIMD3<Double> {
        func product(_ row: SIMD3<Double>, _ column: SIMD3<Double>) -> Double { (row * column).sum() }
        let cones = SIMD3(
            cbrt(product(SIMD3(0.4122214708, 0.5363325363, 0.0514459929), light)),
            cbrt(product(SIMD3(0.2119034982, 0.6806995451, 0.1073969566), light)),
            cbrt(product(SIMD3(0.0883024619, 0.2817188376, 0.6299787005), light)))
        return SIMD3(
            product(SIMD3(0.2104542553, 0.7936177850, -0.0040720468), cones),
            product(SIMD3(1.9779984951, -2.4285922050, 0.4505937099), cones),
            product(SIMD3(0.0259040371, 0.7827717662, -0.8086757660), cones))
    }
}
