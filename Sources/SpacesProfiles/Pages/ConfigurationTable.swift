import SpacesModel

/// What counts, as `spaces config show` prints it: aligned, and never with a secret.
package enum ConfigurationTable {
    /// The settings that somebody set, or all of them, in lines without an end.
    package static func lines(of profile: ResolvedProfile, withOrigin: Bool) -> [String] {
        var rows = [("profile", profile.name ?? "–", "")]
        for setting in Setting.allCases {
            let resolved = profile[setting]
            guard let value = resolved.value else { continue }
            rows.append((setting.key, value.shown, SafeText.visible(resolved.origin.description)))
        }
        let keys = rows.map(\.0.count).max() ?? 0
        let values = min(60, rows.map(\.1.count).max() ?? 0)
        return rows.map { key, value, origin in
            let left = key.padded(to: keys) + "  "
            return withOrigin && !origin.isEmpty ? left + value.padded(to: values) + "  " + origin : left + value
        }
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, count - self.count))
    }
}
