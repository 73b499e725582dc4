import ArgumentParser
import CTaskThreads
import CursesTerminal
import Foundation
import Glibc
import Logging
import SpacesProfiles
import SpacesUI
import Terminal
import Widgets

/// How the screen looks and where the log goes.
struct ScreenOptions: ParsableArguments {
    @Option(
        name: .setting(.theme),
        help: ArgumentHelp(
            "The colours: \(ThemeLoader.builtInNames.joined(separator: ", ")), or one of your own.", valueName: "NAME"))
    var theme: String?

    @Flag(name: .setting(.ascii), inversion: .prefixedNo, help: .setting(.ascii))
    var ascii: Bool?

    @Flag(name: .setting(.mouse), inversion: .prefixedNo, help: .setting(.mouse))
    var mouse: Bool?

    @Flag(name: .setting(.title), inversion: .prefixedNo, help: .setting(.title))
    var title: Bool?

    @Option(help: ArgumentHelp("Write a log to this file; it holds no secrets.", valueName: "FILE"))
    var log: String?

    /// The settings that were given.
    var texts: [(Setting, String?)] {
        [
            (.theme, theme), (.ascii, ascii.map(String.init)), (.mouse, mouse.map(String.init)),
            (.title, title.map(String.init)),
        ]
    }

    /// Opens the terminal; nothing is written to it yet. An option with a theme that does not exist is refused here.
    func openTerminal(for profile: ResolvedProfile) throws -> CursesTerminal {
        let environment = ProcessInfo.processInfo.environment
        // https://no-color.org: set and not empty.
        let isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        // Not the terminal's own colours, but whether the name is right, before anything else happens.
        _ = try themeFile(of: profile, depth: .none)
        // An idle program is to sleep; should no thread start, tasks run as they would without.
        _ = ct_use_own_threads(Int32(max(2, min(8, ProcessInfo.processInfo.activeProcessorCount))))
        do throws(TerminalError) {
            return try CursesTerminal.open(
                TerminalOptions(
                    ascii: profile.flag(.ascii), colorDepth: isColorless ? ColorDepth.none : nil,
                    hasTitle: profile.flag(.title), environment: environment)
            )
        } catch {
            throw Refusal("\(error); spaces needs one to draw on.")
        }
    }

    /// The look for an open terminal, and what was wrong in a theme's file.
    func look(of profile: ResolvedProfile, on terminal: CursesTerminal) throws -> (Look, warnings: [String]) {
        let (theme, warnings) = try themeFile(of: profile, depth: terminal.colorDepth)
        return (Look(theme: theme, glyphs: profile.flag(.ascii) || !terminal.isUTF8 ? .ascii : .unicode), warnings)
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
        let paths = ConfigurationPaths(environment: ProcessInfo.processInfo.environment)
        let loader = ThemeLoader(directories: paths.folders.map { $0 + "/themes" })
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
