import Terminal

/// A theme as its file tells it, before it is made for a terminal of a certain depth.
struct ThemeFile: Equatable, Sendable {
    /// A word of the file that names a colour, and the place to point at if there is no such colour.
    struct ColorName: Equatable, Sendable {
        let word: String
        let place: String
    }

    /// A colour of the palette; where there are only 16 or 8 colours, another one may stand for it.
    struct Shade: Equatable, Sendable {
        var full: ThemeColor
        var few: ThemeColor?

        func color(at depth: ColorDepth) -> ThemeColor {
            depth < .all256 ? few ?? full : full
        }
    }

    /// What the file says about a role; `nil` where it says nothing.
    struct Look: Equatable, Sendable {
        var foreground, background: ColorName?
        var attributes: Attributes?
        /// What is different where there are only 16 or 8 colours.
        var foregroundOf16, backgroundOf16: ColorName?
        var attributesOf16: Attributes?
        /// What is different where there are no colours.
        var attributesOfMono: Attributes?
    }

    var name: String?
    var summary: String?
    /// The theme that says what this one leaves out.
    var inherits: ColorName?
    var palette: [String: Shade] = [:]
    var roles: [Role: Look] = [:]

    /// Takes over from another theme what this one leaves out.
    ///
    /// A colour given here takes the place of the other's colour at every depth.
    mutating func inherit(from base: ThemeFile) {
        palette.merge(base.palette) { own, _ in own }
        roles.merge(base.roles) { own, base in own.inheriting(from: base) }
    }
}

extension ThemeFile.Look {
    fileprivate func inheriting(from base: Self) -> Self {
        var look = self
        if foreground == nil {
            look.foreground = base.foreground
            look.foregroundOf16 = foregroundOf16 ?? base.foregroundOf16
        }
        if background == nil {
            look.background = base.background
            look.backgroundOf16 = backgroundOf16 ?? base.backgroundOf16
        }
        if attributes == nil {
            look.attributes = base.attributes
            look.attributesOf16 = attributesOf16 ?? base.attributesOf16
        }
        look.attributesOfMono = attributesOfMono ?? base.attributesOfMono
        return look
    }
}
