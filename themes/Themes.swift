/// The themes that are inside the program, so that it needs no file beside it.
package enum BuiltInThemes {
    /// Name and text of each theme, the default one first.
    package static let sources: [(name: String, yaml: String)] = [
        ("default", text(PackageResources.default_yaml)),
        ("light", text(PackageResources.light_yaml)),
        ("dark", text(PackageResources.dark_yaml)),
        ("high-contrast", text(PackageResources.high_contrast_yaml)),
        ("mono", text(PackageResources.mono_yaml)),
        ("solarized-dark", text(PackageResources.solarized_dark_yaml)),
        ("solarized-light", text(PackageResources.solarized_light_yaml)),
        ("solarized-16", text(PackageResources.solarized_16_yaml)),
        ("gruvbox-dark", text(PackageResources.gruvbox_dark_yaml)),
        ("gruvbox-light", text(PackageResources.gruvbox_light_yaml)),
        ("nord", text(PackageResources.nord_yaml)),
        ("dracula", text(PackageResources.dracula_yaml)),
        ("catppuccin-latte", text(PackageResources.catppuccin_latte_yaml)),
        ("catppuccin-frappe", text(PackageResources.catppuccin_frappe_yaml)),
        ("catppuccin-macchiato", text(PackageResources.catppuccin_macchiato_yaml)),
        ("catppuccin-mocha", text(PackageResources.catppuccin_mocha_yaml)),
        ("one-dark", text(PackageResources.one_dark_yaml)),
        ("one-light", text(PackageResources.one_light_yaml)),
        ("tokyo-night", text(PackageResources.tokyo_night_yaml)),
        ("modus-operandi", text(PackageResources.modus_operandi_yaml)),
        ("modus-operandi-deuteranopia", text(PackageResources.modus_operandi_deuteranopia_yaml)),
        ("modus-operandi-tritanopia", text(PackageResources.modus_operandi_tritanopia_yaml)),
        ("modus-vivendi", text(PackageResources.modus_vivendi_yaml)),
        ("modus-vivendi-deuteranopia", text(PackageResources.modus_vivendi_deuteranopia_yaml)),
        ("modus-vivendi-tritanopia", text(PackageResources.modus_vivendi_tritanopia_yaml)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
