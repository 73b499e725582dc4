package import Terminal

/// Which theme counts: the one that is being tried, else the one chosen in the program, else that of the configuration.
package struct ThemeSelection: Equatable, Sendable {
    /// The theme of the configuration.
    package let standard: String
    /// Those that the configuration has in place of it on a background of a kind.
    package let dark, light: String?
    /// The background of the terminal, as far as it is known.
    package internal(set) var ground: Ground?
    /// The theme that was chosen in the program.
    package internal(set) var chosen: String?
    /// The theme that is being tried.
    var tried: String?
    package internal(set) var catalog = ThemeCatalog()
    /// What is drawn with; `nil` leaves it to the look that the screen was opened with.
    package private(set) var theme: Theme?

    package init(
        standard: String = "default", dark: String? = nil, light: String? = nil, ground: Ground? = nil,
        chosen: String? = nil, catalog: ThemeCatalog = ThemeCatalog()
    ) {
        self.standard = standard
        self.dark = dark
        self.light = light
        self.ground = ground
        self.chosen = chosen
        self.catalog = catalog
        settle()
    }

    /// What the configuration wants on this background.
    var configured: String {
        switch ground {
        case .dark: dark ?? standard
        case .light: light ?? standard
        case nil: standard
        }
    }

    /// The theme that counts when none is being tried.
    package var name: String { chosen ?? configured }

    /// Whether the background makes a difference.
    package var dependsOnGround: Bool { chosen == nil && (dark ?? standard) != (light ?? standard) }

    /// Draws with the theme that counts; where it cannot be had, all stays as it is.
    mutating func settle() {
        if let theme = catalog[tried ?? name] { self.theme = theme }
    }
}

/// A theme that was chosen in the program, as it is written down for the next time.
package struct ThemeChoice: Equatable, Sendable {
    package let name: String
    /// What the configuration said at the time: when that says something else, it is newer than the choice.
    package let configuration: String

    package init(name: String, configuration: String) {
        self.name = name
        self.configuration = configuration
    }
}

extension ThemeSelection {
    /// All that the configuration says about themes.
    package var configuration: String { [standard, dark ?? "", light ?? ""].joined(separator: ",") }
}
