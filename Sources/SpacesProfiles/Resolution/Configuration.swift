import Localization
import SpacesModel

/// All files together: the profiles by name, and what counts for each of them.
package struct Configuration: Equatable, Sendable {
    /// The nearest to the person first.
    package let files: [ConfigurationFile]
    /// What was not understood in them, in the order of the files.
    package let problems: [ConfigurationProblem]

    /// Puts files together, the nearest to the person first; problems are those of reading them.
    package init(files: [ConfigurationFile] = [], problems: [ConfigurationProblem] = []) {
        self.files = files
        self.problems = problems + Self.unknownDefaults(in: files)
    }

    /// The names of all profiles, in the order of the files.
    package var profileNames: [String] { Self.profileNames(in: files) }

    /// The keys of the person's own, each with its file, the nearest to the person first.
    package var keys: [(path: String, entry: ConfigurationFile.KeyEntry)] {
        files.flatMap { file in file.keys.map { (file.path, $0) } }
    }

    /// The settings that count for a profile, or for none.
    ///
    /// An option counts before a variable, that before the profile, then what the person's file says for all profiles, then
    /// the files of the system, then the default. `isFirst` is false for a profile that was switched to: options and variables
    /// about whom to sign in where do not follow there.
    package func resolve(_ name: String?, given: Given = Given(), isFirst: Bool = true) -> ResolvedProfile {
        let given = isFirst ? given : given.forOtherProfiles
        var values = Dictionary(
            uniqueKeysWithValues: Setting.allCases.map { ($0, value(of: $0, in: name, given: given)) })
        guard let problem = lock(of: name), let reason = problem.lockReason else {
            return ResolvedProfile(name: name, values: values)
        }
        // Whatever else was said: that file may say the contrary.
        var ignored: [String] = []
        for setting in Setting.allCases where setting.isSafeguard {
            guard let careful = setting.careful?.value else { continue }
            if let value = given.options[setting], value != careful {
                ignored.append(setting == .readOnly ? "--no-read-only" : "--\(setting.option ?? setting.key)")
            }
            if let (variable, _) = given.variable(setting), given.value(ofVariable: setting) != careful {
                ignored.append("$\(variable)")
            }
            let place = problem.place + (problem.line.map { ":\($0)" } ?? "")
            values[setting] = .init(value: careful, origin: .locked(place))
        }
        return ResolvedProfile(name: name, values: values, lockReason: reason, ignored: ignored)
    }

    /// The problem by which a profile, or a run without one, is locked.
    private func lock(of profile: String?) -> ConfigurationProblem? {
        problems.first { problem in
            guard let lock = problem.lock else { return false }
            return lock.profile == nil || lock.profile == profile
        }
    }

    private func value(of setting: Setting, in profile: String?, given: Given) -> ResolvedProfile.Value {
        if let value = given.options[setting] { return .init(value: value, origin: .option(setting.option ?? "")) }
        if let (name, text) = given.variable(setting) {
            do throws(SettingProblem) {
                return .init(value: try setting.type.value(from: text), origin: .variable(name))
            } catch {
                // Told by `Given.problems`; what is weaker counts, where nothing is to be protected.
                if let careful = setting.careful { return .init(value: careful.value, origin: .variable(name)) }
            }
        }
        for file in files {
            guard let profile, let entry = file.profiles.first(where: { $0.name == profile })?.entries[setting] else {
                continue
            }
            return .init(
                value: entry.value, origin: .file(path: file.path, line: entry.line, profile: profile))
        }
        for file in files {
            guard let entry = file.entries[setting] else { continue }
            return .init(value: entry.value, origin: .file(path: file.path, line: entry.line, profile: nil))
        }
        return .init(value: setting.standard, origin: .standard)
    }

    // MARK: Which profile

    /// The profile to start with; `nil` for none, where a server is named without one.
    ///
    /// Whoever names a server by an option or a variable, and no profile, means that server and not the passwords of the
    /// usual one. Throws for a name that there is no profile of, and where there are several to choose from.
    package func firstProfile(
        option: String?, given: Given
    ) throws(UnknownProfile) -> String? {
        if let name = option ?? given.variables["SPACES_PROFILE"].flatMap({ $0.isEmpty ? nil : $0 }) {
            guard profileNames.contains(name) else { throw UnknownProfile(name, among: profileNames) }
            return name
        }
        if given.options[.server] != nil || given.variable(.server) != nil { return nil }
        if let name = files.lazy.compactMap(\.defaultProfile?.name).first(where: profileNames.contains) { return name }
        let names = profileNames
        if names.count == 1 { return names[0] }
        if names.isEmpty || resolve(nil, given: given).text(.server) != nil { return nil }
        throw UnknownProfile(choosingAmong: names)
    }

    private static func profileNames(in files: [ConfigurationFile]) -> [String] {
        var seen: Set<String> = []
        return files.flatMap(\.profiles).map(\.name).filter { seen.insert($0).inserted }
    }

    private static func unknownDefaults(in files: [ConfigurationFile]) -> [ConfigurationProblem] {
        let names = profileNames(in: files)
        return files.compactMap { file in
            guard let (name, line) = file.defaultProfile, !names.contains(name) else { return nil }
            return ConfigurationProblem(file.path, line: line, UnknownProfile(name, among: names).sentence)
        }
    }
}

/// Why a profile cannot be taken: one line for the person.
package struct UnknownProfile: Error, Equatable, Sendable {
    /// To go on after a place, as in `file:line: …`.
    package let sentence: String
    /// The profiles to choose from where no name is wrong, but none was named; else empty.
    package var choices: [String] = []

    /// A sentence of its own.
    package var wholeSentence: String {
        sentence.prefix(1).uppercased() + sentence.dropFirst() + (sentence.hasSuffix("?") ? "" : ".")
    }

    init(_ name: String, among names: [String]) {
        let word = SettingProblem.quoted(name)
        sentence =
            if let near = Spelling.nearest(to: name, among: names) {
                localized("there is no profile \(word); did you mean \(near)?")
            } else if names.isEmpty {
                localized("there is no profile \(word); none is configured")
            } else {
                localized("there is no profile \(word); there are \(Self.listed(names))")
            }
    }

    init(choosingAmong names: [String]) {
        choices = names
        sentence = localized("several profiles are configured, so name one with --profile: \(Self.listed(names))")
    }

    private static func listed(_ names: [String]) -> String {
        names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    }
}
