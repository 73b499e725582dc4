import Foundation
import Logging
import SpacesClient
import SpacesProfiles

/// The server that a sign-in is for, how it is reached, and where the session is kept.
struct SignInTarget: Sendable {
    let key: SecretKey
    /// Whether the user was named for this run, and not only in the profile.
    let isUserNamed: Bool
    var network: NetworkSettings
    /// Where the session is to be kept; `nil` for the best place there is.
    let choice: SecretStores.Choice?
    let request: SignIn.Request

    /// What the settings of a profile say about it.
    init(_ profile: ResolvedProfile, server: ServerAddress, network: NetworkSettings) throws {
        key = SecretKey(server: server, profile: profile.name, user: profile.text(.user))
        isUserNamed =
            switch profile[.user].origin {
            case .option, .variable: true
            case .file, .locked, .standard: false
            }
        self.network = network
        choice = profile.store.flatMap { SecretStores.Choice(rawValue: $0.rawValue) }
        let secret = try profile.text(.clientSecretFile).map { SecretText(try Secret.firstLine(ofFile: $0)) }
        let scopes = profile.list(.scopes)
        request = SignIn.Request(
            issuer: profile.text(.issuer),
            client: profile.text(.clientID).map { RegisteredClient(id: $0, secret: secret) },
            scope: scopes.isEmpty ? nil : scopes.joined(separator: " "), user: key.user)
    }

    var server: ServerAddress { key.server }

    /// What to type to sign in to it.
    var loginCommand: String {
        if let profile = key.profile { return "spaces login --profile \(profile)" }
        return "spaces login --server \(server)" + (key.user.map { " --user \($0)" } ?? "")
    }

    var stores: SecretStores { SecretStores(environment: ProcessInfo.processInfo.environment) }

    /// Where the session is kept that there is, or `nil`.
    func place() async throws(SecretFailure) -> SessionPlace? {
        try await stores.holding(key, choice).map { SessionPlace(key, in: $0, command: loginCommand) }
    }
}

extension Logger {
    /// For the commands that say on the terminal what there is to say.
    static var silent: Logger { Logger(label: "spaces") { _ in SwiftLogNoOpLogHandler() } }
}
