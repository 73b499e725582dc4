import Localization

/// Fixed credentials that a variable, a file or standard input gave: when the server refuses them, that is where to look.
package struct GivenCredentials: CredentialSource {
    private let given: Credentials
    private let origin: String

    /// - Parameter origin: Where they come from, for sentences: `SPACES_PASSWORD`.
    package init(_ given: Credentials, from origin: String) {
        self.given = given
        self.origin = origin
    }

    package var problem: ConnectionProblem? { given.problem }
    package var isPassword: Bool { given.isPassword }
    package func credentials() -> Credentials { given }
    package func replacement(for refused: Credentials) -> Credentials? { given.replacement(for: refused) }

    package func advice(challenge: String) -> String {
        localized("What \(origin) gives is wrong or has expired.") + " " + given.advice(challenge: challenge)
    }
}
