import Localization
import ArgumentParser
import CTaskThreads
import CursesTerminal
import Foundation
import Glibc
import Logging
import SpacesModel
import SpacesProfiles
import SpacesUI
import Terminal
import Widgets

/// How the screen looks and where the log goes.
struct ScreenOptions: ParsableArguments {
    @Option(
        name: .setting(.theme),
        help: ArgumentHelp(
            localized("The colours: a built-in theme or one of your own; the key T tries them."), valueName: "NAME"))
    var theme: String?

    @Flag(name: .setting(.ascii), inversion: .prefixedNo, help: .setting(.ascii))
    var ascii: Bool?

    @Option(
        help: ArgumentHelp(
            localized(
                "Begin with a saved view: filter, order and columns under a name. ' in the list saves and shows them."),
            valueName: "NAME"))
    var view: String?
    @Flag(name: .setting(.mouse), inversion: .prefixedNo, help: .setting(.mouse))
    var mouse: Bool?

    @Flag(name: .setting(.title), inversion: .prefixedNo, help: .setting(.title))
    var title: Bool?

    @Option(name: .setting(.language), help: .setting(.language))
    var language: String?

    @Flag(name: .setting(.plain), inversion: .prefixedNo, help: .setting(.plain))
    var plain: Bool?

    @Option(help: ArgumentHelp(localized("Write a log to this file; it holds no secrets."), valueName: "FILE"))
    var log: String?

    /// The settings that were given.
    var texts: [(Setting, String?)] {
        [
            (.theme, theme), (.ascii, ascii.map(String.init)), (.mouse, mouse.map(String.init)),
            (.title, title.map(String.init)), (.language, language), (.plain, plain.map(String.init)),
        ]
    }

    /// An idle program is to sleep; should no thread start, tasks run as they would without. Done once.
    private static let hasOwnThreads = ct_use_own_threads(
        Int32(max(2, min(8, ProcessInfo.processInfo.activeProcessorCount))))

    /// The terminal to draw on; `nil` where lines are enough.
    func terminal(for profile: ResolvedProfile) throws -> CursesTerminal? {
        guard !profile.flag(.plain) else {
            _ = Self.hasOwnThreads
            use(profile)
            // The screen does so itself. Expressions of the filter read letters by it.
            setlocale(LC_CTYPE, "")
            return nil
        }
        return try openTerminal(for: profile)
    }

    /// Speaks the language of the profile from now on.
    private func use(_ profile: ResolvedProfile) {
        Localization.use(
            Localization(environment: ProcessInfo.processInfo.environment, language: profile.text(.language)))
    }

    /// Opens the terminal; nothing is written to it yet. An option with a theme that does not exist is refused here.
    func openTerminal(for profile: ResolvedProfile) throws -> CursesTerminal {
        let environment = ProcessInfo.processInfo.environment
        // https://no-color.org: set and not empty.
        let isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        // Not the terminal's own colours, but whether the name is right, before anything else happens.
        _ = try themeFile(of: profile, depth: .none)
        _ = Self.hasOwnThreads
        use(profile)
        do throws(TerminalError) {
            return try CursesTerminal.open(
                TerminalOptions(
                    ascii: profile.flag(.ascii), colorDepth: isColorless ? ColorDepth.none : nil,
                    hasTitle: profile.flag(.title), environment: environment)
            )
        } catch {
            let reason = String(describing: error)
            throw Refusal(
                localized("\(reason); spaces needs one to draw on. With --plain it converses in lines and needs none."))
        }
    }

    /// The look for an open terminal, the themes to choose from, and what was wrong in their files.
    func look(of profile: ResolvedProfile, on terminal: CursesTerminal) throws -> OpenedLook {
        let environment = ProcessInfo.processInfo.environment
        let depth = terminal.colorDepth
        let (theme, warnings) = try themeFile(of: profile, depth: depth)
        let paths = ConfigurationPaths(environment: environment)
        let loader = Self.loader(paths)
        let files = ThemeFiles(loader: loader, depth: depth, stateFolder: paths.state)

        // What this run was told counts before what was chosen in an earlier one, and before the pair of the files.
        let isGiven =
            switch profile[.theme].origin {
            case .option, .variable: true
            default: false
            }
        let standard = profile.text(.theme) ?? "default"
        let dark = isGiven ? nil : profile.text(.themeDark)
        let light = isGiven ? nil : profile.text(.themeLight)
        let configuration = ThemeSelection(standard: standard, dark: dark, light: light).configuration
        let chosen = isGiven ? nil : files.choice(for: configuration)
        let catalog = loader.catalog(of: [standard, dark, light, chosen].compactMap { $0 }, depth: depth)
        let selection = ThemeSelection(
            standard: standard, dark: dark, light: light,
            ground: environment["COLORFGBG"].flatMap(Ground.init(colorFGBG:)), chosen: chosen, catalog: catalog)
        return OpenedLook(
            look: Look(theme: theme, glyphs: profile.flag(.ascii) || !terminal.isUTF8 ? .ascii : .unicode),
            themes: selection, files: files, folders: loader.folders,
            warnings: warnings
                + catalog.problems.filter { problem in !warnings.contains { $0.hasSuffix(problem) } })
    }

    private static func loader(_ paths: ConfigurationPaths) -> ThemeLoader {
        ThemeLoader(directories: paths.folders.map { $0 + "/themes" })
    }

    /// The view to begin with; one that does not exist is refused.
    func view(among views: SavedViews, problems: [FileProblem]) throws -> SavedView? {
        guard let view else { return nil }
        if let found = views.named(view) { return found }
        let names = views.all.map(\.name)
        let known =
            if let near = Spelling.nearest(to: view, among: names) {
                localized("Did you mean \"\(near)\"?")
            } else if names.isEmpty {
                localized("No view is saved yet: ' in the list saves one.")
            } else {
                localized("There are: \(names.joined(separator: ", ")).")
            }
        let missing = localized("There is no view \"\(view)\".")
        throw Refusal((problems.map(\.description) + ["\(missing) \(known)"]).joined(separator: "\n"))
    }

    /// The logger that the options ask for; without a file it keeps silent.
    func logger() throws -> Logger {
        guard let log else { return Logger(label: "spaces") { _ in SwiftLogNoOpLogHandler() } }
        let handler = try FileLogHandler(path: log)
        return Logger(label: "spaces") { _ in handler }
    }

    /// The theme; where a file asks for one that does not exist, the default one and a warning.
    private func themeFile(
        of profile: ResolvedProfile, depth: ColorDepth
    ) throws -> (Theme, warnings: [String]) {
        let loader = Self.loader(ConfigurationPaths(environment: ProcessInfo.processInfo.environment))
        let wanted = profile[.theme]
        do throws(ThemeFailure) {
            let loaded = try loader.load(named: profile.text(.theme) ?? "default", depth: depth)
            return (loaded.theme, loaded.warnings)
        } catch {
            guard case .file = wanted.origin else { throw Refusal(error.sentence) }
            return (
                try loader.theme(named: "default", depth: depth), ["\(wanted.origin.description): \(error.sentence)"]
            )
        }
    }
}

/// How the screen looks at the start, and all that it may look like.
struct OpenedLook {
    let look: Look
    let themes: ThemeSelection
    let files: ThemeFiles
    /// Where themes of one's own are.
    let folders: [String]
    /// What was wrong in files of themes.
    let warnings: [String]
}
