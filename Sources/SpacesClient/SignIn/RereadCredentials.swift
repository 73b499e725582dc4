import Localization
import Foundation

/// Credentials that somebody else keeps fresh: a command or a file is read again when the server refuses what it gave
/// before, or when the token in it says that it is about to expire.
package actor RereadCredentials: CredentialSource {
    /// How what is read is sent.
    package enum Scheme: Equatable, Sendable {
        case bearer
        case basic(user: String)
    }

    package nonisolated let problem: ConnectionProblem? = nil
    private nonisolated let scheme: Scheme
    private let clock: SignInClock
    private nonisolated let origin: String
    private let read: @Sendable () async throws(SecretFailure) -> SecretText
    private var current: Credentials?
    /// When the token says it ends, by the clock on the wall, as it was written by another program.
    private var isDue: @Sendable () -> Bool = { false }
    private var reading: Task<Result<Credentials, SpacesFailure>, Never>?

    /// - Parameters:
    ///   - origin: What is read, for sentences: `the credential command pass`.
    ///   - read: Reads it; called again whenever another one is wanted.
    package init(
        _ scheme: Scheme, from origin: String, clock: SignInClock = .system,
        read: @escaping @Sendable () async throws(SecretFailure) -> SecretText
    ) {
        self.scheme = scheme
        self.origin = origin
        self.clock = clock
        self.read = read
    }

    package func credentials() async throws(SpacesFailure) -> Credentials {
        if let current, !isDue() { return current }
        return try await readAgain()
    }

    package func replacement(for refused: Credentials) async throws(SpacesFailure) -> Credentials? {
        if let current, current != refused { return current }
        let next = try await readAgain()
        return next == refused ? nil : next
    }

    package nonisolated var isPassword: Bool { scheme != .bearer }

    package nonisolated func advice(challenge: String) -> String {
        localized("What \(origin) gives is wrong or has expired.")
    }

    private func readAgain() async throws(SpacesFailure) -> Credentials {
        let task = reading ?? Task { await readOnce() }
        reading = task
        return try await task.value.get()
    }

    private func readOnce() async -> Result<Credentials, SpacesFailure> {
        defer { reading = nil }
        let secret: SecretText
        do throws(SecretFailure) {
            secret = try await read()
        } catch {
            return .failure(SpacesFailure(kind: .notAuthenticated, sentence: error.sentence))
        }
        let credentials: Credentials
        switch scheme {
        case .bearer: credentials = .bearer(secret.exposed)
        case .basic(let user): credentials = .basic(user: user, password: secret.exposed)
        }
        if let problem = credentials.problem {
            return .failure(
                SpacesFailure(
                    kind: .notAuthenticated,
                    sentence: localized("What \(origin) gives cannot be sent: \(problem.sentence)")))
        }
        current = credentials
        let end = JSONWebToken(secret.exposed)?.time("exp")
        // A token that is about to end even when fresh is used until the server refuses it.
        if let end, end.timeIntervalSince(clock.now()) > 30 {
            isDue = { [clock] in end.timeIntervalSince(clock.now()) < 30 }
        } else {
            isDue = { false }
        }
        return .success(credentials)
    }
}
