import Localization
package import Logging

/// Where a session is kept, and the command that makes a new one.
package struct SessionPlace: Sendable {
    package let key: SecretKey
    package let store: any SecretStore
    /// What to type to sign in again, for sentences: `spaces login --server https://cloud.example.org`.
    package let command: String

    package init(_ key: SecretKey, in store: any SecretStore, command: String) {
        self.key = key
        self.store = store
        self.command = command
    }

    /// The credentials of the session that is stored here; `nil` where nobody is signed in.
    package func credentials(
        network: NetworkSettings, clock: SignInClock = .system, logger: Logger
    ) async throws(SecretFailure) -> (source: any CredentialSource, session: StoredSession)? {
        guard let session = try await store.session(key) else { return nil }
        switch session.kind {
        case .tokens(let tokens):
            return (TokenSource(tokens, at: self, network: network, clock: clock, logger: logger), session)
        case .basic(let user, let password):
            return (StoredBasic(.basic(user: user, password: password.exposed), at: self), session)
        }
    }
}

/// A stored app token or password; when the server refuses it, another one may have been stored meanwhile.
private actor StoredBasic: CredentialSource {
    nonisolated let problem: ConnectionProblem? = nil
    private nonisolated let place: SessionPlace
    private var current: Credentials

    init(_ credentials: Credentials, at place: SessionPlace) {
        current = credentials
        self.place = place
    }

    nonisolated var isPassword: Bool { true }

    func credentials() -> Credentials { current }

    func replacement(for refused: Credentials) async throws(SpacesFailure) -> Credentials? {
        do throws(SecretFailure) {
            guard case .basic(let user, let password) = try await place.store.session(place.key)?.kind else {
                return nil
            }
            current = .basic(user: user, password: password.exposed)
            return current == refused ? nil : current
        } catch {
            throw SpacesFailure(kind: .refused, sentence: error.sentence)
        }
    }

    nonisolated func advice(challenge: String) -> String {
        localized("The app token may have expired: sign in again with \(place.command) --app-token.")
    }
}
