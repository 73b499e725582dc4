import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

struct BuiltInThemeTests {
    static let names = ThemeLoader.builtInNames
    /// Those whose gauges differ by colour; in the others each state has a character of its own.
    static let colored = names.filter { !["mono", "solarized-16"].contains($0) }
    /// Those whose colours do not depend on those of the terminal.
    static let papered = names.filter { !onTerminal.contains($0) }
    static let onTerminal = ["default", "light", "dark", "mono", "solarized-16"]
    static let limited: [QuotaState] = [.normal, .nearing, .critical, .exceeded]

    @Test(arguments: names)
    func saysSomethingAboutEveryRole(name: String) throws {
        var warnings: [String] = []
        let file = try ThemeLoader(directories: []).readFile(named: name, warnings: &warnings)
        #expect(Set(file.roles.keys) == Set(Role.allCases))
        #expect(file.summary?.isEmpty == false)
    }

    @Test(arguments: names, ColorDepth.allCases)
    func isUnderstoodWhole(name: String, depth: ColorDepth) throws {
        let (theme, warnings) = try ThemeLoader(directories: []).load(named: name, depth: depth)
        #expect(warnings == [])
        #expect(theme.name == name)
        #expect(theme.depth == depth)
    }

    @Test(arguments: names, ColorDepth.allCases)
    func usesOnlyColorsThatTheTerminalHas(name: String, depth: ColorDepth) throws {
        let theme = try Self.theme(name, depth)
        for role in Role.allCases {
            for color in [theme[role].foreground, theme[role].background] {
                guard case .palette(let entry) = color else { continue }
                #expect(Int(entry) < depth.rawValue, "\(role)")
            }
        }
    }

    @Test(arguments: colored, [ColorDepth.all256, .sixteen, .eight])
    func tellsQuotaStatesApartByColor(name: String, depth: ColorDepth) throws {
        let theme = try Self.theme(name, depth)
        #expect(Set(Self.limited.map { theme[.gauge(for: $0)].foreground }).count == 4)
        #expect(Set(Self.limited.map { theme[.words(for: $0)] }).count == 4)
        #expect(Self.limited.allSatisfy { theme.gaugeFill(for: $0, glyphs: .unicode) == .blocks })
    }

    @Test(arguments: names, [Glyphs.unicode, .ascii])
    func tellsQuotaStatesApartWithoutColor(name: String, glyphs: Glyphs) throws {
        let theme = try Self.theme(name, .none)
        let fills = QuotaState.allCases.map { theme.gaugeFill(for: $0, glyphs: glyphs) }
        #expect(!fills.contains(.blocks))
        #expect(Set(fills.map { "\($0)" }).count == 5, "unlimited and unknown look alike, nothing else does")
        #expect(Set(Self.limited.map { theme[.words(for: $0)] }).count == 4)
    }

    @Test(arguments: [ColorDepth.all256, .sixteen, .eight], [Glyphs.unicode, .ascii])
    func tellsByCharacterWhatItsColorsCannot(depth: ColorDepth, glyphs: Glyphs) throws {
        let theme = try Self.theme("solarized-16", depth)
        let fills = Self.limited.map { "\(theme.gaugeFill(for: $0, glyphs: glyphs))" }
        #expect(Set(fills).count == 4)
        #expect(Set(Self.limited.map { theme[.words(for: $0)] }).count == 4)
    }

    @Test func monoHasNoColorsAtAnyDepth() throws {
        let expected = try Self.theme("default", .none)
        for depth in ColorDepth.allCases {
            let theme = try Self.theme("mono", depth)
            for role in Role.allCases { #expect(theme[role] == expected[role], "\(role)") }
            #expect(theme.gaugeFill(for: .nearing, glyphs: .ascii) == .pattern("="))
        }
    }

    /// Five times what is just noticed side by side: 2, as CSS Color 4 has it for differences in OKLab.
    @Test(arguments: colored, ColorVision.allCases)
    func gaugesDifferForEverySight(name: String, vision: ColorVision) throws {
        for depth in [ColorDepth.all256, .sixteen] {
            let colors = try Self.limited.map { try Self.rgb(Self.theme(name, depth)[.gauge(for: $0)].foreground) }
            for left in 0..<4 {
                for right in left + 1..<4 {
                    let difference = vision.difference(colors[left], colors[right])
                    #expect(difference >= 10, "\(Self.limited[left]) and \(Self.limited[right]) at \(depth)")
                }
            }
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        // theme          on                      text   gauges
        ("dark",          RGB(0, 0, 0),           4.5,   3.0),
        ("light",         RGB(255, 255, 255),     4.5,   2.0),
    ])
    func isReadableOnTheTerminal(name: String, paper: RGB, text: Double, gauge: Double) throws {
        let theme = try Self.theme(name, .all256)
        for role in Role.allCases where !Self.lines.contains(role) && theme[role].foreground != .standard {
            let contrast = ColorVision.contrast(try Self.rgb(theme[role].foreground), paper)
            #expect(contrast >= (role.rawValue.hasPrefix("gauge") ? gauge : text), "\(role): \(contrast)")
        }
    }

    /// Every role on the ground that it has itself, so that rows, chips and dialogs count with theirs.
    @Test(arguments: papered)
    func isReadableOnItsOwnPaper(name: String) throws {
        let theme = try Self.theme(name, .all256)
        let isStrong = name == "high-contrast" || name.hasPrefix("modus")
        let gauge = name == "high-contrast" ? 7 : theme.ground == .light ? 2.0 : 3.0
        for role in Role.allCases {
            #expect(theme[role].foreground != .standard && theme[role].background != .standard, "\(role)")
            if Self.lines.contains(role) { continue }
            let contrast = ColorVision.contrast(
                try Self.rgb(theme[role].foreground), try Self.rgb(theme[role].background))
            let least = role.rawValue.hasPrefix("gauge") ? gauge : isStrong ? 7 : 4.5
            #expect(contrast >= least, "\(role): \(contrast)")
        }
    }

    /// Nobody has to read a line.
    private static let lines: Set<Role> = [.border, .rule, .gaugeTrack, .gaugeUnlimited, .gaugeUnknown]

    @Test(arguments: names)
    func knowsTheGroundThatItIsFor(name: String) throws {
        let light: Set = [
            "light", "solarized-light", "gruvbox-light", "catppuccin-latte", "one-light", "modus-operandi",
            "modus-operandi-deuteranopia", "modus-operandi-tritanopia",
        ]
        let any: Set = ["default", "mono", "solarized-16"]
        let expected: Ground? = any.contains(name) ? nil : light.contains(name) ? .light : .dark
        let theme = try Self.theme(name, .all256)
        #expect(theme.ground == expected)
    }

    @Test func highContrastBringsItsOwnPaper() throws {
        let theme = try Self.theme("high-contrast", .all256)
        for role in Role.allCases { #expect(theme[role].background == .palette(16), "\(role)") }
    }

    @Test(arguments: onTerminal, ColorDepth.allCases)
    func otherThemesLeaveTheTerminalItsBackground(name: String, depth: ColorDepth) throws {
        let theme = try Self.theme(name, depth)
        for role in Role.allCases { #expect(theme[role].background == .standard, "\(role)") }
    }

    /// Where there are few colours nobody knows how they look: letters and ground stay the terminal's own.
    @Test(arguments: papered.filter { $0 != "high-contrast" }, [ColorDepth.sixteen, .eight])
    func schemesLeaveATerminalOfFewColorsItsOwn(name: String, depth: ColorDepth) throws {
        let theme = try Self.theme(name, depth)
        #expect(theme[.text] == .plain)
        for role in Role.allCases { #expect(theme[role].background == .standard, "\(role)") }
    }

    @Test func defaultLeavesTheTerminalItsOwnLetters() throws {
        let theme = try Self.theme("default", .all256)
        for role in [Role.text, .dim, .title, .selected, .dialog, .key] {
            #expect(theme[role].foreground == .standard, "\(role)")
        }
    }

    @Test(arguments: names, ColorDepth.allCases)
    func focusNeverRestsOnColorAlone(name: String, depth: ColorDepth) throws {
        let theme = try Self.theme(name, depth)
        #expect(theme[.selected].attributes != theme[.text].attributes)
        #expect(theme[.fieldFocused].attributes != theme[.field].attributes)
        #expect(theme[.match].attributes != theme[.text].attributes)
    }

    static func theme(_ name: String, _ depth: ColorDepth) throws -> Theme {
        try #require(files[name]).theme(named: name, depth: depth)
    }

    /// Read once: there are hundreds of questions to each.
    private static let files: [String: ThemeFile] = Dictionary(
        uniqueKeysWithValues: names.compactMap { name in
            var warnings: [String] = []
            do {
                return (name, try ThemeLoader(directories: []).readFile(named: name, warnings: &warnings))
            } catch {
                return nil
            }
        })

    static func rgb(_ color: Color) throws -> RGB {
        guard case .palette(let entry) = color else { throw ThemeFailure("the terminal's own colour") }
        return Palette.all[Int(entry)]
    }
}
