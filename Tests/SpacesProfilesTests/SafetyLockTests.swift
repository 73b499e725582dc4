import Testing

@testable import SpacesProfiles

/// What a file says about safety holds when the file is broken: then nothing is changed, whatever else is said.
@Suite struct SafetyLockTests {
    /// What a person may say against it.
    private static let overrides = Given(
        options: [.readOnly: .flag(false), .confirm: .text("normal")],
        variables: ["SPACES_READ_ONLY": "false", "SPACES_CONFIRM": "normal"])

    private static func configuration(_ bytes: [UInt8], system: String = "") -> Configuration {
        let own = ConfigurationReader.read(bytes, of: .init(path: "/home/ada/c.yaml", home: "/home/ada"))
        let other = ConfigurationReader.read(system, of: .init(path: "/etc/c.yaml", home: "/home/ada"))
        return Configuration(files: [own.0, other.0], problems: own.1 + other.1)
    }

    private static func configuration(_ text: String, system: String = "") -> Configuration {
        configuration(Array(text.utf8), system: system)
    }

    private static func expectLocked(_ profile: ResolvedProfile, _ place: String, _ comment: String) {
        #expect(profile.flag(.readOnly) && profile.confirmation == .strict, "\(comment)")
        let reason = profile.lockReason ?? ""
        #expect(reason.hasPrefix(place) && reason.contains("nothing is changed until it is mended: "), "\(reason)")
        #expect(profile[.readOnly].origin.description.hasPrefix(place.prefix { $0 != " " }), "\(comment)")
    }

    private static let start = "read_only: true\nconfirm: strict\nbanner: PRODUCTION\n"

    // swift-format-ignore
    static let unreadable: [(name: String, text: String, line: Int?)] = [
        ("a tab",              start + "keys:\n\tedit: F4\n", 5),
        ("an open quote",      start + "user: \"ada\nserver: https://a.example\n", nil),
        ("an anchor",          start + "user: &u ada\n", 4),
        ("an alias",           start + "user: *u\n", 4),
        ("a: b: c",            start + "user: ada: b\n", 4),
        ("an open list",       start + "scopes: [a, b\n", nil),
        ("a bad indent",       start + "profiles:\n  a:\n    user: x\n   b: y\n", nil),
        ("two documents",      start + "---\nuser: ada\n", nil),
        ("a list at the top",  "- read_only: true\n", 1),
        ("a text at the top",  "read_only true\n", 1),
        ("deep nesting",       start + String(repeating: "[", count: 100_000), 4),
        ("10 MB",              start + String(repeating: "user: ada # 10 MB\n", count: 600_000), nil),
        ("a nought",           start + "user: \u{0}\n", nil),
    ]

    @Test(arguments: unreadable.indices)
    func aFileThatCannotBeReadLocksEverything(index: Int) throws {
        let (name, text, line) = Self.unreadable[index]
        for configuration in [Self.configuration(text), Self.configuration("", system: text)] {
            let path = configuration.problems.first?.place ?? ""
            let place = line.map { "\(path):\($0) could not be read" } ?? path
            for profile in [nil, "some"] {
                let resolved = configuration.resolve(profile, given: Self.overrides)
                Self.expectLocked(resolved, place, name)
                #expect(
                    resolved.ignoredNote
                        == "Ignored while the configuration is broken: --no-read-only, $SPACES_READ_ONLY, --confirm, "
                        + "$SPACES_CONFIRM.")
            }
            // A profile that was switched to is locked, too.
            #expect(configuration.resolve("other", given: Self.overrides, isFirst: false).lockReason != nil)
            let told = configuration.problems.map(\.description)
            #expect(told.contains { $0.contains("nothing is changed until it is mended") }, "\(told)")
        }
    }

    @Test(arguments: [[0xFF], [0xC3, 0x28], [0xE4]] as [[UInt8]])
    func aFileThatIsNotUTF8LocksEverything(bytes: [UInt8]) {
        let text = Array(Self.start.utf8) + Array("# M".utf8) + bytes + Array("\nuser: ada\n".utf8)
        Self.expectLocked(Self.configuration(text).resolve(nil), "/home/ada/c.yaml:4 could not be read", "\(bytes)")
        let wide: [UInt8] =
            [0xFF, 0xFE] + Self.start.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(Self.configuration(wide).resolve(nil, given: Self.overrides).flag(.readOnly))
    }

    // swift-format-ignore
    @Test(arguments: [
        ("read_only: yse", 1), ("read_only: [true]", 1), ("read_only: {a: b}", 1), ("read_only:", 1),
        ("confirm: strickt", 1), ("confirm: [strict]", 1), ("confirm: true", 1),
        ("readonly: true", 1), ("read-only: true", 1), ("Read_Only: true", 1), ("red_only: true", 1), ("confrim: strict", 1),
        ("read_only: true\nread_only: false", 2), ("confirm: strict\nuser: a\nconfirm: normal", 3),
        ("timeouts:\n  read_only: true", 2), ("user:\n  read_only: true", 1), ("keys:\n  edit: F4\n  read_only: true", 3),
        ("defaults:\n  read_only: true", 1), ("profile:\n  a:\n    confirm: strict", 2), ("profiles: [a, b]", 1),
        ("profils:\n  a:\n    read_only: true", 1), ("<<: {read_only: true}", 1), ("? [read_only]\n: true", 1),
        ("profiles:\n  a: {user: x}\nprofiles:\n  b: {read_only: true}", 3),
    ])
    func aSafetyKeyThatIsNotUnderstoodLocksEverything(text: String, line: Int) {
        let configuration = Self.configuration("user: ada\n" + text)
        for profile in [nil, "some"] {
            Self.expectLocked(
                configuration.resolve(profile, given: Self.overrides),
                "/home/ada/c.yaml:\(line + 1) is not understood", text)
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        "read_only: yse", "read_only:", "confirm: strickt", "readonly: true", "timeouts: {read_only: true}",
        "user: {confirm: strict}", "keys: {read_only: true}", "read_only: true\n    read_only: true",
    ])
    func aSafetyKeyOfAProfileLocksThatProfile(text: String) {
        let isGivenTwice = text.contains("\n")
        let configuration = Self.configuration("profiles:\n  a:\n    \(text)\n  b:\n    user: ada\n")
        Self.expectLocked(
            configuration.resolve("a", given: Self.overrides),
            "/home/ada/c.yaml:\(isGivenTwice ? 4 : 3) is not understood", text)
        // What is given twice is told of the file, not of the profile.
        let other = configuration.resolve("b", given: Self.overrides)
        #expect(other.flag(.readOnly) == isGivenTwice && (other.lockReason != nil) == isGivenTwice)
    }

    @Test func aProfileThatIsNoMappingIsLocked() {
        let configuration = Self.configuration("profiles:\n  a: [read_only]\n  b: {user: ada}\n")
        Self.expectLocked(configuration.resolve("a"), "/home/ada/c.yaml:2 is not understood", "a list")
        #expect(configuration.resolve("b").lockReason == nil)
    }

    @Test func theLockIsFoundBehindAnyNumberOfProblems() {
        let many = (0..<1000).map { "k\($0): 1\n" }.joined()
        Self.expectLocked(
            Self.configuration(many + "read_only: yse").resolve(nil, given: Self.overrides),
            "/home/ada/c.yaml:1001", "the last line")
    }

    // swift-format-ignore
    @Test(arguments: [
        "", "~", "# nothing\n", "sever: https://a.example", "accent: rde", "user: ada\nuser: bob", "banner: [a]",
        "theme: 1\nrefresh: soon", "profiles:\n  a:\n    user: one\n  a:\n    user: two", "pin: abc", "keys: F4",
        "\u{FEFF}user: ada",
    ])
    func otherProblemsLockNothing(text: String) {
        let resolved = Self.configuration(text).resolve(nil, given: Self.overrides)
        #expect(!resolved.flag(.readOnly) && resolved.confirmation == .normal && resolved.lockReason == nil)
        #expect(resolved.ignoredNote == nil)
    }

    @Test func theMarkAtTheBeginningIsNoPartOfTheFirstKey() {
        let resolved = Self.configuration("\u{FEFF}read_only: true\nconfirm: strict\n").resolve(nil)
        #expect(resolved.flag(.readOnly) && resolved.confirmation == .strict && resolved.lockReason == nil)
    }
}
