/// A change of one setting of a profile in the text of a configuration that a person wrote: everything else stays as it is,
/// comments and line ends included.
///
/// YAML can be written in more ways than are known here. So the new text is read again, and a change that would have changed
/// anything but the setting is none.
package struct ConfigurationEdit {
    private let source: ConfigurationReader.Source
    private let setting: Setting
    private let profile: String

    package init(_ setting: Setting, of profile: String, in source: ConfigurationReader.Source) {
        self.setting = setting
        self.profile = profile
        self.source = source
    }

    /// The text with a value for the setting, which the profile has not yet; `nil` where that cannot be done safely.
    ///
    /// It comes after the server, or before what else stands first in the profile.
    package func adding(_ value: String, to text: String) -> String? {
        guard let written = written(in: text), written.entries[setting] == nil else { return nil }
        let lines = text.linesWithEnds
        let server = written.entries[.server]?.line
        guard let place = server ?? written.entries.values.map(\.line).min(), place <= lines.count else { return nil }
        let neighbour = lines[place - 1]
        let indent = neighbour.prefix { $0 == " " }
        let end = neighbour.hasSuffix("\r\n") || lines.first?.hasSuffix("\r\n") == true ? "\r\n" : "\n"
        var changed = lines
        if server == nil {
            changed.insert("\(indent)\(setting.key): \(value)\(end)"[...], at: place - 1)
        } else {
            if neighbour.last?.isNewline != true { changed[place - 1] += end }
            changed.insert("\(indent)\(setting.key): \(value)\(end)"[...], at: place)
        }
        return checked(changed.joined(), against: text, value: value)
    }

    /// The text without the setting of the profile, which stands in one line; `nil` where that cannot be done safely.
    package func removing(from text: String) -> String? {
        var lines = text.linesWithEnds
        guard let entry = written(in: text)?.entries[setting], entry.line <= lines.count else { return nil }
        lines.remove(at: entry.line - 1)
        return checked(lines.joined(), against: text, value: nil)
    }

    private func written(in text: String) -> ConfigurationFile.Profile? {
        ConfigurationReader.read(text, of: source).0.profiles.first { $0.name == profile }
    }

    /// The new text, when it says what the old one does and this value.
    private func checked(_ new: String, against old: String, value: String?) -> String? {
        let (before, problemsBefore) = ConfigurationReader.read(old, of: source)
        let (after, problemsAfter) = ConfigurationReader.read(new, of: source)
        var expected = Meaning(before)
        do throws(SettingProblem) {
            expected.change(
                setting, of: profile,
                to: try value.map { (text) throws(SettingProblem) in
                    try setting.type.value(from: text)
                })
        } catch {
            return nil
        }
        let isSame = Meaning(after) == expected && problemsAfter.map(\.sentence) == problemsBefore.map(\.sentence)
        return isSame ? new : nil
    }
}

/// What a file says, whatever the lines.
private struct Meaning: Equatable {
    private var settings: [Setting: SettingValue]
    private var defaultProfile: String?
    private var names: [String]
    private var profiles: [String: [Setting: SettingValue]]

    init(_ file: ConfigurationFile) {
        settings = file.entries.mapValues(\.value)
        defaultProfile = file.defaultProfile?.name
        names = file.profiles.map(\.name)
        profiles = Dictionary(file.profiles.map { ($0.name, $0.entries.mapValues(\.value)) }) { first, _ in first }
    }

    mutating func change(_ setting: Setting, of profile: String, to value: SettingValue?) {
        profiles[profile]?[setting] = value
    }
}

extension String {
    /// The lines, each with its end, so that joined they are the text again.
    fileprivate var linesWithEnds: [Substring] {
        var lines: [Substring] = []
        var rest = self[...]
        while let end = rest.firstIndex(where: \.isNewline) {
            lines.append(rest[...end])
            rest = rest[rest.index(after: end)...]
        }
        return rest.isEmpty ? lines : lines + [rest]
    }
}
