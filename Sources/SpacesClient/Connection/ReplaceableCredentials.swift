import Synchronization

/// The credentials of a connection that goes on after its person has signed in again: what is under way and what waits is
/// sent with the new ones.
package final class ReplaceableCredentials: CredentialSource {
    private let source: Mutex<any CredentialSource>

    package init(_ source: any CredentialSource) {
        self.source = Mutex(source)
    }

    /// Takes others from now on.
    package func replace(with other: any CredentialSource) {
        source.withLock { $0 = other }
    }

    private var current: any CredentialSource { source.withLock(\.self) }

    package var problem: ConnectionProblem? { current.problem }
    package var isPassword: Bool { current.isPassword }
    package func refusal(by host: String) -> String { current.refusal(by: host) }
    package func advice(challenge: String) -> String { current.advice(challenge: challenge) }

    package func credentials() async throws(SpacesFailure) -> Credentials {
        try await current.credentials()
    }

    package func replacement(for refused: Credentials) async throws(SpacesFailure) -> Credentials? {
        try await current.replacement(for: refused)
    }
}
