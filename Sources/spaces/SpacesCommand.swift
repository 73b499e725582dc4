import ArgumentParser
import Foundation
import SpacesClient
import SpacesModel

/// The terminal program: `spaces --server URL --user NAME`, or `spaces demo` for a first look.
@main
struct SpacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spaces",
        abstract: "Administers the spaces of an ownCloud or OpenCloud server in the terminal.",
        usage: """
            spaces --server URL --user NAME [options]
            spaces demo [--spaces N] [options]
            """,
        discussion: """
            The password is read from the file given with --password-file, else from the variable SPACES_PASSWORD, else \
            asked for. It is never an argument, because arguments are seen by everybody on the machine.
            """,
        version: "spaces \(ProgramVersion.current)",
        subcommands: [DemoCommand.self])

    @Option(help: ArgumentHelp("The server, such as https://cloud.example.org.", valueName: "URL"))
    var server: String?

    @Option(help: ArgumentHelp("The user to sign in as.", valueName: "NAME"))
    var user: String?

    @Option(help: ArgumentHelp("Read the password from the first line of this file.", valueName: "FILE"))
    var passwordFile: String?

    @Option(help: ArgumentHelp("Sign in with the access token in the first line of this file.", valueName: "FILE"))
    var tokenFile: String?

    @Option(help: ArgumentHelp("Trust the certificate authorities in this PEM file.", valueName: "FILE"))
    var cacert: String?

    @Flag(help: "Do not check the server's certificate: anyone in between can read and change everything.")
    var insecure = false

    @OptionGroup(title: "Screen and log")
    var screen: ScreenOptions

    func run() throws {
        guard let server else {
            throw Refusal(
                "Name a server: spaces --server https://cloud.example.org --user NAME. For a first look: spaces demo")
        }
        guard user != nil || tokenFile != nil else {
            throw Refusal("Name a user: spaces --server \(server) --user NAME")
        }
        let address: ServerAddress
        do throws(ConnectionProblem) {
            address = try ServerAddress(parsing: server)
        } catch {
            throw Refusal(error.sentence)
        }
        // Before anything is asked: a secret that may not be sent, and a terminal without which there is nobody to answer.
        if let problem = address.problemWithCredentials { throw Refusal(problem.sentence) }
        let terminal = try screen.openTerminal()
        let trust: NetworkSettings.Trust =
            insecure ? .anything : cacert.map { .certificates(file: $0) } ?? .systemRoots
        let connection: ServerConnection
        let credentials = try credentials(for: address)
        do throws(ConnectionProblem) {
            connection = try ServerConnection(
                address: address, credentials: credentials,
                network: NetworkSettings(
                    trust: trust, proxy: ProxySettings(environment: ProcessInfo.processInfo.environment)))
        } catch {
            throw Refusal(error.sentence)
        }
        try Session(connection: connection, user: user ?? "", screen: screen).run(on: terminal)
    }

    /// The token or the password, from the first place that has one.
    private func credentials(for address: ServerAddress) throws -> Credentials {
        if let tokenFile { return .bearer(try Secret.firstLine(ofFile: tokenFile)) }
        let user = user ?? ""
        if let passwordFile { return .basic(user: user, password: try Secret.firstLine(ofFile: passwordFile)) }
        if let password = Secret.fromEnvironment { return .basic(user: user, password: password) }
        return .basic(user: user, password: try Secret.ask("Password of \(user) at \(address.authority): "))
    }
}

/// Why the program does not start: one line for the person.
struct Refusal: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
