import Localization

/// Where the credentials of each request come from: fixed ones, or tokens that are renewed before they expire.
package protocol CredentialSource: Sendable {
    /// The credentials for the next request, renewed where they are about to expire.
    func credentials() async throws(SpacesFailure) -> Credentials
    /// Others to try once, after the server refused these with 401; `nil` where there are none.
    func replacement(for refused: Credentials) async throws(SpacesFailure) -> Credentials?
    /// Why the server refused these with 401, to go on after a colon.
    func refusal(by host: String) -> String
    /// What to do when the server refused these with 401 and this `WWW-Authenticate`, which may be empty.
    func advice(challenge: String) -> String
    /// Why these cannot be sent at all, or `nil`; known without asking anybody.
    var problem: ConnectionProblem? { get }
    /// True for a user name with a password or an app token, which prove one factor and no more.
    var isPassword: Bool { get }
}

extension CredentialSource {
    package func refusal(by host: String) -> String { localized("\(host) does not accept the credentials") }
    package var isPassword: Bool { false }
}

/// Fixed credentials: sent with each request, and never replaced.
extension Credentials: CredentialSource {
    package func credentials() -> Credentials { self }
    package func replacement(for refused: Credentials) -> Credentials? { self == refused ? nil : self }
    package var isPassword: Bool { isBasic }

    package func advice(challenge: String) -> String {
        guard isBasic else { return localized("The token is wrong or has expired: sign in again.") }
        if !challenge.isEmpty, !challenge.lowercased().contains("basic") {
            return
                localized(
                    """
                    This server does not offer Basic authentication (its PROXY_ENABLE_BASIC_AUTH is off): \
                    use an app token or a bearer token.
                    """)
        }
        return
            localized(
                """
                Check user name and password; where Basic authentication is off (PROXY_ENABLE_BASIC_AUTH), \
                use an app token. Servers that take neither want spaces login.
                """)
    }
}
