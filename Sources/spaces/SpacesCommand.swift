import Localization
import ArgumentParser
import CChildProcess
import CursesTerminal
import Foundation
import Glibc
import SpacesClient
import SpacesModel
import SpacesProfiles
import SpacesUI
import Texts

/// The terminal program: `spaces`, `spaces --profile NAME`, `spaces --server URL --user NAME`, or `spaces demo`.
@main
struct SpacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spaces",
        abstract: localized("Administers the spaces of an ownCloud or OpenCloud server in the terminal."),
        usage: """
            spaces [--profile NAME] [options]
            spaces --server URL [options]
            spaces login|logout [--profile NAME | --server URL] [options]
            spaces login status
            spaces trust [--profile NAME | --server URL] [options]
            spaces demo [--spaces N] [options]
            spaces config show|check|path|schema
            """,
        discussion: localized(
            """
            Servers that are used more than once are given names in a configuration: "spaces config path" says where. Who \
            has signed in with "spaces login" is not asked again; otherwise spaces offers to sign in. A password or an app \
            token is read from the file given with --password-file, else from the variable SPACES_PASSWORD, else from where \
            the profile keeps it, else asked for. It is never an argument, because arguments are seen by everybody on the \
            machine.
            """),
        version: "spaces \(ProgramVersion.current)",
        subcommands: [LoginCommand.self, LogoutCommand.self, TrustCommand.self, DemoCommand.self, ConfigCommand.self])

    @OptionGroup
    var settings: SettingOptions

    @OptionGroup(title: localized("Screen and log"))
    var screen: ScreenOptions

    @OptionGroup(title: localized("Screen and log"))
    var trace: TraceOptions

    static func main() {
        // Before there is a secret: the environment may hold one already.
        cp_protect()
        Localization.use(Localization(environment: ProcessInfo.processInfo.environment))
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Says why the program ends, where there is something to say, and ends it with the status for it.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        // Help, the version and scripts for shells are our own words.
        if code.isSuccess { exit(withError: error) }
        // What the parser of arguments says has lines of its own, and repeats what was typed.
        let message: TerminalText =
            (error as? Refusal).map { "Error: \($0.text)" }
            ?? TerminalText(
                lines: fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).map {
                    String($0)
                })
        if !message.characters.isEmpty { Output.remark("\(message)\n") }
        Foundation.exit(code.rawValue)
    }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let configuration = ConfigurationFiles.load(ConfigurationPaths(environment: environment))
        let given = try settings.given(with: screen)
        let first: String?
        do throws(UnknownProfile) {
            first = try configuration.firstProfile(option: settings.profile, given: given)
        } catch {
            // Where nobody can choose, the names are said instead.
            let isPlain = configuration.resolve(nil, given: given).flag(.plain)
            let isOnTerminal = !isPlain && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0
            guard !error.choices.isEmpty, isOnTerminal else {
                throw Refusal(lines: configuration.problemLines + [error.wholeSentence])
            }
            first = try choice(among: error.choices, of: configuration, given)
        }
        let connections = Connections(
            configuration, given: given, first: first, givenPassword: Secret.fromEnvironment,
            givenToken: given.options[.tokenFile] == .text("-") ? try Secret.fromStandardInput() : nil,
            logger: try screen.logger(), trace: try trace.open())
        let profile = connections.resolve(first)
        guard first != nil || profile.text(.server) != nil else {
            throw Refusal(lines: configuration.problemLines + Self.beginning)
        }
        do {
            // Before anything is asked: a secret that may not be sent, and a terminal without which there is nobody to answer.
            _ = try Connections.address(of: profile)
            let terminal = try screen.terminal(for: profile)
            let opened = try waiting { try await connections.connection(for: profile, asking: .atStart) }
            try Session(
                opened, connections: connections, profile: profile, profileNames: configuration.profileNames,
                problems: configuration.allProblems.count + given.problems.count, keymap: configuration.keymap.keymap,
                screen: screen
            ).run(on: terminal)
        } catch let problem as ConnectionProblem {
            throw Refusal(problem.sentence)
        }
    }

    /// Lets the person choose the profile to begin with; ends the program for who leaves.
    private func choice(
        among names: [String], of configuration: Configuration, _ given: Given
    ) throws -> String? {
        let common = configuration.resolve(nil, given: given)
        let terminal = try screen.openTerminal(for: common)
        let look = try screen.look(of: common, on: terminal).look
        let profiles = names.map { Profile(configuration.resolve($0, given: given)) }
        var choice = ProfileChoice(among: profiles, look: look, now: Date())
        let status = terminal.run(&choice)
        guard let chosen = choice.chosen else { throw ExitCode(status) }
        return chosen.name
    }

    /// For those who have told nothing yet.
    private static var beginning: [String] {
        localized(
            """
            No server is named. For a first look: spaces demo
            Once: spaces --server https://cloud.example.org, which offers to sign in
            Every day: give it a name in a configuration; spaces config path says where, spaces config --help the rest
            """
        ).split(separator: "\n").map { String($0) }
    }
}

/// Why the program does not start: one line for the person, or some.
struct Refusal: Error, CustomStringConvertible {
    let text: TerminalText

    /// One line, whatever is in it.
    init(_ sentence: String) {
        text = TerminalText(sentence)
    }

    init(lines: [String]) {
        text = TerminalText(lines: lines)
    }

    var description: String { text.characters }
}
