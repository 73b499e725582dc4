import Foundation
import Terminal
import Testing

@testable import SpacesUI

struct ThemeLoaderTests {
    private let all = ThemeLoader.builtInNames.joined(separator: ", ")

    @Test func saysWhichThemesThereAre() {
        #expect(
            failure(of: "dakr", in: ThemeLoader(directories: []))
                == "no theme named \"dakr\"; did you mean dark?")
        #expect(
            failure(of: "../../etc/passwd", in: ThemeLoader(directories: ["/etc"]))
                == "no theme named \"../../etc/passwd\"; there are \(all)")
    }

    @Test func findsThemesInFolders() throws {
        try withThemes(["ocean.yaml": "palette: { accent: blue }", "sand.yml": "", "notes.txt": ""]) { loader in
            #expect(loader.names() == ThemeLoader.builtInNames + ["ocean", "sand"])
            let (theme, warnings) = try loader.load(named: "ocean", depth: .sixteen)
            #expect(warnings == [])
            #expect(theme[.brand] == Style(foreground: .palette(4), attributes: .bold))
            #expect(theme[.gaugeExceeded].foreground == .palette(1), "the rest is that of default")
        }
    }

    @Test func readsThemesInJSON() throws {
        try withThemes(["ocean.json": ##"{"inherits": "dark", "palette": {"accent": "#5f87af"}}"##]) { loader in
            let (theme, warnings) = try loader.load(named: "ocean", depth: .all256)
            #expect(warnings == [])
            #expect(theme[.brand].foreground == .palette(67))
        }
    }

    @Test func aColorForSomeDepthsLeavesTheOthersAsTheyAre() throws {
        let yaml = "inherits: dark\npalette: { accent: { c256: 99 }, near: { c16: 5 }, good: { c8: 4 }, calm: 33 }"
        try withThemes(["ocean.yaml": yaml]) { loader in
            let full = try loader.theme(named: "ocean", depth: .all256)
            let few = try loader.theme(named: "ocean", depth: .sixteen)
            let fewest = try loader.theme(named: "ocean", depth: .eight)
            #expect(full[.brand].foreground == .palette(99))
            #expect(few[.brand].foreground == .palette(6), "cyan, as in dark")
            #expect(full[.gaugeNearing].foreground == .palette(222), "as in dark")
            #expect(few[.gaugeNearing].foreground == .palette(5))
            #expect(fewest[.gaugeNearing].foreground == .palette(5))
            #expect(few[.success].foreground == .palette(2), "green, as in dark")
            #expect(fewest[.success].foreground == .palette(4))
            #expect(few[.gaugeNormal].foreground == .palette(12), "a colour given alone counts at every depth")
        }
    }

    @Test func aRoleMayLookDifferentWhereThereAreEightColors() throws {
        let role = "{ fg: 99, c16: { fg: red, attributes: [] }, c8: { fg: blue, bg: white, attributes: [underline] } }"
        try withThemes(["ocean.yaml": "roles: { title: \(role) }"]) { loader in
            let themes = try [ColorDepth.all256, .sixteen, .eight].map {
                try loader.theme(named: "ocean", depth: $0)[.title]
            }
            #expect(themes[0] == Style(foreground: .palette(99), attributes: .bold))
            #expect(themes[1] == Style(foreground: .palette(1)))
            #expect(themes[2] == Style(foreground: .palette(4), background: .palette(7), attributes: .underline))
        }
    }

    @Test func firstFolderWins() throws {
        try withThemes(["ocean.yaml": "palette: { accent: blue }"]) { own in
            try withThemes(["ocean.yaml": "palette: { accent: red }"]) { system in
                let loader = ThemeLoader(directories: own.folders + ["/nowhere"] + system.folders)
                let theme = try loader.theme(named: "ocean", depth: .sixteen)
                #expect(theme[.brand].foreground == .palette(4))
            }
        }
    }

    @Test func aThemeMayTakeThePlaceOfABuiltInOneAndInheritFromIt() throws {
        try withThemes(["dark.yaml": "inherits: dark\nroles: { title: { fg: 99 } }"]) { loader in
            let theme = try loader.theme(named: "dark", depth: .all256)
            #expect(theme[.title] == Style(foreground: .palette(99), attributes: .bold))
            #expect(theme[.text].foreground == .palette(252))
            let light = try loader.theme(named: "light", depth: .all256)
            #expect(light[.title].foreground == .palette(236), "what is built in inherits from what is built in")
        }
    }

    @Test func themesMayNotInheritInACircle() throws {
        try withThemes(["one.yaml": "inherits: two", "two.yaml": "summary: x\ninherits: one"]) { loader in
            let warnings = try loader.load(named: "one", depth: .all256).warnings
            #expect(warnings.count == 1)
            #expect(warnings.first?.hasSuffix("two.yaml:2: the theme one inherits from itself in the end") == true)
        }
    }

    @Test func saysWhereTheThemeIsNamedThatIsNotThere() throws {
        try withThemes(["one.yaml": "\n\ninherits: drak\nroles: { title: { fg: red } }"]) { loader in
            let (theme, warnings) = try loader.load(named: "one", depth: .all256)
            #expect(warnings.count == 1 && warnings.first?.contains("one.yaml:3: no theme named \"drak\"") == true)
            #expect(warnings.first?.hasSuffix("did you mean dark?") == true)
            let standard = try loader.theme(named: "default", depth: .all256)
            #expect(theme[.title].foreground != standard[.title].foreground, "what the file says itself counts")
            #expect(theme[.text] == standard[.text])
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("roles: { title: {",              "bad.yaml:2: "),
        ("name: bad\nroles:\n\ttitle: {}", "bad.yaml:3: "),
        ("name: bad\nname: worse",         "bad.yaml:1: given twice: name"),
        ("- a list",                       "bad.yaml:1: a theme is a list of keys"),
        ("just words",                     "bad.yaml:1: a theme is a list of keys"),
    ])
    func pointsAtBrokenYAML(yaml: String, expected: String) throws {
        try withThemes(["bad.yaml": yaml]) { loader in
            let sentence = failure(of: "bad", in: loader)
            #expect(sentence?.contains(expected) == true, "\(sentence ?? "no failure")")
            #expect(sentence?.contains("\n") == false)
        }
    }

    @Test func refusesWhatIsNoText() throws {
        try withThemes(["bad.yaml": "x"]) { loader in
            let path = loader.folders[0] + "/bad.yaml"
            try Data([0xFF, 0xFE, 0x00, 0xD8]).write(to: URL(fileURLWithPath: path))
            #expect(failure(of: "bad", in: loader) == "\(path): is no text of a theme's size")
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("pallete: {}",                                   "no key \"pallete\"; did you mean palette?"),
        ("roles: { titel: {} }",                          "no role \"titel\"; did you mean title?"),
        ("roles: { title: { foreground: red } }",         "no key \"foreground\""),
        ("roles: { title: { fg: bleu } }",                "no colour \"bleu\"; did you mean blue?"),
        ("roles: { title: { c16: { bg: rde } } }",        "no colour \"rde\"; did you mean red?"),
        ("roles: { title: { fg: 256 } }",                 "no colour \"256\""),
        ("roles: { title: { fg: #ff0000\n } }",           "nothing is given here; a colour like #rrggbb needs quotes"),
        ("roles: { title: { attributes: bold } }",        "attributes are a list, as in [bold, underline]"),
        ("roles: { title: { attributes: [blod] } }",      "no attribute \"blod\"; did you mean bold?"),
        ("roles: { title: { c16: { bgg: red } } }",       "no key \"bgg\"; did you mean bg?"),
        ("roles: { title: { mono: { fg: red } } }",       "no key \"fg\""),
        ("roles: { title: red }",                         "a role takes keys and values, as in { fg: red }"),
        ("roles: [title]",                                "roles takes keys and values, as in { fg: red }"),
        ("palette: { accent: \"#ff00\" }",                "no colour \"#ff00\": give a name, 0 to 255, \"#rrggbb\" or default"),
        ("palette: { accent: { c9: red } }",              "no key \"c9\""),
        ("name: good",                                    "the theme is named odd after its file, not good"),
    ])
    func warnsOfWhatItDoesNotUnderstandAndGoesOn(yaml: String, warning: String) throws {
        try withThemes(["odd.yaml": "# a remark\n" + yaml]) { loader in
            let (theme, warnings) = try loader.load(named: "odd", depth: .all256)
            let path = loader.folders[0] + "/odd.yaml"
            let place = yaml.hasPrefix("name") ? "\(path): " : "\(path):2: "
            #expect(warnings.map { $0.hasPrefix(place + warning) } == [true], "\(warnings)")
            #expect(theme[.title] == Style(attributes: .bold), "as in default")
            #expect(theme[.brand].foreground == .palette(6), "as in default")
        }
    }

    private func failure(of name: String, in loader: ThemeLoader) -> String? {
        do {
            _ = try loader.theme(named: name, depth: .all256)
            return nil
        } catch {
            return error.sentence
        }
    }

    /// Runs with a folder that holds these files.
    private func withThemes(_ files: [String: String], _ body: (ThemeLoader) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        try body(ThemeLoader(directories: [folder.path]))
    }
}
