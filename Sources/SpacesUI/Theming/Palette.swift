import Terminal

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
        let wanted = color.perceived
        return nearest(among: 16..<256) { looks in
            let difference = looks - wanted
            return (difference * difference).sum()
        }
    }

    /// The entry of the 16 that stands for a colour: greys by their lightness, others by their hue.
    ///
    /// What is merely nearest would often be grey, and lose what the colour was chosen for.
    static func nearestOf16(to color: RGB) -> UInt8 {
        let wanted = color.perceived
        if chroma(wanted) < leastChroma {
            return nearest(among: [0, 7, 8, 15]) { abs($0.x - wanted.x) }
        }
        let hue = nearest(among: 1...6) { looks in
            let turn = SIMD2(looks.y, looks.z) / chroma(looks) - SIMD2(wanted.y, wanted.z) / chroma(wanted)
            return (turn * turn).sum()
        }
        return nearest(among: [Int(hue), Int(hue) + 8]) { abs($0.x - wanted.x) }
    }

    /// How light an entry looks, 0…1; `nil` for the terminal's own colour.
    static func lightness(of color: Color) -> Double? {
        guard case .palette(let entry) = color else { return nil }
        return perceived[Int(entry)].x
    }

    /// Colours with less are greys to the eye.
    private static let leastChroma = 0.03
    private static let perceived: [SIMD3<Double>] = all.map(\.perceived)

    private static func chroma(_ looks: SIMD3<Double>) -> Double {
        (looks.y * looks.y + looks.z * looks.z).squareRoot()
    }

    private static func nearest(
        among entries: some Sequence<Int>, by distance: (SIMD3<Double>) -> Double
    ) -> UInt8 {
        let measured = entries.map { (entry: $0, distance: distance(perceived[$0])) }
        return UInt8(measured.min { $0.distance < $1.distance }?.entry ?? 0)
    }
}
