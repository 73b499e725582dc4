import Localization
package import Foundation

/// What a sign-in leaves behind: all that it takes to go on being signed in, as it is kept in a `SecretStore`.
package struct StoredSession: Codable, Equatable, Sendable {
    /// How requests are signed.
    package enum Kind: Codable, Equatable, Sendable {
        /// Tokens of an OpenID provider, renewed by themselves.
        case tokens(TokenSession)
        /// A user name with an app token or a password (Basic).
        case basic(user: String, password: SecretText)
    }

    package var kind: Kind
    /// The server this is for; a session is never sent to another.
    package var server: String
    /// The name that the account signs in with.
    package var userName: String
    /// The same in people's words.
    package var displayName: String
    /// The profile and the user that it is kept under, as `SecretKey` has them; earlier versions did not write them down.
    package internal(set) var profile: String?
    package internal(set) var user: String?

    package init(kind: Kind, server: String, userName: String, displayName: String) {
        self.kind = kind
        self.server = server
        self.userName = userName
        self.displayName = displayName
    }

    /// As it is stored.
    var encoded: SecretText {
        get throws(SecretFailure) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            encoder.dateEncodingStrategy = .secondsSince1970
            do {
                return SecretText(String(decoding: try encoder.encode(self), as: UTF8.self))
            } catch {
                throw SecretFailure(localized("The session cannot be written down."))
            }
        }
    }

    /// Reads what was stored under this server.
    init(_ stored: SecretText, server: ServerAddress, place: String) throws(SecretFailure) {
        guard let session = try StoredSession(stored, for: server, place: place) else {
            throw SecretFailure(
                localized("The session in \(place) is for another server: sign in again with spaces login."))
        }
        self = session
    }

    /// Reads what was stored; `nil` where it is for another server.
    init?(_ stored: SecretText, for server: ServerAddress, place: String) throws(SecretFailure) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        do {
            self = try decoder.decode(StoredSession.self, from: Data(stored.exposed.utf8))
        } catch {
            // The error's own words may quote the secret.
            throw SecretFailure(localized("The session in \(place) cannot be read: sign in again with spaces login."))
        }
        guard self.server == server.description else { return nil }
    }
}

/// The tokens of an OpenID provider, and where to renew them.
package struct TokenSession: Codable, Equatable, Sendable {
    package var issuer: String
    /// RFC 8414 §2 `token_endpoint`.
    var tokenEndpoint: String
    /// RFC 7009, where there is one.
    var revocationEndpoint: String?
    /// Where a browser signs out of the provider (OpenID Connect RP-Initiated Logout 1.0), where it says so.
    var endSessionEndpoint: String?
    package var clientID: String
    var clientSecret: SecretText?
    /// The provider's id of the account (`sub`); renewals must stay with it.
    package var subject: String
    var accessToken: SecretText
    var refreshToken: SecretText?
    /// When the tokens came, by this machine's clock.
    package var obtained: Date
    /// How long the access token lives from then on, in seconds.
    package var lifetime: Int
    /// How long the refresh token lives from then on, in seconds, where the provider tells.
    package var refreshLifetime: Int?
    package var scope: String

    /// True where the session goes on when the access token has expired.
    package var isRenewable: Bool { refreshToken != nil }
    /// When the access token expires, by this machine's clock.
    package var expiry: Date { obtained.addingTimeInterval(Double(lifetime)) }
    /// When the refresh token expires, by this machine's clock, where it is known.
    package var refreshExpiry: Date? { refreshLifetime.map { obtained.addingTimeInterval(Double($0)) } }
}

extension SecretStore {
    /// The session under a key, or `nil`.
    package func session(_ key: SecretKey) async throws(SecretFailure) -> StoredSession? {
        guard let stored = try await read(key) else { return nil }
        return try StoredSession(stored, server: key.server, place: place(of: key))
    }

    /// Keeps a session.
    package func keep(_ session: StoredSession, _ key: SecretKey) async throws(SecretFailure) {
        var session = session
        (session.profile, session.user) = (key.profile, key.user)
        try await write(session.encoded, key)
    }
}
