import Localization
import SpacesModel
import Yams

/// Reads a configuration: what is not understood becomes a problem with its line, and the rest counts.
package struct ConfigurationReader {
    /// What the reader has to know about a file besides its text.
    package struct Source: Sendable {
        package var path: String
        /// The person's home folder, for paths that begin with `~/`.
        package var home: String
        /// Whether others than its owner and the administrator may write it, so that no command of it may be run.
        package var isWritableByOthers: Bool
        /// A folder above it that others may write, with the same consequence.
        package var openFolder: String?

        package init(path: String, home: String, isWritableByOthers: Bool = false, openFolder: String? = nil) {
            self.path = path
            self.home = home
            self.isWritableByOthers = isWritableByOthers
            self.openFolder = openFolder
        }
    }

    /// More than these say no more.
    private static let mostProblems = 100
    /// What people may look for here, and must not find.
    private static let secrets: Set<String> = [
        "password", "passphrase", "token", "access_token", "refresh_token", "app_token", "secret", "client_secret",
    ]

    private let source: Source
    /// The profile that is being read; `nil` at the top of the file.
    private var profile: String?
    var file: ConfigurationFile
    private(set) var problems: [ConfigurationProblem] = []

    /// Reads the text of a file; never fails.
    package static func read(_ text: String, of source: Source) -> (ConfigurationFile, [ConfigurationProblem]) {
        var reader = ConfigurationReader(source: source)
        reader.read(text)
        return (reader.file, reader.problems)
    }

    /// The same for the bytes of a file, which may be no text.
    package static func read(_ bytes: [UInt8], of source: Source) -> (ConfigurationFile, [ConfigurationProblem]) {
        if bytes.count > ConfigurationText.largest {
            return (ConfigurationFile(path: source.path), [.tooLarge(source.path)])
        }
        if let text = String(validating: bytes, as: UTF8.self) { return read(text, of: source) }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (
            ConfigurationFile(path: source.path),
            [.unread(source.path, line: line.map { $0 + 1 }, localized("not UTF-8: save it as UTF-8"))]
        )
    }

    private init(source: Source) {
        self.source = source
        file = ConfigurationFile(path: source.path)
    }

    private mutating func read(_ text: String) {
        if text.utf8.count > ConfigurationText.largest {
            problems.append(.tooLarge(source.path))
            return
        }
        if source.isWritableByOthers {
            problems.append(.writableByOthers(source.path))
        } else if let folder = source.openFolder {
            problems.append(.replaceableByOthers(source.path, in: folder))
        }
        var yaml = ConfigurationText(path: source.path, text: text)
        let (root, unread) = yaml.compose()
        problems += unread
        guard let root, root.null == nil else { return }
        guard case .mapping(let mapping) = root else {
            problems.append(
                .unread(
                    source.path, line: line(of: root),
                    localized("a configuration is made of keys and values, as in server: https://cloud.example.org")))
            return
        }
        file.entries = readEntries(mapping, others: ["keys", "profile", "profiles"])
        for (key, value) in mapping {
            switch key.string {
            case "keys": readKeys(value)
            case "profile": readDefaultProfile(value)
            case "profiles": readProfiles(value)
            default: break
            }
        }
    }

    // MARK: Profiles

    private mutating func readDefaultProfile(_ node: Node) {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            warn(
                node, localized("profile takes the name of a profile"),
                lock: SafetyKeys.isMentioned(in: node) ? .init() : nil)
            return
        }
        file.defaultProfile = (scalar.string, line(of: node))
    }

    private mutating func readProfiles(_ node: Node) {
        guard case .mapping(let mapping) = node else {
            if node.null == nil {
                warn(node, localized("profiles takes names, and below each its settings"), lock: .init())
            }
            return
        }
        for (key, value) in mapping {
            guard let name = key.string, ProfileName.isValid(name) else {
                warn(
                    key,
                    localized("\(SettingProblem.quoted(key.string ?? "")) is no name of a profile: \(ProfileName.rule)")
                )
                continue
            }
            var profile = ConfigurationFile.Profile(name: name, line: line(of: key))
            if case .mapping(let settings) = value {
                self.profile = name
                profile.entries = readEntries(settings, others: [])
                self.profile = nil
            } else if value.null == nil {
                warn(
                    value, localized("the profile \(name) takes settings, as in server: https://cloud.example.org"),
                    lock: .init(profile: name))
            }
            file.profiles.append(profile)
        }
    }

    // MARK: Settings

    /// The settings of a mapping; the other keys are none of its business.
    private mutating func readEntries(
        _ mapping: Node.Mapping, others: [String], inside parent: String? = nil
    ) -> [Setting: ConfigurationFile.Entry] {
        let prefix = parent.map { $0 + "." } ?? ""
        var entries: [Setting: ConfigurationFile.Entry] = [:]
        for (key, value) in mapping {
            guard let word = key.string else {
                warn(key, localized("a key is a word"), lock: .init(profile: profile))
                continue
            }
            if others.contains(word) { continue }
            if let setting = Setting(rawValue: prefix + word) {
                entries[setting] = readEntry(value, of: setting, at: key)
            } else if parent == nil, Self.parents.contains(word) {
                guard case .mapping(let inner) = value else {
                    warn(
                        value, localized("\(word) takes keys: \(Self.children(of: word).joined(separator: ", "))"),
                        lock: lock(by: value))
                    continue
                }
                entries.merge(readEntries(inner, others: [], inside: word)) { first, _ in first }
            } else {
                let meant = warnUnknown(key, word, value, inside: parent, others: others)
                // A misspelt protection protects.
                if let meant, let careful = meant.careful, entries[meant] == nil {
                    entries[meant] = ConfigurationFile.Entry(value: careful.value, line: line(of: key))
                }
            }
        }
        return entries
    }

    private mutating func readEntry(_ node: Node, of setting: Setting, at key: Node) -> ConfigurationFile.Entry? {
        if setting == .credentialCommand, source.isWritableByOthers {
            warn(key, localized("credential.command is not run, because others may write this file"))
            return nil
        }
        if setting == .credentialCommand, let folder = source.openFolder {
            let shown = folder
            warn(key, localized("credential.command is not run, because others may write the folder \(shown)"))
            return nil
        }
        do throws(SettingProblem) {
            let value = try read(node, as: setting.type)
            if case .address = setting.type, value.shown != value.whole {
                throw SettingProblem(
                    localized("holds a password, which no configuration does; SPACES_PROXY or HTTPS_PROXY may have one")
                )
            }
            return ConfigurationFile.Entry(value: located(value, setting), line: line(of: key))
        } catch {
            warn(
                key, "\(setting.key) \(error.reason)", consequence: setting.careful?.consequence,
                lock: setting.isSafeguard ? .init(profile: profile) : lock(by: node))
            return setting.careful.map { ConfigurationFile.Entry(value: $0.value, line: line(of: key)) }
        }
    }

    private func read(_ node: Node, as type: SettingType) throws(SettingProblem) -> SettingValue {
        switch node {
        case .scalar(let scalar):
            if scalar.string.isEmpty, scalar.style == .plain {
                throw SettingProblem(localized("has no value; one that begins with # needs quotes"))
            }
            return try type.value(from: scalar.string)
        case .sequence(let sequence):
            guard sequence.count <= 100 else { throw SettingProblem(localized("has more than 100 entries")) }
            var words: [String] = []
            for word in sequence {
                guard case .scalar(let scalar) = word, !scalar.string.contains(where: \.isNewline) else {
                    throw SettingProblem(localized("takes \(type.description)"))
                }
                words.append(scalar.string)
            }
            return try type.value(from: words)
        case .mapping, .alias: throw SettingProblem(localized("takes \(type.description), and no keys of its own"))
        }
    }

    /// A path begins in the home folder, at the root, or where the file is.
    private func located(_ value: SettingValue, _ setting: Setting) -> SettingValue {
        guard case .file = setting.type, case .text(let path) = value else { return value }
        if path == "~" || path.hasPrefix("~/") { return .text(source.home + path.dropFirst()) }
        if path.hasPrefix("/") { return value }
        let folder = source.path.lastIndex(of: "/").map { source.path[...$0] } ?? ""
        return .text(folder + path)
    }

    private static let parents: Set<String> = Set(
        Setting.allCases.compactMap { $0.key.contains(".") ? $0.key.split(separator: ".").first.map(String.init) : nil }
    )

    private static func children(of parent: String) -> [String] {
        Setting.allCases.filter { $0.key.hasPrefix(parent + ".") }.map { String($0.key.dropFirst(parent.count + 1)) }
    }

    // MARK: Problems

    func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    mutating func warn(
        _ node: Node, _ cause: String, consequence: String? = nil, lock: ConfigurationProblem.Lock? = nil
    ) {
        let problem = ConfigurationProblem(
            source.path, line: line(of: node), cause, consequence: lock == nil ? consequence : nil, lock: lock)
        if problems.count == Self.mostProblems {
            problems.append(ConfigurationProblem(source.path, localized("there are more problems than these")))
        }
        // What locks counts, however much else is wrong.
        let isNewLock = lock != nil && !problems.contains { $0.lock == lock }
        if problems.count < Self.mostProblems || isNewLock { problems.append(problem) }
    }

    /// What is locked where a value that is left out may have protected something.
    func lock(by node: Node) -> ConfigurationProblem.Lock? {
        SafetyKeys.isMentioned(in: node) ? .init(profile: profile) : nil
    }

    private static func unknown(_ word: String, inside parent: String?, _ hint: String?) -> String {
        let word = SettingProblem.quoted(word)
        return switch (parent, hint) {
        case (let parent?, let hint?): localized("\(parent) has no key \(word); did you mean \(hint)?")
        case (let parent?, nil): localized("\(parent) has no key \(word)")
        case (nil, let hint?): localized("there is no setting \(word); did you mean \(hint)?")
        case (nil, nil): localized("there is no setting \(word)")
        }
    }

    /// Says that there is no such key, and returns the setting that was probably meant.
    private mutating func warnUnknown(
        _ node: Node, _ word: String, _ value: Node, inside parent: String?, others: [String]
    ) -> Setting? {
        if Self.secrets.contains(word.lowercased()) {
            warn(
                node,
                localized(
                    """
                    no secret belongs here, so \(word) is not read: name a file of its own that only you can read \
                    (password_file, token_file), or a program that tells it (credential.command)
                    """))
            return nil
        }
        if word == "keys", parent == nil {
            warn(
                node, localized("keys are the same for all profiles, so that they stand at the top of the file"),
                lock: lock(by: value))
            return nil
        }
        let known =
            parent.map(Self.children)
            ?? Setting.allCases.map(\.key).filter { !$0.contains(".") } + Self.parents.sorted() + others
        // A hyphen instead of an underscore is what the options have.
        let hint = Spelling.nearest(to: word.replacing("-", with: "_"), among: known)
        let meant = hint.flatMap { Setting(rawValue: (parent.map { $0 + "." } ?? "") + $0) }
        // One of them in a wrong place is meant as well.
        let isSafeguard = meant?.isSafeguard ?? (hint == nil && SafetyKeys.isNear(word))
        warn(
            node, Self.unknown(word, inside: parent, hint), consequence: meant?.careful?.consequence,
            lock: isSafeguard ? .init(profile: profile) : lock(by: value))
        return meant
    }
}

extension ConfigurationProblem {
    /// A file that cannot be a configuration.
    package static func tooLarge(_ path: String) -> Self {
        .unread(path, localized("larger than 1 MB, and a configuration is a page of text"))
    }

    static func replaceableByOthers(_ path: String, in folder: String) -> Self {
        let shown = folder
        return ConfigurationProblem(
            path,
            localized(
                """
                others may write the folder \(shown), and with another file decide which server gets your password: \
                chmod go-w \(shown)
                """))
    }
    static func writableByOthers(_ path: String) -> Self {
        ConfigurationProblem(
            path,
            localized(
                "others may write this file, and with it decide which server gets your password: chmod go-w \(path)"))
    }
}

/// The rule for names of profiles.
package enum ProfileName {
    static var rule: String { localized("it takes up to 64 letters, digits, dots, hyphens and underscores") }

    /// Whether it may be shown, typed and made part of a file's name without a second thought.
    package static func isValid(_ name: String) -> Bool {
        (1...64).contains(name.count) && name.first != "." && name.first != "-"
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    }
}
