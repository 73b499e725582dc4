package import SpacesModel
package import Terminal
package import Widgets

/// How every role looks on a terminal of a certain depth.
package struct Theme: Equatable, Sendable {
    package let name: String
    package let depth: ColorDepth
    /// The background that the theme is made for; `nil` where it leaves all to the terminal.
    package let ground: Ground?
    private let styles: [Role: Style]
    private let tellsGaugesApartByColor: Bool

    init(name: String, depth: ColorDepth, ground: Ground? = nil, styles: [Role: Style]) {
        self.name = name
        self.ground = ground
        self.depth = depth
        self.styles = styles
        let limited: [Role] = [.gaugeNormal, .gaugeNearing, .gaugeCritical, .gaugeExceeded]
        tellsGaugesApartByColor = Set(limited.map { (styles[$0] ?? .plain).foreground }).count == limited.count
    }

    package subscript(role: Role) -> Style { styles[role] ?? .plain }

    /// Neither colours nor attributes, for tests that look at the text alone.
    package static let plain = Theme(name: "plain", depth: .none, styles: [:])

    /// How gauges in a state are filled: alike where colour tells the states apart, else each with a character of its own.
    package func gaugeFill(for state: QuotaState, glyphs: Glyphs) -> Gauge.Fill {
        if tellsGaugesApartByColor { return .blocks }
        let hasBlocks = glyphs.blocks.count > 1
        return switch state {
        case .normal: .pattern(hasBlocks ? "█" : "#")
        case .nearing: .pattern(hasBlocks ? "▓" : "=")
        case .critical: .pattern(hasBlocks ? "▒" : "!")
        case .exceeded: .pattern("X")
        case .unlimited, .unknown: .pattern(hasBlocks ? "░" : "-")
        }
    }
}
