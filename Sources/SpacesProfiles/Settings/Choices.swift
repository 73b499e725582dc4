/// How to sign in.
package enum Authentication: String, CaseIterable, Sendable {
    /// What the server offers, by discovery.
    case auto
    /// OpenID Connect in a browser.
    case oidc
    /// A code typed on another device (RFC 8628).
    case device
    /// A token made by the server for one application.
    case appToken = "app-token"
    /// User name and password (RFC 7617).
    case basic
    /// An access token that something else renews (RFC 6750).
    case bearer
}

/// Where tokens are kept between two runs.
package enum CredentialStore: String, CaseIterable, Sendable {
    case desktop, file, memory
}

/// What language the program speaks.
package enum SpokenLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
}

/// How much is asked before a space is taken away.
package enum Confirmation: String, CaseIterable, Sendable {
    case normal, strict
}
