import Terminal

/// The colour of a profile, by which a person knows at a glance which server this is.
package struct Accent: Equatable, Sendable {
    private let color: ThemeColor

    /// Reads a name of one of the 16 colours or `#rrggbb`; `nil` for anything else.
    package init?(_ text: String) {
        guard let color = ThemeColor(parsing: text) else { return nil }
        self.color = color
    }

    /// The profile's name: on the colour, so that it can be read on any ground; bold where the terminal has no colours.
    func name(at depth: ColorDepth) -> Style {
        let bar = bar(at: depth)
        return bar.background == .standard ? Style(attributes: .bold) : bar
    }

    /// A bar in the colour with letters that can be read on it; reversed where the terminal has no colours.
    func bar(at depth: ColorDepth) -> Style {
        let background = color.color(at: depth)
        guard depth != .none, background != .standard else { return Style(attributes: [.reverse, .bold]) }
        // Bold black is grey on some terminals, and bold white is not needed on a dark bar.
        let white: UInt8 = depth == .eight ? 7 : 15
        return Style(foreground: .palette(color.isLight ? 0 : white), background: background)
    }
}

extension ThemeColor {
    /// Whether black letters are easier to read on it than white ones.
    fileprivate var isLight: Bool {
        let shown: RGB
        switch self {
        case .standard: return false
        case .entry(let entry): shown = Palette.all[Int(entry)]
        case .mixed(let color): shown = color
        }
        return shown.perceived.x > 0.65
    }
}
