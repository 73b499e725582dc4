import Localization
import ArgumentParser
import Dispatch
import Foundation
import SpacesClient
import SpacesProfiles
import SpacesServer
import Synchronization
import Texts

/// `spaces demo`: the embedded server with made-up spaces, inside this process, and the program on it.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: localized("Shows the program on an embedded server with made-up spaces; nothing is kept."))

    @Option(help: ArgumentHelp(localized("How many spaces to make up."), valueName: "N"))
    var spaces = 1000

    @OptionGroup(title: localized("Screen and log"))
    var screen: ScreenOptions

    @OptionGroup(title: localized("Screen and log"))
    var trace: TraceOptions

    func validate() throws {
        guard (0...10_000_000).contains(spaces) else {
            throw ValidationError(localized("--spaces takes a number from 0 to 10000000, not \(spaces)"))
        }
    }

    func run() throws {
        // Of the person's own configuration only what the screen looks like: nothing else is meant for made-up spaces.
        let environment = ProcessInfo.processInfo.environment
        let given = try Given(screen.texts, variables: environment)
        let configuration = ConfigurationFiles.load(ConfigurationPaths(environment: environment))
        let profile = configuration.resolve(nil, given: given, isFirst: false)
        let network = NetworkSettings(trace: try trace.open())
        let terminal = try screen.terminal(for: profile)
        if spaces > 5000 {
            // Seconds of silence would look like a program that hangs.
            Output.remark("\(localized("Making up \(spaces) spaces…"))\n")
        }
        let password = GeneratedPassword.make()
        let url = try startServer(password: password)
        let connection: ServerConnection
        do throws(ConnectionProblem) {
            connection = try ServerConnection(
                address: ServerAddress(parsing: url), credentials: .basic(user: "admin", password: password),
                network: network)
        } catch {
            throw Refusal(error.sentence)
        }
        try Session(
            connection: connection, profile: profile, user: "admin", keymap: configuration.keymap.keymap, screen: screen
        ).run(on: terminal)
    }

    /// Starts the server on a free port of this machine and returns its address; it lives as long as the process.
    private func startServer(password: String) throws -> String {
        var configuration = ServerConfiguration(
            database: .memory,
            users: [
                UserDefinition(
                    username: "admin", displayName: "Admin", mail: "admin@example.org", password: password, role: .admin
                )
            ])
        // A password of twenty random characters needs no slow hash, and the others of a demonstration are known to all.
        configuration.passwordCost = 8
        configuration.sample = spaces > 0 ? SampleOrder(count: spaces) : nil
        let server = try SpacesServer(configuration: configuration)
        let outcome = Mutex<Result<String, Refusal>?>(nil)
        let answered = DispatchSemaphore(value: 0)
        Task {
            do {
                try await server.run { url in
                    outcome.withLock { $0 = .success(url) }
                    answered.signal()
                }
            } catch {
                outcome.withLock {
                    $0 = .failure(Refusal(localized("The demo server did not start: \(String(describing: error))")))
                }
                answered.signal()
            }
        }
        answered.wait()
        guard let result = outcome.withLock({ $0 }) else { throw Refusal(localized("The demo server did not start.")) }
        return try result.get()
    }
}
