import Localization
import ArgumentParser
import Foundation
import SpacesClient
import SpacesProfiles
import SpacesUI
import Texts

/// `spaces config`: what the configuration says, and whether it is right.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: localized("Shows and checks the configuration."),
        subcommands: [Show.self, Check.self, Path.self, Schema.self])

    private static var paths: ConfigurationPaths {
        ConfigurationPaths(environment: ProcessInfo.processInfo.environment)
    }

    /// `spaces config show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: localized("Prints the settings that count; never a secret."))

        @Flag(help: ArgumentHelp(localized("Say of each where it comes from.")))
        var origin = false

        @OptionGroup
        var settings: SettingOptions

        func run() throws {
            let configuration = ConfigurationFiles.load(ConfigCommand.paths)
            let given = try settings.given(with: ScreenOptions.parse([]))
            let profile: String?
            do throws(UnknownProfile) {
                profile = try configuration.firstProfile(option: settings.profile, given: given)
            } catch {
                throw Refusal(error.wholeSentence)
            }
            let resolved = configuration.resolve(profile, given: given)
            for line in ConfigurationTable.lines(of: resolved, keys: configuration.keys, withOrigin: origin) {
                say(TerminalText(line))
            }
            let problems = configuration.allProblems.count + given.problems.count
            let notes = [
                resolved.lockReason?.asSentence, resolved.ignoredNote, problems > 0 ? Self.hint(problems) : nil,
            ]
            for note in notes.compactMap(\.self) { Output.remark("\(note)\n") }
        }

        static func hint(_ problems: Int) -> String {
            problems == 1
                ? localized("1 problem in the configuration: spaces config check")
                : localized("\(problems) problems in the configuration: spaces config check")
        }
    }

    /// `spaces config check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: localized(
                "Prints every problem of the configuration with its line; ends with status 1 if there is one."))

        func run() throws {
            let configuration = ConfigurationFiles.load(ConfigCommand.paths)
            let given = Given(variables: ProcessInfo.processInfo.environment)
            let problems = configuration.allProblems + given.problems + Self.addresses(of: configuration)
            for problem in problems { say(TerminalText("\(problem)" as String)) }
            if !problems.isEmpty { throw ExitCode.failure }
            let files = configuration.files.map(\.path)
            say(
                TerminalText(
                    files.isEmpty
                        ? localized("There is no configuration, and so nothing wrong in it.")
                        : localized("No problem found in:")))
            for file in files { say("  \(file)") }
        }

        /// What is wrong with the servers of profiles.
        private static func addresses(of configuration: Configuration) -> [ConfigurationProblem] {
            configuration.profileNames.compactMap { name in
                do throws(ConnectionProblem) {
                    _ = try Connections.address(of: configuration.resolve(name))
                    return nil
                } catch {
                    guard case .file(let path, let line, _) = configuration.resolve(name)[.server].origin else {
                        let place = configuration.files.lazy.compactMap { file in
                            file.profiles.first { $0.name == name }.map { (file.path, $0.line) }
                        }.first
                        return ConfigurationProblem(place?.0 ?? "", line: place?.1, error.sentence)
                    }
                    return ConfigurationProblem(path, line: line, error.sentence)
                }
            }
        }
    }

    /// `spaces config path`.
    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "path", abstract: localized("Prints where the configuration is, or would be."))

        func run() {
            for path in ConfigCommand.paths.files {
                let isThere = FileManager.default.fileExists(atPath: path)
                say(TerminalText(path + (isThere ? "" : "  (\(localized("not there")))")))
            }
        }
    }

    /// `spaces config schema`.
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema", abstract: localized("Prints the JSON schema of the configuration, for editors."))

        func run() {
            let schema = ConfigurationSchema.text(commands: Command.settingNames)
            Output.tell(
                TerminalText(lines: schema.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }))
        }
    }
}
