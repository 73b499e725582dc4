import Foundation
import Testing

@testable import SpacesProfiles

/// What is wrong in a file is told with its line, and the rest counts.
@Suite struct ReaderTests {
    private func read(_ text: String, isWritableByOthers: Bool = false) -> (ConfigurationFile, [String]) {
        let source = ConfigurationReader.Source(
            path: "/etc/c.yaml", home: "/home/ada", isWritableByOthers: isWritableByOthers)
        let (file, problems) = ConfigurationReader.read(text, of: source)
        return (file, problems.map(\.description))
    }

    @Test func theExampleIsUnderstood() throws {
        let (file, problems) = read(ConfigurationExample.text)
        #expect(problems.isEmpty)
        #expect(file.profiles.map(\.name) == ["production", "staging", "audit"])
        #expect(file.defaultProfile?.name == "staging")
        let staging = try #require(file.profiles.first { $0.name == "staging" })
        #expect(staging.entries[.passwordFile]?.value == .text("/home/ada/.config/spaces/staging.password"))
        #expect(staging.entries[.cacert]?.value == .text("/etc/staging-ca.pem"), "beside the file")
        let production = try #require(file.profiles.first)
        #expect(production.entries[.credentialCommand]?.value == .list(["pass", "show", "cloud.example.org"]))
        #expect(production.entries[.refresh]?.value == .interval(.zero))
        #expect(file.entries[.refresh]?.value == .interval(.seconds(60)))
    }

    // swift-format-ignore
    @Test(arguments: [
        ("sever: https://a.example", "1: there is no setting \"sever\"; did you mean server?"),
        ("user: ada\nread-only: true", "2: there is no setting \"read-only\"; did you mean read_only? Until that is right, nothing is changed"),
        ("profiles:\n  a:\n    atuh: basic", "3: there is no setting \"atuh\"; did you mean auth?"),
        ("profiles:\n  a:\n    auth: baisc", "3: auth takes auto, oidc, device, app-token, basic or bearer, not \"baisc\"; did you mean basic?"),
        ("proxy: http://u:geheim@p:1", "1: proxy holds a password, which no configuration does; SPACES_PROXY or HTTPS_PROXY may have one"),
        ("proxy: u:geheim@p:1", "1: proxy holds a password, which no configuration does; SPACES_PROXY or HTTPS_PROXY may have one"),
        ("insecure: perhaps", "1: insecure takes true or false, not \"perhaps\""),
        ("user: [ada]", "1: user takes a line of text, not a list"),
        ("server: {host: a}", "1: server takes an address, and no keys of its own"),
        ("accent: rde", "1: accent takes a colour: \"#rrggbb\" in quotes, or a name such as red or bright-blue, not \"rde\"; did you mean red?"),
        ("accent: #ff0000", "1: accent has no value; one that begins with # needs quotes"),
        ("refresh: 5 days", "1: refresh takes auto, off or a time such as 30s, 5m or 1h, at most 24h, not \"5 days\""),
        ("timeouts:\n  conect: 5s", "2: timeouts has no key \"conect\"; did you mean connect?"),
        ("timeouts: 5s", "1: timeouts takes keys: connect, first_byte, idle"),
        ("credential:\n  command: pass show cloud", "2: credential.command takes a list: a program and its arguments, as in [pass, show, cloud]"),
        ("pin: sha256//abc", "1: pin takes sha256// and a hash of 32 bytes in Base64, or a list of these, not \"sha256//abc\"; until that is right, there is no connection"),
        ("profiles:\n  \"a b\":\n    user: x", "2: \"a b\" is no name of a profile: it takes up to 64 letters, digits, dots, hyphens and underscores"),
        ("profiles: [a, b]", "1: profiles takes names, and below each its settings; until that is right, nothing is changed"),
        ("profiles:\n  a:\n    keys: {edit: x}", "3: keys are the same for all profiles, so that they stand at the top of the file"),
        ("keys:\n  edit: {a: b}", "2: \"edit\" takes a key or a list of keys, as in edit: F4 or refresh: [^R, F5]"),
        ("keys:\n  edit: #", "2: \"edit\" has no key; a sign needs quotes, and [] takes the key away"),
        ("keys: F4", "1: keys takes commands, and for each its keys, as in edit: F4 or refresh: [^R, F5]"),
        ("- a\n- b", "1: a configuration is made of keys and values, as in server: https://cloud.example.org; nothing of this file is read, and nothing is changed until it is mended"),
        ("user: ada\nserver: https://a.example\nuser: bob", "3: \"user\" is given twice; line 1 counts"),
        ("user: \"\\e[31mred\\nx\"", "1: user takes one line"),
    ])
    func tellsWhatIsWrong(text: String, problem: String) {
        let (_, problems) = read(text)
        #expect(problems == ["/etc/c.yaml:" + problem])
    }

    @Test func keysAreReadAsTheyStand() {
        let (file, problems) = read(
            "keys:\n  edit: F4\n  refresh: [^R, \"?\", 1, ~]\n  quit: []\n  mark: n\n  teleport: x")
        #expect(problems.isEmpty)
        #expect(
            file.keys.map { [$0.command] + $0.keys } == [
                ["edit", "F4"], ["refresh", "^R", "?", "1", "~"], ["quit"], ["mark", "n"], ["teleport", "x"],
            ])
        #expect(file.keys.map(\.line) == [2, 3, 4, 5, 6])
    }

    @Test(arguments: ["password", "token", "client_secret", "Passphrase"])
    func refusesSecretsAndNeverRepeatsThem(key: String) throws {
        let (file, problems) = read("profiles:\n  a:\n    user: ada\n    \(key): hunter2")
        #expect(problems.count == 1 && problems[0].hasPrefix("/etc/c.yaml:4: no secret belongs here"))
        #expect(problems[0].contains("password_file") && !problems[0].contains("hunter2"))
        #expect(file.profiles[0].entries[.user]?.value == .text("ada"), "the rest counts")
    }

    /// A mistake must not take away what was meant to protect.
    @Test(arguments: ["read_only: yse", "readonly: true", "read-only: on", "read_only: [true]", "read_only:"])
    func aMisspeltProtectionProtects(text: String) {
        let (file, problems) = read("profiles:\n  a:\n    \(text)\n    confirm: strickt\n    pin: abc")
        #expect(problems.count == 3 && problems.allSatisfy { $0.lowercased().contains("until that is right") })
        let profile = Configuration(files: [file]).resolve("a")
        #expect(profile.flag(.readOnly) && profile.confirmation == .strict && profile.list(.pin) == ["?"])
        #expect(Configuration().resolve(nil, given: Given(variables: ["SPACES_READ_ONLY": "ja"])).flag(.readOnly))
    }

    @Test func brokenYAMLTellsItsLineAndNotItsText() {
        let (file, problems) = read("user: ada\npassword: \"hunter2\nserver: [")
        #expect(file.entries.isEmpty && problems.count == 1)
        #expect(problems[0].contains("nothing of this file is read") && !problems[0].contains("hunter2"))
    }

    @Test func aRepeatedProfileIsLeftOutAsAWhole() {
        let (file, problems) = read(
            "profiles:\n  a:\n    user: one\n  b:\n    user: two\n  a:\n    user: three\n    theme: dark\nascii: true\n"
        )
        #expect(problems == ["/etc/c.yaml:6: \"a\" is given twice; line 2 counts"])
        #expect(file.profiles.map(\.name) == ["a", "b"])
        #expect(file.profiles[0].entries[.user]?.value == .text("one") && file.profiles[0].entries[.theme] == nil)
        #expect(file.entries[.ascii]?.value == .flag(true))
    }

    @Test func commandsOfAFileThatOthersMayWriteAreNotRun() {
        let (file, problems) = read("user: ada\ncredential: {command: [evil]}", isWritableByOthers: true)
        #expect(file.entries[.credentialCommand] == nil && file.entries[.user] != nil)
        #expect(problems.count == 2 && problems[0].contains("chmod go-w"))
    }

    @Test func commandsOfAFileInAFolderThatOthersMayWriteAreNotRun() {
        let source = ConfigurationReader.Source(path: "/x/c.yaml", home: "/home/ada", openFolder: "/x")
        let (file, problems) = ConfigurationReader.read("user: ada\ncredential: {command: [evil]}", of: source)
        #expect(file.entries[.credentialCommand] == nil && file.entries[.user] != nil)
        #expect(
            problems.map(\.description) == [
                """
                /x/c.yaml: others may write the folder /x, and with another file decide which server gets your password: \
                chmod go-w /x
                """,
                "/x/c.yaml:2: credential.command is not run, because others may write the folder /x",
            ])
    }

    @Test func namesOfProfilesAreCheckedAndProblemsAreBounded() {
        let many = (0..<1000).map { "k\($0): 1" }.joined(separator: "\n")
        let (_, problems) = read(many)
        #expect(problems.count == 101 && problems[100].contains("more problems"))
        let (file, told) = read("profiles:\n  \"\\e]0;x\\a\": {user: a}\n  ../x: {user: b}")
        #expect(file.profiles.isEmpty && told.count == 2)
    }

    // swift-format-ignore
    static let bombs: [String] = [
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n? *c\n: 1",
        "user: *user",
        "# it's a \"comment\"\r\na: &a [x,x]\r\nb: &b [*a,*a]\r\n? *b\r\n: 1",
        "{a: \"x\n \", b: &b [x,x,x,x,x,x,x,x,x,x], c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b], d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c], "
            + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d], f: &f [*e,*e,*e,*e,*e,*e,*e,*e], g: &g [*f,*f,*f,*f,*f,*f,*f,*f], *g : 1}",
        String(repeating: "[", count: 500_000),
        String(repeating: "{a: ", count: 100_000),
        String(repeating: "- ", count: 200_000) + "x",
        (0..<2000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
        String(repeating: "user: ada # 10 MB\n", count: 600_000),
        String(repeating: "user: ada\n", count: 5000),
        "\u{0}\u{1}\u{2}", "\u{FEFF}", "\t\t\t", "%YAML 9.9\n---\n", "--- a\n--- b\n", "!!binary x", ": : :",
        "user: !!python/object x",
    ]

    /// What this thread has computed so far: other programs on the machine do not count.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test(.timeLimit(.minutes(30)), arguments: bombs.indices)
    func hostileFilesAreReadInNoTime(index: Int) {
        let start = Self.processorSeconds
        let (_, problems) = read(Self.bombs[index])
        #expect(problems.count <= 101)
        #expect(problems.allSatisfy { $0.count < 400 })
        #expect(Self.processorSeconds - start < 10, "a bomb would take for ever")
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "profiles:\n", "profiles:\n  a:\n", "~", "---\n"])
    func nothingIsNoProblem(text: String) {
        let (file, problems) = read(text)
        #expect(problems.isEmpty && file.entries.isEmpty)
    }

    @Test(arguments: ["user: *user", "user: &u ada", "{\"user\":*u}", "[&a x]", "user: ada\r\ntheme: *x\r\n"])
    func aliasesAreToldWithTheirLine(text: String) {
        let (_, problems) = read(text)
        #expect(problems.count == 1 && problems[0].contains("anchors and aliases"), "\(problems)")
        #expect(problems[0].hasPrefix("/etc/c.yaml:\(text.contains("theme") ? 2 : 1):"))
    }

    @Test func lineEndsOfWindowsAreLineEnds() {
        let (file, problems) = read("user: ada\r\nsever: x\r\nuser: bob\r\ntheme: dark\r\n")
        #expect(file.entries[.user]?.value == .text("ada") && file.entries[.theme]?.value == .text("dark"))
        #expect(problems.map { $0.prefix(13) } == ["/etc/c.yaml:3", "/etc/c.yaml:2"])
    }

    @Test func quotedMarksAreNoAnchors() {
        let (file, problems) = read("banner: \"*** PRODUCTION & more ***\"\nuser: a&b*c # &x *y")
        #expect(problems.isEmpty)
        #expect(file.entries[.banner]?.value == .text("*** PRODUCTION & more ***"))
        #expect(file.entries[.user]?.value == .text("a&b*c"))
    }
}
