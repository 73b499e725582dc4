import Terminal

/// The colours that a terminal gives to the entries of its palette.
struct TerminalColors {
    /// A mix of red, green and blue.
    struct RGB: Hashable {
        let value: UInt32

        init(_ value: UInt32) { self.value = value }

        var hexadecimal: String {
            let digits = String(value, radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.count) + digits
        }

        /// This colour with a part of another one below it.
        func over(_ below: RGB, opacity: Double) -> RGB {
            let parts = [16, 8, 0].map { shift in
                let own = Double(value >> UInt32(shift) & 0xFF)
                let other = Double(below.value >> UInt32(shift) & 0xFF)
                return UInt32((own * opacity + other * (1 - opacity)).rounded()) << UInt32(shift)
            }
            return RGB(parts.reduce(0, |))
        }
    }

    let foreground: RGB
    let background: RGB
    /// The line around the picture.
    let edge: RGB
    /// The 16 colours that people change to their taste.
    private let named: [RGB]

    static let dark = TerminalColors(
        foreground: RGB(0xD5D9E0), background: RGB(0x14171D), edge: RGB(0x2B303A),
        named: [
            0x20242C, 0xEF6B73, 0x8CC570, 0xE5BC62, 0x6BA8F0, 0xC98BE0, 0x5AB8C4, 0xC8CCD4,
            0x6B7280, 0xFF8B92, 0xA8DF8A, 0xF5D07E, 0x8FC1FF, 0xDFA8F2, 0x7FD5DF, 0xF2F4F8,
        ].map(RGB.init))

    static let light = TerminalColors(
        foreground: RGB(0x2A2E35), background: RGB(0xFCFCFA), edge: RGB(0xD4D5D2),
        named: [
            0x2A2E35, 0xC0242F, 0x3D7D22, 0x8F6400, 0x1F5FBF, 0x8B3FA8, 0x0D7A86, 0x6E737C,
            0x5A5F68, 0xD83A45, 0x4C9A2C, 0xA87800, 0x2E74DD, 0xA655C4, 0x1493A1, 0xFFFFFF,
        ].map(RGB.init))

    static let black = TerminalColors(
        foreground: RGB(0xFFFFFF), background: RGB(0x000000), edge: RGB(0x3A3A3A), named: dark.named)

    /// The colour of an entry: the 16, xterm's cube, its ramp of greys.
    private func entry(_ number: UInt8) -> RGB {
        let number = UInt32(number)
        if number < 16 { return named[Int(number)] }
        if number >= 232 { return RGB((8 + 10 * (number - 232)) * 0x010101) }
        let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
        let cube = Int(number) - 16
        return RGB(levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6])
    }

    /// The colours of a cell as they come to the eye, with dim and reverse worked in; `nil` shows the terminal's ground.
    func shown(_ style: Style) -> (foreground: RGB, background: RGB?) {
        func color(_ color: Color) -> RGB? {
            if case .palette(let number) = color { return entry(number) }
            return nil
        }
        var front = color(style.foreground) ?? foreground
        var ground = color(style.background)
        if style.attributes.contains(.reverse) { (front, ground) = (ground ?? background, front) }
        if style.attributes.contains(.dim) { front = front.over(ground ?? background, opacity: 0.6) }
        return (front, ground)
    }
}
