import ArgumentParser
import CTaskThreads
import CursesTerminal
import Foundation
import Glibc
import Logging
import SpacesUI
import Terminal
import Widgets

/// How the screen looks and where the log goes.
struct ScreenOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The colours: \(ThemeLoader.builtInNames.joined(separator: ", ")), or one of your own.", valueName: "NAME"))
    var theme = "default"

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Option(help: ArgumentHelp("Write a log to this file; it holds no secrets.", valueName: "FILE"))
    var log: String?

    /// Opens the terminal; nothing is written to it yet. A name of a theme that does not exist is refused here.
    func openTerminal() throws -> CursesTerminal {
        let environment = ProcessInfo.processInfo.environment
        // https://no-color.org: set and not empty.
        let isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        // Not the terminal's own colours, but whether the name is right, before anything else happens.
        _ = try themeFile(depth: .none)
        // An idle program is to sleep; should no thread start, tasks run as they would without.
        _ = ct_use_own_threads(Int32(max(2, min(8, ProcessInfo.processInfo.activeProcessorCount))))
        do throws(TerminalError) {
            return try CursesTerminal.open(
                TerminalOptions(ascii: ascii, colorDepth: isColorless ? ColorDepth.none : nil, environment: environment)
            )
        } catch {
            throw Refusal("\(error); spaces needs one to draw on.")
        }
    }

    /// The look for an open terminal, and what was wrong in a theme's file.
    func look(on terminal: CursesTerminal) throws -> (Look, warnings: [String]) {
        let (theme, warnings) = try themeFile(depth: terminal.colorDepth)
        return (Look(theme: theme, glyphs: ascii || !terminal.isUTF8 ? .ascii : .unicode), warnings)
    }

    /// The logger that the options ask for; without a file it keeps silent.
    func logger() throws -> Logger {
        guard let log else { return Logger(label: "spaces") { _ in SwiftLogNoOpLogHandler() } }
        let handler = try FileLogHandler(path: log)
        return Logger(label: "spaces") { _ in handler }
    }

    private func themeFile(depth: ColorDepth) throws -> (Theme, warnings: [String]) {
        do throws(ThemeFailure) {
            let loaded = try ThemeLoader(directories: Self.themeDirectories).load(named: theme, depth: depth)
            return (loaded.theme, loaded.warnings)
        } catch {
            throw Refusal(error.sentence)
        }
    }

    /// The folders of the person and of the system (XDG Base Directory Specification).
    private static var themeDirectories: [String] {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"].map { $0 + "/.config" }
        let personal = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home
        return [personal, "/etc/xdg"].compactMap { $0 }.map { $0 + "/spaces/themes" }
    }
}
