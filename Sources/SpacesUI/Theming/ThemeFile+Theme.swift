import Localization
import SpacesModel
import Terminal

extension ThemeFile {
    /// Makes the theme for a terminal of a certain depth; a colour that is none is left to the role's base.
    func theme(named name: String, depth: ColorDepth) -> Theme {
        let styles = Role.allCases.map { ($0, style(of: $0, depth: depth)) }
        return Theme(
            name: name, depth: depth, ground: ground, styles: Dictionary(uniqueKeysWithValues: styles))
    }

    /// As its paper tells with all colours, else as its letters do.
    private var ground: Ground? {
        let text = style(of: .text, depth: .all256)
        if let paper = Palette.lightness(of: text.background) { return paper > 0.5 ? .light : .dark }
        return Palette.lightness(of: text.foreground).map { $0 > 0.5 ? .dark : .light }
    }

    /// The names of colours that are neither in the palette nor known to terminals, each with its place.
    var unknownColors: [String] {
        let looks = Role.allCases.compactMap { roles[$0] }
        let names = looks.flatMap {
            [$0.foreground, $0.background, $0.foregroundOf16, $0.backgroundOf16, $0.foregroundOf8, $0.backgroundOf8]
        }
        let problems = names.compactMap { $0 }.filter { color(named: $0, depth: .all256) == nil }.map { unknown in
            let hint = Spelling.nearest(to: unknown.word, among: palette.keys.sorted() + ThemeColor.names)
            return "\(unknown.place): "
                + (hint.map { localized("no colour \"\(unknown.word)\"; did you mean \($0)?") }
                    ?? localized("no colour \"\(unknown.word)\""))
        }
        // One given for 16 colours stands for 8 as well.
        return problems.enumerated().filter { !problems[..<$0.offset].contains($0.element) }.map(\.element)
    }

    private func style(of role: Role, depth: ColorDepth) -> Style {
        let look = roles[role] ?? Look()
        var attributes = look.attributes ?? []
        if depth == .none { return Style(attributes: look.attributesOfMono ?? attributes) }
        if depth < .all256 { attributes = look.attributesOf16 ?? attributes }
        if depth == .eight { attributes = look.attributesOf8 ?? attributes }

        let foreground = color(of: role, depth: depth) { look, depth in
            switch depth {
            case .eight: look.foregroundOf8 ?? look.foregroundOf16 ?? look.foreground
            case .sixteen: look.foregroundOf16 ?? look.foreground
            case .all256, .none: look.foreground
            }
        }
        let background = color(of: role, depth: depth) { look, depth in
            switch depth {
            case .eight: look.backgroundOf8 ?? look.backgroundOf16 ?? look.background
            case .sixteen: look.backgroundOf16 ?? look.background
            case .all256, .none: look.background
            }
        }
        if depth == .eight, foreground.isBright { attributes.insert(.bold) }
        if depth == .eight, foreground.isGrey { attributes.insert(.dim) }
        let style = Style(
            foreground: foreground.color(at: depth), background: background.color(at: depth), attributes: attributes)
        // Two colours that fall together where there are few would hide the text.
        if depth < .all256, style.foreground == style.background, style.foreground != .standard {
            return Style(attributes: attributes.union(.reverse))
        }
        return style
    }

    /// The colour of a role, or of the roles that lend it theirs.
    private func color(
        of role: Role, depth: ColorDepth, _ given: (Look, ColorDepth) -> ColorName?
    ) -> ThemeColor {
        let name = roles[role].flatMap { given($0, depth) }
        if let color = name.flatMap({ color(named: $0, depth: depth) }) { return color }
        guard let base = role.base else { return .standard }
        return color(of: base, depth: depth, given)
    }

    private func color(named name: ColorName, depth: ColorDepth) -> ThemeColor? {
        palette[name.word]?.color(at: depth) ?? ThemeColor(parsing: name.word)
    }
}
