import Testing

@testable import SpacesProfiles

@Suite struct SettingTests {
    @Test func keysOptionsAndVariablesAreUnique() {
        let options = Setting.allCases.compactMap(\.option)
        let variables = Setting.allCases.compactMap(\.variable)
        #expect(Set(options).count == options.count && Set(variables).count == variables.count)
        #expect(!variables.contains("SPACES_PASSWORD") && !variables.contains("SPACES_PROFILE"))
        #expect(Setting.firstByteTimeout.variable == "SPACES_TIMEOUTS_FIRST_BYTE")
    }

    @Test(arguments: Setting.allCases)
    func standardsAreOfTheirType(setting: Setting) throws {
        #expect(!setting.summary.isEmpty && !setting.summary.hasSuffix("."))
        guard let standard = setting.standard else { return }
        #expect(try setting.type.value(from: standard.shown) == standard)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("0", Duration.zero, "off"), ("off", .zero, "off"), ("30", .seconds(30), "30s"), ("90s", .seconds(90), "90s"),
        ("5m", .seconds(300), "5m"), ("120 m", .seconds(7200), "2h"), ("250ms", .milliseconds(250), "250ms"),
    ])
    func intervalsAreReadAndShown(text: String, duration: Duration, shown: String) {
        #expect(Interval.parse(text) == duration)
        #expect(Interval.text(of: duration) == shown)
    }

    @Test(arguments: ["", "-5", "5 weeks", "s", "1.5s", "99999999999999999999"])
    func otherIntervalsAreNone(text: String) {
        #expect(Interval.parse(text) == nil)
    }

    @Test func passwordsInAddressesAreNotShown() {
        let proxy = SettingValue.text("http://ada:hunter2@proxy.example.org:3128/x")
        #expect(proxy.shown == "http://ada:***@proxy.example.org:3128/x")
        #expect(SettingValue.text("http://ada:p@ss@proxy").shown == "http://ada:***@proxy")
        #expect(SettingValue.text("https://cloud.example.org/a:b@c").shown == "https://cloud.example.org/a:b@c")
    }

    // swift-format-ignore
    @Test(arguments: [
        (["HOME": "/h"], ["/h/.config/spaces/config.yaml", "/etc/xdg/spaces/config.yaml"]),
        (["HOME": "/h", "XDG_CONFIG_HOME": "/c/", "XDG_CONFIG_DIRS": "/x:relative:/y"], ["/c/spaces/config.yaml", "/x/spaces/config.yaml", "/y/spaces/config.yaml"]),
        (["HOME": "/h", "XDG_CONFIG_HOME": ""], ["/h/.config/spaces/config.yaml", "/etc/xdg/spaces/config.yaml"]),
        ([:], ["/etc/xdg/spaces/config.yaml"]),
    ])
    func filesAreWhereTheSpecificationSays(environment: [String: String], files: [String]) {
        let home = environment.isEmpty ? [] : [files[0]]
        #expect(ConfigurationPaths(environment: environment).files.suffix(files.count) == files[...])
        #expect(home.isEmpty || ConfigurationPaths(environment: environment).files.first == home[0])
    }

    @Test func theTableIsAlignedAndTellsWhereFrom() throws {
        let (file, _) = ConfigurationReader.read(
            "theme: dark\nprofiles:\n  a:\n    server: https://a.example",
            of: .init(path: "/c.yaml", home: "/h"))
        let given = Given(
            options: [.readOnly: .flag(true)], variables: ["SPACES_USER": "ada", "SPACES_PROXY": "http://u:geheim@p:1"])
        let lines = ConfigurationTable.lines(
            of: Configuration(files: [file]).resolve("a", given: given), withOrigin: true)
        func line(_ key: String) throws -> String { try #require(lines.first { $0.hasPrefix(key + " ") }) }
        #expect(try line("server").hasSuffix("/c.yaml:4") && line("theme").hasSuffix("/c.yaml:1"))
        #expect(try line("user").hasSuffix("$SPACES_USER") && line("read_only").hasSuffix("--read-only"))
        #expect(try line("confirm").hasSuffix("default"))
        #expect(try line("proxy").contains("http://u:***@p:1") && !lines.joined().contains("geheim"))
        let starts = Set(lines.compactMap { line in line.dropFirst(16).firstIndex { $0 != " " } })
        #expect(starts.count <= 2, "the values begin in one column")
    }
}
