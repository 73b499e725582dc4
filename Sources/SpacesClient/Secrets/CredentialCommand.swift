import Localization
import Foundation
import Glibc
import SpacesModel

/// A program of the person's that prints a secret, such as `pass show cloud`; its first line is the secret.
///
/// It is started from a list of arguments, without a shell, with nothing to read and a small environment. What it prints
/// is never shown; what it complains about is, when it fails.
package struct CredentialCommand: Equatable, Sendable {
    package let arguments: [String]
    private let environment: [String: String]
    private let timeLimit: Duration

    /// Takes the whole environment of this program and hands on what password managers need.
    package init(
        _ arguments: [String], environment: [String: String], timeLimit: Duration = .seconds(30)
    ) throws(SecretFailure) {
        guard let program = arguments.first, !program.isEmpty else {
            throw SecretFailure(
                localized("The credential command is empty: write the program and its arguments as a list."))
        }
        guard !arguments.contains(where: { $0.utf8.contains(0) }) else {
            throw SecretFailure(localized("The credential command has a zero character in it: remove it."))
        }
        self.arguments = arguments
        self.environment = ChildEnvironment.forSecrets(environment)
        self.timeLimit = timeLimit
    }

    /// Runs it and returns the first line that it prints.
    package func secret() async throws(SecretFailure) -> SecretText {
        let outcome: ChildProcess.Outcome
        do {
            outcome = try await ChildProcess(arguments, environment: environment, timeLimit: timeLimit).run()
        } catch let error as ChildProcess.NotStarted {
            throw SecretFailure(localized("\(subject) cannot be run: \(String(cString: strerror(error.reason)))."))
        } catch {
            throw SecretFailure(localized("\(subject) was not run: the program is being cancelled."))
        }
        switch outcome.end {
        case .exited(0): break
        case .exited(let status):
            throw SecretFailure(localized("\(subject) failed with status \(status)\(complaint(outcome))."))
        case .signalled(let signal):
            throw SecretFailure(localized("\(subject) was ended by signal \(signal)\(complaint(outcome))."))
        case .outOfTime:
            throw SecretFailure(
                localized("\(subject) did not end within \(timeLimit.words) and was stopped\(complaint(outcome))."))
        case .tooTalkative: throw SecretFailure(localized("\(subject) prints far more than a secret, and was stopped."))
        }
        let line = outcome.output.exposed.prefix { !$0.isNewline }
        guard !line.isEmpty else {
            throw SecretFailure(localized("\(subject) printed no secret: the first line of its output should be one."))
        }
        return SecretText(String(line))
    }

    /// The program without its arguments, which are nobody's business.
    private var subject: String {
        localized("The credential command \(String((arguments.first ?? "").prefix(100)))")
    }

    private func complaint(_ outcome: ChildProcess.Outcome) -> String {
        let line = outcome.errors.exposed.split(whereSeparator: \.isNewline).last.map { String($0.prefix(200)) } ?? ""
        return line.isEmpty ? "" : ": “\(line)”"
    }
}
