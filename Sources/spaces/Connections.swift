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
    /// Of the variable `SPACES_PASSWORD`, for the first profile.
    private let givenPassword: String?
    /// What was typed at the start, so that one can come back to that profile.
    private let typed = Mutex<Credentials?>(nil)

    init(_ configuration: Configuration, given: Given, first: String?, givenPassword: String?, logger: Logger) {
        self.configuration = configuration
        self.given = given
        self.first = first
        self.givenPassword = givenPassword
        self.logger = logger
    }

    /// The settings that count for a profile, in the place that it has in this run.
    func resolve(_ name: String?) -> ResolvedProfile {
        configuration.resolve(name, given: given, isFirst: name == first)
    }

    /// All that it takes to talk to the server of a profile. `ask` is asked for a password where none is kept; without it,
    /// as there is nobody to type while the screen is up, that is a problem.
    func connection(
        for profile: ResolvedProfile, asking ask: ((String) throws -> String)? = nil
    ) throws -> ServerConnection {
        let address = try Self.address(of: profile)
        let network = try Self.network(of: profile)
        return try ServerConnection(
            address: address, credentials: try credentials(for: profile, at: address, asking: ask), network: network)
    }

    /// How the program gets to the servers of other profiles.
    var connector: Connector {
        Connector { [self] name throws(SpacesFailure) in
            do {
                let connection = try connection(for: resolve(name))
                let service = try HTTPSpacesService(connection, logger: logger)
                return .init(service: service, server: State.Server(connection, user: resolve(name).text(.user) ?? ""))
            } catch {
                throw SpacesFailure(kind: .refused, sentence: "\(error)")
            }
        }
    }

    // MARK: From settings

    static func address(of profile: ResolvedProfile) throws(ConnectionProblem) -> ServerAddress {
        guard let server = profile.text(.server) else {
            throw ConnectionProblem("\(profile.subject) names no server: say server: https://cloud.example.org")
        }
        let address = try ServerAddress(parsing: server)
        if let problem = address.problemWithCredentials { throw problem }
        return address
    }

    private static func network(of profile: ResolvedProfile) throws(ConnectionProblem) -> NetworkSettings {
        let trust: NetworkSettings.Trust =
            profile.flag(.insecure)
            ? .anything : profile.text(.cacert).map { .certificates(file: $0) } ?? .systemRoots
        var pins: [KeyPin] = []
        for pin in profile.list(.pin) { pins.append(try KeyPin(parsing: pin)) }
        return NetworkSettings(
            trust: trust, pins: pins, clientCertificate: try clientCertificate(of: profile),
            proxy: try ProxySettings(
                parsing: profile.text(.proxy) ?? "system", environment: ProcessInfo.processInfo.environment),
            timeLimits: .init(
                connect: profile.interval(.connectTimeout), firstByte: profile.interval(.firstByteTimeout),
                idle: profile.interval(.idleTimeout)))
    }

    /// A key without a certificate, or the other way round, is no client certificate; both may be in one file.
    private static func clientCertificate(
        of profile: ResolvedProfile
    ) throws(ConnectionProblem) -> ClientCertificate? {
        guard let certificate = profile.text(.clientCertificate) else {
            guard profile.text(.clientKey) == nil else {
                throw ConnectionProblem(
                    "\(Setting.clientKey.key) of \(profile[.clientKey].origin.description) belongs to no certificate: "
                        + "name it with \(Setting.clientCertificate.key).")
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

    /// The secret from the place nearest to the person that has one: an option before a variable, that before a file.
    private func credentials(
        for profile: ResolvedProfile, at address: ServerAddress, asking ask: ((String) throws -> String)?
    ) throws -> any CredentialSource {
        let way = profile.authentication
        guard way != .oidc, way != .device else {
            throw ConnectionProblem("\(profile.subject) needs a sign-in first: \(profile.login)")
        }
        let user = profile.text(.user)
        var places: [(rank: Int, place: Secrets)] = []
        if way != .basic, way != .appToken, let file = profile.text(.tokenFile) {
            places.append((profile[.tokenFile].origin.rank, .tokenFile(file)))
        }
        if way != .bearer, let file = profile.text(.passwordFile) {
            places.append((profile[.passwordFile].origin.rank, .passwordFile(file)))
        }
        if way != .bearer, profile.name == first, let givenPassword {
            places.append((Origin.variable("SPACES_PASSWORD").rank, .password(givenPassword)))
        }
        if !profile.list(.credentialCommand).isEmpty {
            places.append((profile[.credentialCommand].origin.rank, .command(profile.list(.credentialCommand))))
        }
        // The first of the highest rank.
        let nearest = places.max { $0.rank < $1.rank }?.rank
        switch places.first(where: { $0.rank == nearest })?.place {
        case .tokenFile(let file): return Credentials.bearer(try Secret.firstLine(ofFile: file))
        case .passwordFile(let file):
            return Credentials.basic(user: try named(user, profile), password: try Secret.firstLine(ofFile: file))
        case .password(let password): return Credentials.basic(user: try named(user, profile), password: password)
        case .command:
            throw ConnectionProblem("credential.command is not supported by this version: name a password_file.")
        case nil:
            if way == .bearer { throw ConnectionProblem("\(profile.subject) has no token: name a token_file.") }
            return try typedCredentials(of: named(user, profile), for: profile, at: address, asking: ask)
        }
    }

    private func named(_ user: String?, _ profile: ResolvedProfile) throws(ConnectionProblem) -> String {
        if let user { return user }
        throw ConnectionProblem(
            profile.name.map { "The profile \($0) names no user: say user: NAME, or --user NAME." }
                ?? "Name a user: spaces --server \(profile[.server].value?.shown ?? "URL") --user NAME")
    }

    /// What is typed when asked, once for each run.
    private func typedCredentials(
        of user: String, for profile: ResolvedProfile, at address: ServerAddress,
        asking ask: ((String) throws -> String)?
    ) throws -> Credentials {
        if profile.name == first, let typed = typed.withLock(\.self) { return typed }
        guard let ask else {
            throw ConnectionProblem(
                "No password for \(profile.name ?? address.authority) is kept: \(profile.login), "
                    + "or name a password_file in the profile.")
        }
        let credentials = Credentials.basic(
            user: user, password: try ask("Password of \(user) at \(address.authority): "))
        typed.withLock { $0 = credentials }
        return credentials
    }
}

extension ResolvedProfile {
    /// The profile as a sentence begins with it.
    fileprivate var subject: String { name.map { "The profile \($0)" } ?? "This run" }

    /// The command that signs in to it.
    fileprivate var login: String { "spaces login" + (name.map { " --profile \($0)" } ?? "") }
}

extension State.Server {
    init(_ connection: ServerConnection, user: String) {
        self.init(
            host: connection.address.authority, user: SafeText.visible(user), isInsecure: connection.warning != nil)
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
            isReadOnly: profile.flag(.readOnly), isStrict: profile.confirmation == .strict, refresh: profile.refresh)
    }
}
