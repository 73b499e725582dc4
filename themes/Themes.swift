/// The themes that are inside the program, so that it needs no file beside it.
package enum BuiltInThemes {
    /// Name and text of each theme, the default one first.
    package static let sources: [(name: String, yaml: String)] = [
        ("default", text(PackageResources.default_yaml)),
        ("light", text(PackageResources.light_yaml)),
        ("dark", text(PackageResources.dark_yaml)),
        ("high-contrast", text(PackageResources.high_contrast_yaml)),
        ("mono", text(PackageResources.mono_yaml)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
