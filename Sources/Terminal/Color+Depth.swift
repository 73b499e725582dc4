extension Style {
    /// The same look with as many colours as a terminal has.
    ///
    /// Themes choose their own colours for each depth; this is for what they leave over. A bright foreground becomes bold where
    /// there are eight colours.
    package func reduced(to depth: ColorDepth) -> Style {
        var style = self
        if depth == .eight, case .palette(let entry) = foreground, (8..<16).contains(entry) {
            style.attributes.insert(.bold)
        }
        style.foreground = foreground.reduced(to: depth)
        style.background = background.reduced(to: depth)
        return style
    }
}

extension Color {
    /// The nearest colour of a palette of that depth.
    package func reduced(to depth: ColorDepth) -> Color {
        guard case .palette(let entry) = self else { return self }
        switch depth {
        case .none: return .standard
        case .all256: return self
        case .sixteen: return .palette(entry < 16 ? entry : Self.nearestOfSixteen(entry))
        case .eight: return .palette((entry < 16 ? entry : Self.nearestOfSixteen(entry)) & 7)
        }
    }

    /// The nearest of the sixteen for an entry of xterm's cube (16–231) or grey ramp (232–255).
    private static func nearestOfSixteen(_ entry: UInt8) -> UInt8 {
        let levels = [0, 95, 135, 175, 215, 255]
        let rgb: [Int]
        if entry >= 232 {
            rgb = Array(repeating: 8 + 10 * Int(entry - 232), count: 3)
        } else {
            let cube = Int(entry) - 16
            rgb = [levels[cube / 36 % 6], levels[cube / 6 % 6], levels[cube % 6]]
        }
        let brightest = rgb.max() ?? 0
        let darkest = rgb.min() ?? 0
        if brightest - darkest < 40 {
            return brightest < 64 ? 0 : brightest < 150 ? 8 : brightest < 225 ? 7 : 15
        }
        // A channel is on when it is nearer to the brightest than to the darkest.
        let middle = (brightest + darkest) / 2
        let hue = (rgb[0] > middle ? 1 : 0) | (rgb[1] > middle ? 2 : 0) | (rgb[2] > middle ? 4 : 0)
        return UInt8(hue) + (brightest > 180 ? 8 : 0)
    }
}
