import Terminal

/// A theme as its file tells it, before it is made for a terminal of a certain depth.
struct ThemeFile: Equatable, Sendable {
    /// A word of the file that names a colour, and the place to point at if there is no such colour.
    struct ColorName: Equatable, Sendable {
        let word: String
        let place: String
    }

    /// A colour of the palette; where there are only 16 or 8 colours, other ones may stand for it.
    struct Shade: Equatable, Sendable {
        var full, few, fewest: ThemeColor?
        /// True for a colour given alone, which counts at every depth; else the inherited one counts where nothing is said.
        var isWhole = true

        func color(at depth: ColorDepth) -> ThemeColor? {
            switch depth {
            case .all256, .none: full ?? few ?? fewest
            case .sixteen: few ?? full ?? fewest
            case .eight: fewest ?? few ?? full
            }
        }

        func inheriting(from base: Shade) -> Shade {
            if isWhole { return self }
            return Shade(
                full: full ?? base.full, few: few ?? base.color(at: .sixteen),
                fewest: fewest ?? few ?? base.color(at: .eight))
        }
    }

    /// What the file says about a role; `nil` where it says nothing.
    struct Look: Equatable, Sendable {
        var foreground, background: ColorName?
        var attributes: Attributes?
        /// What is different where there are only 16 or 8 colours.
        var foregroundOf16, backgroundOf16: ColorName?
        var attributesOf16: Attributes?
        /// What is different again where there are 8.
        var foregroundOf8, backgroundOf8: ColorName?
        var attributesOf8: Attributes?
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
    /// A colour given here takes the place of the other's colour at every depth, unless it is given for some depths only.
    mutating func inherit(from base: ThemeFile) {
        palette.merge(base.palette) { own, base in own.inheriting(from: base) }
        roles.merge(base.roles) { own, base in own.inheriting(from: base) }
    }
}

extension ThemeFile.Look {
    fileprivate func inheriting(from base: Self) -> Self {
        var look = self
        if foreground == nil {
            look.foreground = base.foreground
            look.foregroundOf16 = foregroundOf16 ?? base.foregroundOf16
            look.foregroundOf8 = foregroundOf8 ?? foregroundOf16 ?? base.foregroundOf8
        }
        if background == nil {
            look.background = base.background
            look.backgroundOf16 = backgroundOf16 ?? base.backgroundOf16
            look.backgroundOf8 = backgroundOf8 ?? backgroundOf16 ?? base.backgroundOf8
        }
        if attributes == nil {
            look.attributes = base.attributes
            look.attributesOf16 = attributesOf16 ?? base.attributesOf16
            look.attributesOf8 = attributesOf8 ?? attributesOf16 ?? base.attributesOf8
        }
        look.attributesOfMono = attributesOfMono ?? base.attributesOfMono
        return look
    }
}
