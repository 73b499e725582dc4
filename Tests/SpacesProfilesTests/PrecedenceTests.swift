import TestSupport
import Testing

@testable import SpacesProfiles

/// An option counts before a variable, that before a profile, that before what counts for all, the person before the system.
@Suite struct PrecedenceTests {
    /// The places that a setting may stand in, the strongest first.
    enum Layer: CaseIterable {
        case option, variable, profile, systemProfile, user, system

        func allows(_ setting: Setting) -> Bool {
            switch self {
            case .option: setting.option != nil
            case .variable: setting.variable != nil
            default: true
            }
        }
    }

    /// A value of a setting for a layer, as it is written and as it is read.
    private func value(of setting: Setting, in layer: Layer) throws -> (text: String, value: SettingValue) {
        let number = try #require(Layer.allCases.firstIndex(of: layer))
        let text: String
        switch setting.type {
        case .text, .address, .list: text = "v\(number)"
        case .file: text = "/v\(number)"
        case .command: return ("[v\(number), x]", .list(["v\(number)", "x"]))
        case .pins:
            let bytes = String(repeating: "A", count: 41) + "\(number)A="
            return ("[\"sha256//\(bytes)\"]", .list(["sha256//\(bytes)"]))
        case .flag: text = number.isMultiple(of: 2) ? "true" : "false"
        case .number: text = "\(number + 1)"
        case .interval, .automaticInterval: text = "\(number + 1)s"
        case .color: text = ["red", "green", "blue", "cyan", "magenta", "yellow"][number]
        case .choice: text = setting.type.words[number % setting.type.words.count]
        }
        return (text, try setting.type.value(from: text))
    }

    private func configuration(_ setting: Setting, in layers: Set<Layer>) throws -> (Configuration, Given) {
        func line(_ layer: Layer, indent: Int) throws -> String {
            guard layers.contains(layer) else { return "" }
            let blanks = String(repeating: " ", count: indent)
            let text = try value(of: setting, in: layer).text
            let words = setting.key.split(separator: ".")
            return words.count == 1
                ? "\(blanks)\(setting.key): \(text)\n" : "\(blanks)\(words[0]):\n\(blanks)  \(words[1]): \(text)\n"
        }
        func file(_ path: String, top: Layer, profile: Layer) throws -> ConfigurationFile {
            let text = try line(top, indent: 0) + "profiles:\n  p:\n" + line(profile, indent: 4)
            let (file, problems) = ConfigurationReader.read(text, of: .init(path: path, home: "/home/ada"))
            #expect(problems.isEmpty, "\(text)")
            return file
        }
        var given = Given()
        if layers.contains(.option) { given.options[setting] = try value(of: setting, in: .option).value }
        if layers.contains(.variable), let name = setting.variable {
            given.variables[name] = try value(of: setting, in: .variable).text.filter { !"[]\"".contains($0) }
        }
        let files = try [
            file("/user", top: .user, profile: .profile), file("/system", top: .system, profile: .systemProfile),
        ]
        return (Configuration(files: files), given)
    }

    /// Every setting in every set of layers that a seed leads to: the strongest layer counts, and its origin is told.
    @Test(arguments: 1...40)
    func theStrongestLayerCounts(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for setting in Setting.allCases {
            let layers = Set(Layer.allCases.filter { $0.allows(setting) && Bool.random(using: &random) })
            let (configuration, given) = try configuration(setting, in: layers)
            let resolved = configuration.resolve("p", given: given)[setting]
            let strongest = Layer.allCases.first(where: layers.contains)
            let expected = try strongest.map { try value(of: setting, in: $0).value } ?? setting.standard
            #expect(resolved.value == expected, "seed \(seed), \(setting.key) in \(layers)")
            switch (strongest, resolved.origin) {
            case (.option, .option(setting.option)), (nil, .standard): break
            case (.variable, .variable(let name)): #expect(name == setting.variable)
            case (.profile, .file("/user", _, "p")), (.systemProfile, .file("/system", _, "p")): break
            case (.user, .file("/user", let line, nil)), (.system, .file("/system", let line, nil)):
                #expect(line == (setting.key.contains(".") ? 2 : 1))
            default:
                Issue.record("seed \(seed), \(setting.key): \(String(describing: strongest)) is \(resolved.origin)")
            }
        }
    }

    @Test(arguments: Setting.allCases)
    func anotherProfileGetsNothingThatWasMeantForTheFirst(setting: Setting) throws {
        for layer in [Layer.option, .variable] where layer.allows(setting) {
            let (configuration, given) = try configuration(setting, in: [layer])
            let first = configuration.resolve("p", given: given)[setting]
            let other = configuration.resolve("p", given: given, isFirst: false)[setting]
            #expect(first.origin != .standard)
            #expect((other.origin == .standard) == setting.staysWithFirstProfile, "\(setting.key)")
        }
        let isCredential = [.signIn, .network].contains(setting.group)
        #expect(!isCredential || setting.staysWithFirstProfile)
    }

    @Test func readOnlyHoldsEverywhereOnceAskedFor() {
        let given = Given(options: [.readOnly: .flag(true)])
        #expect(Configuration().resolve("p", given: given, isFirst: false).flag(.readOnly))
    }

    // MARK: Which profile

    private func configuration(_ text: String) -> Configuration {
        let (file, problems) = ConfigurationReader.read(text, of: .init(path: "c", home: "/h"))
        return Configuration(files: [file], problems: problems)
    }

    @Test func theProfileIsTheNamedOneElseTheUsualOneElseTheOnlyOne() throws {
        let two = configuration("profile: b\nprofiles:\n  a: {server: x}\n  b: {server: y}")
        #expect(try two.firstProfile(option: nil, given: Given()) == "b")
        #expect(try two.firstProfile(option: nil, given: Given(variables: ["SPACES_PROFILE": "a"])) == "a")
        #expect(try two.firstProfile(option: "b", given: Given(variables: ["SPACES_PROFILE": "a"])) == "b")
        #expect(try configuration("profiles: {a: {server: x}}").firstProfile(option: nil, given: Given()) == "a")
        #expect(try configuration("").firstProfile(option: nil, given: Given()) == nil)
        #expect(throws: UnknownProfile.self) {
            try configuration("profiles: {a: {server: x}, b: {server: y}}").firstProfile(option: nil, given: Given())
        }
    }

    /// The passwords of the usual profile must not go to a server named on the command line.
    @Test func aServerNamedAloneTakesNoProfile() throws {
        let configuration = configuration("profile: a\nprofiles: {a: {server: x, password_file: /secret}}")
        for given in [
            Given(options: [.server: .text("https://other.example")]),
            Given(variables: ["SPACES_SERVER": "https://other.example"]),
        ] {
            let name = try configuration.firstProfile(option: nil, given: given)
            #expect(name == nil)
            #expect(configuration.resolve(name, given: given).text(.passwordFile) == nil)
        }
    }

    @Test func anUnknownProfileIsToldWithItsNeighbour() {
        let two = configuration("profiles: {production: {server: x}, staging: {server: y}}\nprofile: stagign")
        #expect(
            two.problems.map(\.description)
                == ["c:2: there is no profile \"stagign\"; did you mean staging?"])
        #expect(throws: UnknownProfile("prodution", among: ["production", "staging"])) {
            try two.firstProfile(option: "prodution", given: Given())
        }
    }

    @Test func aWrongVariableIsToldAndNotRegarded() {
        let given = Given(variables: ["SPACES_AUTH": "bsaic", "SPACES_READ_ONLY": "1"])
        #expect(
            given.problems.map(\.description) == [
                "$SPACES_AUTH: takes auto, oidc, device, app-token, basic or bearer, not \"bsaic\"; did you mean basic? "
                    + "It is not regarded"
            ])
        let resolved = Configuration().resolve(nil, given: given)
        #expect(resolved.authentication == .auto && resolved.flag(.readOnly))
    }
}
