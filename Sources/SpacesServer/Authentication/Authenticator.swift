import Crypto
import Foundation
import NIOPosix

/// Tells who makes a request, by a bearer token (RFC 6750), an app token or a password (HTTP Basic, RFC 7617;
/// docs/server-behaviour.md §7.1).
///
/// A right password is remembered by its HMAC under a key of this process, so that only the first request of a user
/// pays for the slow hash; requests that come while it is computed wait for the same computation. The stored hash is
/// part of what is remembered: a changed password is asked for anew, and who is disabled or deleted is out at once.
actor Authenticator {
    private let store: Store
    private let tokens: TokenIssuer
    private let allowsPasswords: Bool
    private let allowsAppTokens: Bool
    private let key = SymmetricKey(size: .bits256)
    private var verified: Set<Data> = []
    private var pending: [Data: Task<Bool, any Error>] = [:]
    private var guesses = PasswordGuesses()
    /// Compared with for unknown users, so that time does not tell which names exist.
    private let decoy: PasswordHash?

    /// What comes of credentials.
    enum Verdict: Sendable {
        case caller(User)
        /// None, or wrong ones.
        case nobody
        /// Too many wrong passwords came for this name: this one was not looked at.
        case tooManyGuesses(retryAfter: Int64)
    }

    init(store: Store, tokens: TokenIssuer, configuration: ServerConfiguration) {
        self.store = store
        self.tokens = tokens
        allowsPasswords = configuration.allowsBasicPasswords
        allowsAppTokens = configuration.offersAppTokens
        decoy = store.directory.users.lazy.compactMap(\.passwordHash).first
    }

    /// The schemes of `Authorization` that lead anywhere, for the challenge.
    nonisolated var schemes: [String] { allowsPasswords || allowsAppTokens ? ["Bearer", "Basic"] : ["Bearer"] }

    /// Who an `Authorization` header is from.
    func verdict(on authorization: String?, issuer: String) async throws -> Verdict {
        let parts = (authorization ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return .nobody }
        switch parts[0].lowercased() {
        case "bearer":
            guard let (user, _, _) = try await tokens.bearer(of: parts[1].trimmed, issuer: issuer) else {
                return .nobody
            }
            return .caller(user)
        case "basic":
            guard let (username, secret) = BasicCredentials.read(parts[1]) else { return .nobody }
            if allowsAppTokens, AppToken.hasForm(secret),
                let user = try await store.user(named: username, appToken: secret)
            {
                return .caller(user)
            }
            return allowsPasswords ? try await verdict(on: username, password: secret) : .nobody
        default: return .nobody
        }
    }

    /// Whether a password is right: by Basic, or from the page where one signs in.
    func verdict(on username: String, password: String) async throws -> Verdict {
        let name = username.lowercased()
        let user = store.directory.user(named: name)
        let words = [name, user?.passwordHash?.description ?? "", password].joined(separator: "\u{0}")
        let digest = Data(HMAC<SHA256>.authenticationCode(for: Data(words.utf8), using: key))
        // Also for a password that is known to be right: an answer at once would tell it among wrong ones.
        if let delay = guesses.delay(for: name, digest, now: store.clock.now()) {
            return .tooManyGuesses(retryAfter: delay)
        }
        let isRight = try await isRight(password, stored: user?.passwordHash, digest)
        guard isRight, let user, user.isEnabled else { return .nobody }
        guesses.forget(name)
        return .caller(user)
    }

    private func isRight(_ password: String, stored: PasswordHash?, _ digest: Data) async throws -> Bool {
        if verified.contains(digest) { return true }
        if let task = pending[digest] { return try await task.value }
        let hash = stored ?? decoy
        let task = Task { try await Self.verify(password, against: hash) && stored != nil }
        pending[digest] = task
        defer { pending[digest] = nil }
        let isRight = try await task.value
        if isRight { verified.insert(digest) }
        return isRight
    }

    /// Hashes on a thread that may block: it would hold up one that serves requests.
    private static func verify(_ password: String, against hash: PasswordHash?) async throws -> Bool {
        guard let hash else { return false }
        return try await NIOThreadPool.singleton.runIfActive { try hash.matches(password) }
    }
}
