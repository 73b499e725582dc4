import Localization
import Foundation
import Logging
import SpacesClient
import SpacesModel
import SpacesProfiles
import SpacesUI
import Synchronization
import Texts

/// Makes the connections of profiles: the one place where settings become addresses, credentials and trust.
final class Connections: Sendable {
    private let configuration: Configuration
    private let given: Given
    /// The profile that the program started with, whom alone the options about signing in are meant for.
    let first: String?
    private let logger: Logger
    private let trace: RequestTrace?
    /// Of the variable `SPACES_PASSWORD`, for the first profile.
    let givenPassword: String?
    /// Of `--token-file -`, for the first profile.
    let givenToken: String?
    /// What was typed in this run, by the name of the profile, so that one can come back to it.
    let typed = Mutex<[String: Credentials]>([:])
    /// The sessions that are kept, or were begun in this run.
    let sessions: Sessions
    /// The credentials of the connection that was made last to a profile, which another sign-in replaces.
    private let inUse = Mutex<[String: ReplaceableCredentials]>([:])
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

    /// A connection that is ready to be used.
    struct Opened: Sendable {
        let connection: ServerConnection
        /// Who that is, as far as it is known.
        let user: String
        /// Where the credentials come from that nobody types; `nil` where the person can sign in again.
        let origin: String?
    }

    /// All that it takes to talk to the server of a profile. With `questions` a person is asked for a password, or whether to
    /// sign in, where nothing is kept; without, as the screen is up, that is a failure that offers to leave the screen for it.
    func connection(for profile: ResolvedProfile, asking questions: Questions? = nil) async throws -> Opened {
        let address = try Self.address(of: profile)
        var network = try Self.network(of: profile, trace)
        let origin = place(of: profile)?.origin
        if origin == nil, profile.authentication != .bearer {
            let target = try SignInTarget(profile, server: address, network: network)
            let kept: (source: any CredentialSource, user: String)?
            do throws(SecretFailure) {
                kept = try await sessions.credentials(for: target)
            } catch {
                // What is kept and cannot be used is said before another sign-in takes its place.
                guard let questions, TrustOnFirstUse.hasTerminal else { throw error }
                say("\(error.sentence)")
                kept = try await sessions.signIn(target, Login.Way(of: profile), questions, isOffered: true)
            }
            if let kept { return try opened(profile, address, kept, network, origin: nil) }
        }
        // Before anything is sent. Who has a session has been there before: what is wrong now is told by the screen.
        if questions != nil { network = try await TrustOnFirstUse(profile, server: address).settings(network) }
        let found = try await credentials(for: profile, at: address, network, asking: questions)
        return try opened(profile, address, found, network, origin: origin)
    }

    private func opened(
        _ profile: ResolvedProfile, _ address: ServerAddress, _ found: (source: any CredentialSource, user: String),
        _ network: NetworkSettings, origin: String?
    ) throws -> Opened {
        let credentials = ReplaceableCredentials(found.source)
        let connection = try ServerConnection(address: address, credentials: credentials, network: network)
        inUse.withLock { $0[profile.name ?? ""] = credentials }
        return Opened(connection: connection, user: found.user, origin: origin)
    }

    /// Signs in anew to the server of a profile, on the terminal that the screen has left; the connection that is in use goes
    /// on with what comes of it. Returns who signed in.
    func signInAgain(_ name: String?, asking questions: Questions) async throws -> String {
        let profile = resolve(name)
        if let origin = place(of: profile)?.origin { throw Refusal(Self.elsewhere(origin).asSentence) }
        let address = try Self.address(of: profile)
        let network = try await TrustOnFirstUse(profile, server: address).settings(try Self.network(of: profile, trace))
        let target = try SignInTarget(profile, server: address, network: network)
        let found: (source: any CredentialSource, user: String)
        if let way = await sessions.way(of: target, usual: Login.Way(of: profile)) {
            found = try await sessions.signIn(target, way, questions, isOffered: false)
        } else {
            typed.withLock { $0[name ?? ""] = nil }
            found = try await credentials(for: profile, at: address, network, asking: questions, isOffered: false)
        }
        inUse.withLock { $0[name ?? ""] }?.replace(with: found.source)
        return found.user
    }

    /// Why a sign-in that the person could do would change nothing.
    static func elsewhere(_ origin: String) -> String {
        localized("the credentials come from \(origin): change them there")
    }

    /// Waits a moment for tokens that are just being renewed, before the program ends.
    func settle() async { await sessions.settle() }

    /// How the program gets to the servers of other profiles.
    var connector: Connector {
        Connector { [self] name throws(SpacesFailure) in
            do {
                let opened = try await connection(for: resolve(name.isEmpty ? nil : name))
                let service = try HTTPSpacesService(opened.connection, logger: logger, requests: requests)
                return .init(service: service, server: State.Server(opened))
            } catch let failure as SecretFailure {
                throw SpacesFailure(kind: .notAuthenticated, sentence: failure.sentence)
            } catch let missing as MissingSignIn {
                throw SpacesFailure(kind: .notAuthenticated, sentence: missing.description)
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
        let (knownServers, problem) = try TrustedKeys.knownServers(environment)
        var settings = NetworkSettings(
            trust: trust, pins: pins, knownServers: knownServers,
            trustCommand: TrustedKeys.command(of: profile), clientCertificate: try clientCertificate(of: profile),
            proxy: try ProxySettings(parsing: profile.text(.proxy) ?? "system", environment: environment),
            timeLimits: .init(
                connect: profile.interval(.connectTimeout), firstByte: profile.interval(.firstByteTimeout),
                idle: profile.interval(.idleTimeout)),
            trace: trace)
        settings.knownServersProblem = problem
        settings.listLimits = ListLimits(memory: MachineMemory.bytes())
        return settings
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
}

extension String {
    /// A reason as a sentence of its own.
    fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}

extension ResolvedProfile {
    /// The profile as a sentence begins with it.
    var subject: String { name.map { localized("The profile \($0)") } ?? localized("This run") }
}

extension State.Server {
    init(_ opened: Connections.Opened) {
        self.init(
            host: opened.connection.address.authority, user: opened.user,
            isInsecure: opened.connection.warning != nil,
            signIn: opened.origin.map { .disabled(Connections.elsewhere($0)) } ?? .enabled)
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
            isReadOnly: profile.flag(.readOnly), lockReason: profile.lockReason,
            isStrict: profile.confirmation == .strict, refresh: profile.refresh,
            parallel: profile.number(.parallel) ?? 8,
            keepsJournal: profile.flag(.journal))
    }
}
