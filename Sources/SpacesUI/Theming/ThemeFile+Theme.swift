import SpacesModel
import Terminal

extension ThemeFile {
    /// Makes the theme for a terminal of a certain depth; a colour that is none is left to the role's base.
    func theme(named name: String, depth: ColorDepth) -> Theme {
        let styles = Role.allCases.map { ($0, style(of: $0, depth: depth)) }
        return Theme(name: name, depth: depth, styles: Dictionary(uniqueKeysWithValues: styles))
    }

    /// The names of colours that are neither in the palette nor known to terminals, each with its place.
    var unknownColors: [String] {
        let looks = Role.allCases.compactMap { roles[$0] }
        let names = looks.flatMap { [$0.foreground, $0.background, $0.foregroundOf16, $0.backgroundOf16] }
        return names.compactMap { $0 }.filter { color(named: $0, depth: .all256) == nil }.map { unknown in
            let hint = Spelling.nearest(to: unknown.word, among: palette.keys.sorted() + ThemeColor.names)
            return "\(unknown.place): no colour \"\(unknown.word)\"" + (hint.map { "; did you mean \($0)?" } ?? "")
        }
    }

    private func style(of role: Role, depth: ColorDepth) -> Style {
        let look = roles[role] ?? Look()
        var attributes = look.attributes ?? []
        if depth == .none { return Style(attributes: look.attributesOfMono ?? attributes) }
        if depth < .all256 { attributes = look.attributesOf16 ?? attributes }

        let foreground = color(of: role, \.foreground, \.foregroundOf16, depth: depth)
        let background = color(of: role, \.background, \.backgroundOf16, depth: depth)
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
        of role: Role, _ full: KeyPath<Look, ColorName?>, _ few: KeyPath<Look, ColorName?>, depth: ColorDepth
    ) -> ThemeColor {
        let own = roles[role]
        let given = (depth < .all256 ? own?[keyPath: few] : nil) ?? own?[keyPath: full]
        if let color = given.flatMap({ color(named: $0, depth: depth) }) { return color }
        guard let base = role.base else { return .standard }
        return color(of: base, full, few, depth: depth)
    }

    private func color(named name: ColorName, depth: ColorDepth) -> ThemeColor? {
        palette[name.word]?.color(at: depth) ?? ThemeColor(parsing: name.word)
    }
}
