/// The colours that terminals have by default, for matching other colours to them.
enum Palette {
    /// All 256: the 16 that people change to their taste, a cube of 6 × 6 × 6, and a ramp of greys.
    static let all: [RGB] = named + cube + greys

    private static let named: [RGB] = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
        RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
        RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    private static let cube: [RGB] = {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        return levels.flatMap { red in levels.flatMap { green in levels.map { RGB(red, green, $0) } } }
    }()

    private static let greys: [RGB] = (0..<24).map { step in
        let level = UInt8(8 + 10 * step)
        return RGB(level, level, level)
    }

    /// The entry of the 256 that looks most like a colour; never one of the 16 that people change.
    static func nearestOf256(to color: RGB) -> UInt8 {
        nearest(to: color, among: 16..<256, lightness: 1)
    }

    /// The entry of the 16 that looks most like a colour.
    ///
    /// Hue counts for more than lightness: a dark red is better shown red than grey.
    static func nearestOf16(to color: RGB) -> UInt8 {
        nearest(to: color, among: 0..<16, lightness: 0.5)
    }

    private static func nearest(to color: RGB, among entries: Range<Int>, lightness: Double) -> UInt8 {
        let wanted = color.perceived
        let weights = SIMD3(lightness, 1, 1)
        func distance(_ entry: Int) -> Double {
            let difference = (all[entry].perceived - wanted) * weights
            return (difference * difference).sum()
        }
        return UInt8(entries.min { distance($0) < distance($1) } ?? entries.lowerBound)
    }
}
