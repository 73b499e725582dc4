import Localization
import Foundation
import Logging
import SpacesClient
import SpacesModel
import SpacesProfiles
import SpacesUI
import Synchronization

/// Makes the connections of profiles: the one place where settings become addresses, credentials and trust.
final class Connections: Sendable {
    private let configuration: Configuration
    private let given: Given
    /// The profile that the program started with, whom alone the options about signing in are meant for.
    private let first: String?
    private let logger: Logger
    private let trace: RequestTrace?
    /// Of the variable `SPACES_PASSWORD`, for the first profile.
    private let givenPassword: String?
    /// Of `--token-file -`, for the first profile.
    private let givenToken: String?
    /// What was typed at the start, so that one can come back to that profile.
    private let typed = Mutex<Credentials?>(nil)
    /// The sessions that are kept, or were begun in this run.
    private let sessions: Sessions
    /// Tells of every request, once somebody listens.
    let requests = RequestFeed()

    init(
        _ configuration: Configuration, given: Given, first: String?, givenPassword: String?, givenToken: String? = nil,
        logger: Logger, trace: RequestTrace?
    ) {
        self.configuration = configuration
        self.given = given
        self.first = first
        self.givenPassword = givenPassword
        self.givenToken = givenToken
        self.logger = logger
        self.trace = trace
        sessions = Sessions(logger: logger)
    }

    /// The settings that count for a profile, in the place that it has in this run.
    func resolve(_ name: String?) -> ResolvedProfile {
        configuration.resolve(name, given: given, isFirst: name == first)
    }

    /// All that it takes to talk to the server of a profile, and who that is as far as it is known. `ask` is asked for a
    /// password, or whether to sign in, where nothing is kept; without it, as there is nobody to type while the screen is up,
    /// that is a problem.
    func connection(
        for profile: ResolvedProfile, asking ask: (@Sendable (String) throws -> String)? = nil
    ) async throws -> (connection: ServerConnection, user: String) {
        let address = try Self.address(of: profile)
        var network = try Self.network(of: profile, trace)
        if place(of: profile) == nil, profile.authentication != .bearer,
            let kept = try await sessions.credentials(
                for: SignInTarget(profile, server: address, network: network))
        {
            return (try ServerConnection(address: address, credentials: kept.0, network: network), kept.user)
        }
        // Before anything is sent. Who has a session has been there before: what is wrong now is told by the screen.
        if ask != nil { network = try await TrustOnFirstUse(profile, server: address).settings(network) }
        let (credentials, user) = try await credentials(for: profile, at: address, network, asking: ask)
        return (try ServerConnection(address: address, credentials: credentials, network: network), user)
    }

    /// Waits a moment for tokens that are just being renewed, before the program ends.
    func settle() async { await sessions.settle() }

    /// How the program gets to the servers of other profiles.
    var connector: Connector {
        Connector { [self] name throws(SpacesFailure) in
            do {
                let (connection, user) = try await connection(for: resolve(name))
                let service = try HTTPSpacesService(connection, logger: logger, requests: requests)
                return .init(service: service, server: State.Server(connection, user: user))
            } catch {
                throw SpacesFailure(kind: .refused, sentence: "\(error)")
            }
        }
    }

    // MARK: From settings

    static func address(of profile: ResolvedProfile) throws(ConnectionProblem) -> ServerAddress {
        guard let server = profile.text(.server) else {
            throw ConnectionProblem(
                localized("\(profile.subject) names no server: say server: https://cloud.example.org"))
        }
        let address = try ServerAddress(parsing: server)
        if let problem = address.problemWithCredentials { throw problem }
        return address
    }

    static func network(
        of profile: ResolvedProfile, _ trace: RequestTrace?
    ) throws(ConnectionProblem) -> NetworkSettings {
        let trust: NetworkSettings.Trust =
            profile.flag(.insecure)
            ? .anything : profile.text(.cacert).map { .certificates(file: $0) } ?? .systemRoots
        var pins: [KeyPin] = []
        let environment = ProcessInfo.processInfo.environment
        let named = profile.list(.pin)
        for pin in named.isEmpty ? TrustedKeys.pins(of: profile.name, environment: environment) : named {
            pins.append(try KeyPin(parsing: pin))
        }
        return NetworkSettings(
            trust: trust, pins: pins, knownServers: try TrustedKeys.knownServers(environment),
            trustCommand: TrustedKeys.command(of: profile), clientCertificate: try clientCertificate(of: profile),
            proxy: try ProxySettings(parsing: profile.text(.proxy) ?? "system", environment: environment),
            timeLimits: .init(
                connect: profile.interval(.connectTimeout), firstByte: profile.interval(.firstByteTimeout),
                idle: profile.interval(.idleTimeout)),
            trace: trace)
    }

    /// A key without a certificate, or the other way round, is no client certificate; both may be in one file.
    private static func clientCertificate(
        of profile: ResolvedProfile
    ) throws(ConnectionProblem) -> ClientCertificate? {
        guard let certificate = profile.text(.clientCertificate) else {
            guard profile.text(.clientKey) == nil else {
                throw ConnectionProblem(
                    localized(
                        """
                        \(Setting.clientKey.key) of \(profile[.clientKey].origin.description) belongs to no certificate: \
                        name it with \(Setting.clientCertificate.key).
                        """))
            }
            return nil
        }
        return ClientCertificate(certificateFile: certificate, keyFile: profile.text(.clientKey) ?? certificate)
    }

    // MARK: Credentials

    /// A place that may have a secret.
    private enum Secrets {
        case tokenFile(String)
        case passwordFile(String)
        case password(String)
        case command([String])
    }

    /// The secret from the place nearest to the person that has one: an option before a variable, that before a file, and
    /// all of them before a session that is kept.
    private func credentials(
        for profile: ResolvedProfile, at address: ServerAddress, _ network: NetworkSettings,
        asking ask: (@Sendable (String) throws -> String)?
    ) async throws -> (any CredentialSource, user: String) {
        let way = profile.authentication
        let user = profile.text(.user)
        switch place(of: profile) {
        case .tokenFile("-"):
            guard let givenToken, profile.name == first else {
                throw ConnectionProblem(localized("The token on standard input was for another server."))
            }
            return (Credentials.bearer(givenToken), user ?? "")
        case .tokenFile(let file):
            // Refused here and not on the screen when it is not there; read again later, as others may renew it.
            _ = try Secret.firstLine(ofFile: file)
            return (Self.bearer(fromFile: file), user ?? "")
        case .passwordFile(let file):
            let user = try named(user, profile)
            return (Credentials.basic(user: user, password: try Secret.firstLine(ofFile: file)), user)
        case .password(let password):
            let user = try named(user, profile)
            return (Credentials.basic(user: user, password: password), user)
        case .command(let arguments):
            let isBearer = way == .bearer || way == .oidc || (way == .auto && user == nil)
            let scheme: RereadCredentials.Scheme = isBearer ? .bearer : .basic(user: try named(user, profile))
            return (try Self.credentials(scheme, from: arguments), user ?? "")
        case nil: break
        }
        if way == .bearer { throw ConnectionProblem(localized("\(profile.subject) has no token: name a token_file.")) }
        let target = try SignInTarget(profile, server: address, network: network)
        if way == .basic || (way == .auto && user != nil) {
            let user = try named(user, profile)
            if profile.name == first, let typed = typed.withLock(\.self) { return (typed, user) }
            if way == .basic || ask == nil {
                return (try typedCredentials(of: user, target, asking: ask), user)
            }
            // A server that takes no passwords is not asked for one.
            if await sessions.takesPasswords(target) {
                return (try typedCredentials(of: user, target, asking: ask), user)
            }
        }
        if ask == nil {
            throw ConnectionProblem(localized("\(profile.subject) needs a sign-in first: \(target.loginCommand)"))
        }
        return try await sessions.signInNow(target, Login.Way(of: profile))
    }

    /// The nearest place that may have a secret, or `nil`.
    private func place(of profile: ResolvedProfile) -> Secrets? {
        let way = profile.authentication
        var places: [(rank: Int, place: Secrets)] = []
        if way == .auto || way == .bearer, let file = profile.text(.tokenFile) {
            places.append((profile[.tokenFile].origin.rank, .tokenFile(file)))
        }
        let takesPassword = way == .auto || way == .basic || way == .appToken
        if takesPassword, let file = profile.text(.passwordFile) {
            places.append((profile[.passwordFile].origin.rank, .passwordFile(file)))
        }
        if takesPassword, profile.name == first, let givenPassword {
            places.append((Origin.variable("SPACES_PASSWORD").rank, .password(givenPassword)))
        }
        if !profile.list(.credentialCommand).isEmpty {
            places.append((profile[.credentialCommand].origin.rank, .command(profile.list(.credentialCommand))))
        }
        // The first of the highest rank.
        let nearest = places.max { $0.rank < $1.rank }?.rank
        return places.first { $0.rank == nearest }?.place
    }

    private static func bearer(fromFile path: String) -> any CredentialSource {
        RereadCredentials(.bearer, from: localized("the file \(path)")) { () throws(SecretFailure) in
            do {
                return SecretText(try Secret.firstLine(ofFile: path))
            } catch {
                throw SecretFailure("\(error)")
            }
        }
    }

    private static func credentials(
        _ scheme: RereadCredentials.Scheme, from arguments: [String]
    ) throws -> any CredentialSource {
        let command = try CredentialCommand(arguments, environment: ProcessInfo.processInfo.environment)
        let name = arguments.first ?? ""
        return RereadCredentials(scheme, from: localized("the credential command \(name)")) {
            () throws(SecretFailure) in
            try await command.secret()
        }
    }

    private func named(_ user: String?, _ profile: ResolvedProfile) throws(ConnectionProblem) -> String {
        if let user { return user }
        throw ConnectionProblem(
            profile.name.map { localized("The profile \($0) names no user: say user: NAME, or --user NAME.") }
                ?? localized("Name a user: spaces --server \(profile[.server].value?.shown ?? "URL") --user NAME"))
    }

    /// What is typed when asked, once for each run.
    private func typedCredentials(
        of user: String, _ target: SignInTarget, asking ask: (@Sendable (String) throws -> String)?
    ) throws -> Credentials {
        guard let ask else {
            throw ConnectionProblem(
                localized(
                    """
                    No password for \(target.key.profile ?? target.server.authority) is kept: \(target.loginCommand), \
                    or name a password_file in the profile.
                    """))
        }
        let credentials = Credentials.basic(
            user: user, password: try ask(localized("Password of \(user) at \(target.server.authority):") + " "))
        typed.withLock { $0 = credentials }
        return credentials
    }
}

extension ResolvedProfile {
    /// The profile as a sentence begins with it.
    fileprivate var subject: String { name.map { localized("The profile \($0)") } ?? localized("This run") }
}

extension State.Server {
    init(_ connection: ServerConnection, user: String) {
        self.init(
            host: connection.address.authority, user: user, isInsecure: connection.warning != nil)
    }
}

extension Profile {
    /// What the screen has to know of a resolved profile.
    init(_ profile: ResolvedProfile) {
        let server = profile.text(.server) ?? ""
        let host: String
        do throws(ConnectionProblem) {
            host = try ServerAddress(parsing: server).authority
        } catch {
            // Choosing the profile says what is wrong with it.
            host = profile[.server].value?.shown ?? ""
        }
        self.init(
            name: profile.name, host: host, user: profile.text(.user) ?? "",
            accent: profile.text(.accent).flatMap(Accent.init), banner: profile.text(.banner) ?? "",
            isReadOnly: profile.flag(.readOnly), isStrict: profile.confirmation == .strict, refresh: profile.refresh,
            parallel: profile.number(.parallel) ?? 8,
            keepsJournal: profile.flag(.journal))
    }
}
