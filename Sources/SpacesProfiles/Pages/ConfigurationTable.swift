import SpacesModel

/// What counts, as `spaces config show` prints it: aligned, and never with a secret.
package enum ConfigurationTable {
    /// The settings that somebody set, or all of them, in lines without an end; `keys` are the keys of the person's own.
    package static func lines(
        of profile: ResolvedProfile, keys: [(path: String, entry: ConfigurationFile.KeyEntry)] = [], withOrigin: Bool
    ) -> [String] {
        var rows = [("profile", profile.name ?? "–", "")]
        for setting in Setting.allCases {
            let resolved = profile[setting]
            guard let value = resolved.value else { continue }
            rows.append((setting.key, value.shown, resolved.origin.description))
        }
        var seen: Set<String> = []
        for (path, entry) in keys where seen.insert(entry.command).inserted {
            rows.append(
                (
                    "keys." + entry.command,
                    SettingValue.list(entry.keys).shown, "\(path):\(entry.line)"
                ))
        }
        let names = rows.map(\.0.count).max() ?? 0
        let values = min(60, rows.map(\.1.count).max() ?? 0)
        return rows.map { name, value, origin in
            let left = name.padded(to: names) + "  "
            return withOrigin && !origin.isEmpty ? left + value.padded(to: values) + "  " + origin : left + value
        }
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, count - self.count))
    }
}
