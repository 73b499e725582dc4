import ArgumentParser
import Foundation
import Logging
import SpacesModel
import SpacesServer
import Texts

/// The embedded spaces server as a program of its own.
@main
struct SpacesServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spaces-server",
        abstract: "Serves ownCloud spaces from one SQLite file.",
        discussion: """
            Speaks the Spaces API (LibreGraph v1.0 and v1beta1) and WebDAV. Programs sign in with OpenID Connect, with \
            an app token or with HTTP Basic. Without --users it makes an administrator whose password is printed once.
            """,
        version: "spaces-server \(ProgramVersion.current)")

    @Option(help: ArgumentHelp("Where the spaces are kept; :memory: forgets them.", valueName: "FILE|:memory:"))
    var database: String

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "HOST:PORT"))
    var listen = "127.0.0.1:9200"

    @Option(name: .customLong("public-url"), help: ArgumentHelp("What URLs in answers begin with.", valueName: "URL"))
    var publicURL: String?

    @Flag(help: "Speak TLS with a certificate of its own, made at the first start.")
    var tls = false

    @Flag(help: "Allow to listen beyond this machine without TLS.")
    var allowPlaintext = false

    @Option(help: ArgumentHelp("YAML list of users: username, displayName, mail, password, role.", valueName: "FILE"))
    var users: String?

    @Option(help: ArgumentHelp("Fill an empty database with made-up spaces.", valueName: "N"))
    var sample: Int?

    @Option(help: ArgumentHelp("Which made-up spaces: the same seed makes the same.", valueName: "S"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Quota of a new space, in bytes; 0 is unlimited.", valueName: "BYTES"))
    var defaultQuota: Int64 = 1_000_000_000

    @Option(help: ArgumentHelp("Highest quota of a space, in bytes; 0 is no limit.", valueName: "BYTES"))
    var maxQuota: Int64 = 0

    @Option(
        help: ArgumentHelp(
            "Connections from one address at once; 0 is no limit, for a server behind a proxy.", valueName: "N"))
    var maxConnections = ConnectionLimits().perClient

    @Option(
        help: ArgumentHelp(
            "Which real server to behave like: \(Dialect.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "NAME"))
    var dialect = Dialect.openCloud2025

    @Flag(help: "Take no passwords by HTTP Basic: only what a sign-in or an app token gives.")
    var noBasic = false

    @Flag(help: "Offer no app tokens.")
    var noAppTokens = false

    @Flag(help: "Want a second factor for the list of all spaces; nobody can bring one yet.")
    var mfa = false

    @Flag(help: "Sign in devices by a code, which the real server's own provider does not.")
    var deviceCode = false

    @Option(help: ArgumentHelp("How long an access token is good.", valueName: "SECONDS"))
    var accessTokenLifetime: Int64 = 300

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp(
            """
            What is to go wrong, for tests and demonstrations: latency=200ms, status=503;retry-after=3, truncate=100, \
            reset, reset=100, hang, garbage, garbage=body or huge=1000000; ";when=after" lets the request take effect \
            first, a method and the beginning of a path with a colon in front choose requests, x3 behind counts them, \
            as in 'PATCH /graph/v1.0/drives: hang;when=after x1'. Can be given several times.
            """, valueName: "FAULT"),
        transform: SpacesServerCommand.fault)
    var faults: [Fault] = []

    func validate() throws {
        _ = try address()
        if let sample, sample < 0 { throw ValidationError("--sample takes a number of spaces, not \(sample)") }
        if defaultQuota < 0 { throw ValidationError("--default-quota must not be negative") }
        if maxQuota < 0 { throw ValidationError("--max-quota must not be negative") }
        if maxConnections < 0 { throw ValidationError("--max-connections must not be negative") }
        if !(1...86_400).contains(accessTokenLifetime) {
            throw ValidationError("--access-token-lifetime takes 1 to 86400 seconds, not \(accessTokenLifetime)")
        }
        if let publicURL, !publicURL.hasPrefix("http://"), !publicURL.hasPrefix("https://") {
            throw ValidationError("--public-url must begin with http:// or https://")
        }
    }

    func run() async throws {
        var logger = Logger(label: "spaces-server")
        logger.logLevel = .warning
        let (configuration, password) = try configuration()
        let server = try SpacesServer(configuration: configuration, logger: logger)
        if let password { Self.say("admin password: \(password)", on: .standardError) }
        if let fingerprint = server.certificateFingerprint {
            Self.say("certificate SHA-256: \(fingerprint)", on: .standardError)
        }
        if !faults.isEmpty { Self.warn("faults are on: answers go wrong on purpose") }
        try await server.run(stopsOnSignals: true) { url in
            Self.say("listening on \(url)", on: .standardOutput)
        }
    }
}

extension Dialect: ExpressibleByArgument {}

extension SpacesServerCommand {
    /// Writes a line at once, also into a pipe; standard output has nothing but the address.
    private static func say(_ line: TerminalText, on handle: FileHandle) {
        handle.write(Data("\(line)\n".utf8))
    }

    @Sendable private static func fault(_ text: String) throws -> Fault {
        do {
            return try Fault(parsing: text)
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// A line that is not to be missed: red where that can be shown.
    private static func warn(_ line: TerminalText) {
        let isColoured = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
        say(isColoured ? "\u{1B}[1;31m\(line)\u{1B}[0m" : line, on: .standardError)
    }

    private func address() throws -> (host: String, port: Int) {
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (0...65535).contains(port), colon != listen.startIndex
        else { throw ValidationError("--listen takes HOST:PORT such as 127.0.0.1:9200, not \(listen)") }
        let host = listen[..<colon]
        // An IPv6 address stands in brackets.
        return (host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host), port)
    }

    /// What was asked for, and the password that was generated where nobody could log in otherwise.
    private func configuration() throws -> (ServerConfiguration, password: String?) {
        let location = database == ":memory:" ? DatabaseLocation.memory : .file(database)
        var configuration = ServerConfiguration(database: location)
        (configuration.host, configuration.port) = try address()
        configuration.publicURL = publicURL
        configuration.tls = tls ? .selfSigned : .off
        configuration.allowPlaintext = allowPlaintext
        configuration.sample = sample.map { SampleOrder(count: $0, seed: seed) }
        configuration.defaultQuota = defaultQuota
        configuration.maxQuota = maxQuota
        configuration.limits.perClient = maxConnections
        configuration.dialect = dialect
        configuration.allowsBasicPasswords = !noBasic
        configuration.offersAppTokens = !noAppTokens
        configuration.wantsSecondFactor = mfa
        configuration.offersDeviceCode = deviceCode
        configuration.accessTokenLifetime = accessTokenLifetime
        configuration.faults = faults
        if let users {
            configuration.users = try UsersFile.users(atPath: users)
        } else if try !Store.hasUsers(location) {
            let password = GeneratedPassword.make()
            // Told only once the server has it stored.
            configuration.users = [
                UserDefinition(
                    username: "admin", displayName: "Admin", mail: "admin@example.org", password: password, role: .admin
                )
            ]
            return (configuration, password)
        }
        return (configuration, nil)
    }
}
