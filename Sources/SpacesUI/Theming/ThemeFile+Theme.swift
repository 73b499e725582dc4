import Terminal

extension ThemeFile {
    /// Makes the theme for a terminal of a certain depth; colours that are none are left to the role's base.
    func theme(named name: String, depth: ColorDepth) -> (theme: Theme, warnings: [String]) {
        var styles: [Role: Style] = [:]
        var warnings: [String] = []
        for role in Role.allCases {
            let style = style(of: role, depth: depth) { unknown in
                let hint = Spelling.nearest(to: unknown.word, among: palette.keys + ThemeColor.names)
                warnings.append(
                    "\(unknown.place): no colour \"\(unknown.word)\"" + (hint.map { "; did you mean \($0)?" } ?? ""))
            }
            styles[role] = style
        }
        return (Theme(name: name, depth: depth, styles: styles), warnings)
    }

    private func style(of role: Role, depth: ColorDepth, warn: (ColorName) -> Void) -> Style {
        let look = roles[role] ?? Look()
        var attributes = look.attributes ?? []
        if depth == .none { return Style(attributes: look.attributesOfMono ?? attributes) }
        if depth < .all256 { attributes = look.attributesOf16 ?? attributes }

        let foreground = color(of: role, \.foreground, \.foregroundOf16, depth: depth, warn: warn)
        let background = color(of: role, \.background, \.backgroundOf16, depth: depth, warn: warn)
        var style = Style(
            foreground: foreground.color(at: depth), background: background.color(at: depth), attributes: attributes)
        if depth == .eight {
            if foreground.isBright { style.attributes.insert(.bold) }
            if foreground.isGrey {
                style.foreground = .standard
                style.attributes.insert(.dim)
            }
            if background.isGrey { style.background = .standard }
        }
        // Two colours that fall together where there are few would hide the text.
        if depth < .all256, style.foreground == style.background, style.foreground != .standard {
            style = Style(attributes: style.attributes.union(.reverse))
        }
        return style
    }

    /// The colour of a role, or of the roles that lend it theirs.
    private func color(
        of role: Role, _ full: KeyPath<Look, ColorName?>, _ few: KeyPath<Look, ColorName?>, depth: ColorDepth,
        warn: (ColorName) -> Void
    ) -> ThemeColor {
        let own = roles[role]
        let given = (depth < .all256 ? own?[keyPath: few] : nil) ?? own?[keyPath: full]
        if let given {
            if let shade = palette[given.word] { return shade.color(at: depth) }
            if let color = ThemeColor(parsing: given.word) { return color }
            warn(given)
        }
        guard let base = role.base else { return .standard }
        return color(of: base, full, few, depth: depth) { _ in }
    }
}
