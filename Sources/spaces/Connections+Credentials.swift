import Foundation
import Localization
import SpacesClient
import SpacesModel
import SpacesProfiles
import Synchronization

/// Where the credentials of a profile come from.
extension Connections {
    /// A place that may have a secret.
    enum Secrets {
        case tokenFile(String)
        case passwordFile(String)
        case password(String)
        case command([String])

        /// The place as sentences name it.
        var origin: String {
            switch self {
            case .tokenFile("-"): localized("standard input")
            case .tokenFile(let file), .passwordFile(let file): localized("the file \(file)")
            case .password: "SPACES_PASSWORD"
            case .command(let words): localized("the credential command \(words.first ?? "")")
            }
        }
    }

    /// The secret from the place nearest to the person that has one: an option before a variable, that before a file, and
    /// all of them before a session that is kept.
    ///
    /// `isOffered` asks whether to sign in before it is begun, for who only started the program.
    func credentials(
        for profile: ResolvedProfile, at address: ServerAddress, _ network: NetworkSettings,
        asking questions: Questions?, isOffered: Bool = true
    ) async throws -> (source: any CredentialSource, user: String) {
        if let place = place(of: profile) { return try credentials(for: profile, in: place) }
        let way = profile.authentication
        if way == .bearer { throw ConnectionProblem(localized("\(profile.subject) has no token: name a token_file.")) }
        let target = try SignInTarget(profile, server: address, network: network)
        let named = profile.text(.user)
        if way == .basic || (way == .auto && named != nil) {
            let user = try user(of: profile)
            if let typed = typed.withLock({ $0[profile.name ?? ""] }) { return (typed, user) }
            // A server that takes no passwords is not asked for one.
            var takesPassword = way == .basic || questions == nil
            if !takesPassword { takesPassword = await sessions.takesPasswords(target) }
            if takesPassword { return (try await typedCredentials(of: user, profile, target, questions), user) }
        }
        // A session may lie where it cannot be read, and a new one could not be kept.
        if let problem = sessions.problem { throw ConnectionProblem(problem) }
        guard let questions else {
            throw MissingSignIn(localized("\(profile.subject) needs a sign-in first: \(target.loginCommand)"))
        }
        return try await sessions.signIn(target, Login.Way(of: profile), questions, isOffered: isOffered)
    }

    private func credentials(
        for profile: ResolvedProfile, in place: Secrets
    ) throws -> (source: any CredentialSource, user: String) {
        let way = profile.authentication
        let named = profile.text(.user)
        switch place {
        case .tokenFile("-"):
            guard let givenToken, profile.name == first else {
                throw ConnectionProblem(localized("The token on standard input was for another server."))
            }
            return (GivenCredentials(.bearer(givenToken), from: place.origin), named ?? "")
        case .tokenFile(let file):
            // Refused here and not on the screen when it is not there; read again later, as others may renew it.
            _ = try Secret.firstLine(ofFile: file)
            return (Self.bearer(fromFile: file, place.origin), named ?? "")
        case .passwordFile(let file):
            let user = try user(of: profile)
            let password = Credentials.basic(user: user, password: try Secret.firstLine(ofFile: file))
            return (GivenCredentials(password, from: place.origin), user)
        case .password(let password):
            let user = try user(of: profile)
            return (GivenCredentials(.basic(user: user, password: password), from: place.origin), user)
        case .command(let arguments):
            let isBearer = way == .bearer || way == .oidc || (way == .auto && named == nil)
            let scheme: RereadCredentials.Scheme = isBearer ? .bearer : .basic(user: try user(of: profile))
            let command = try CredentialCommand(arguments, environment: ProcessInfo.processInfo.environment)
            let source = RereadCredentials(scheme, from: place.origin) { () throws(SecretFailure) in
                try await command.secret()
            }
            return (source, named ?? "")
        }
    }

    /// The nearest place that may have a secret, or `nil`.
    func place(of profile: ResolvedProfile) -> Secrets? {
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

    private static func bearer(fromFile path: String, _ origin: String) -> any CredentialSource {
        RereadCredentials(.bearer, from: origin) { () throws(SecretFailure) in
            do {
                return SecretText(try Secret.firstLine(ofFile: path))
            } catch {
                throw SecretFailure("\(error)")
            }
        }
    }

    private func user(of profile: ResolvedProfile) throws(ConnectionProblem) -> String {
        if let user = profile.text(.user) { return user }
        throw ConnectionProblem(
            profile.name.map { localized("The profile \($0) names no user: say user: NAME, or --user NAME.") }
                ?? localized("Name a user: spaces --server \(profile[.server].value?.shown ?? "URL") --user NAME"))
    }

    /// What is typed when asked, until the server takes it; once for each run.
    private func typedCredentials(
        of user: String, _ profile: ResolvedProfile, _ target: SignInTarget, _ questions: Questions?
    ) async throws -> Credentials {
        guard let questions else {
            throw MissingSignIn(
                localized(
                    """
                    No password for \(target.key.profile ?? target.server.authority) is kept: \(target.loginCommand), \
                    or name a password_file in the profile.
                    """))
        }
        let question = localized("Password of \(user) at \(target.server.authority):") + " "
        let password = try await Login.accepted(questions, question) { password throws(SpacesFailure) in
            let signIn = SignIn(target.server, network: target.network, request: target.request, logger: .silent)
            do throws(SpacesFailure) {
                _ = try await signIn.byBasic(user: user, password: SecretText(password))
            } catch {
                // Only a refusal is worth another answer; what else goes wrong is told by the screen, which tries again.
                if error.kind == .notAuthenticated || error.kind == .cancelled { throw error }
            }
            return password
        }
        let credentials = Credentials.basic(user: user, password: password)
        typed.withLock { $0[profile.name ?? ""] = credentials }
        return credentials
    }
}

/// That somebody has to sign in first, and how; the person is offered to do it.
struct MissingSignIn: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
