import Crypto
import Foundation
import NIOPosix

/// Tells who makes a request, by HTTP Basic (RFC 7617; server-behaviour §4).
///
/// A right password is remembered by its HMAC under a key of this process, so that only the first request of a user
/// pays for the slow hash; requests that come while it is computed wait for the same computation. The stored hash is
/// part of what is remembered: a changed password is asked for anew, and who is disabled or deleted is out at once.
actor Authenticator {
    private let directory: @Sendable () -> Directory
    private let key = SymmetricKey(size: .bits256)
    private var verified: Set<Data> = []
    private var pending: [Data: Task<Bool, any Error>] = [:]
    /// Compared with for unknown users, so that time does not tell which names exist.
    private let decoy: PasswordHash?

    /// - Parameter directory: Tells who there is at the moment it is called.
    init(directory: @escaping @Sendable () -> Directory) {
        self.directory = directory
        decoy = directory().users.lazy.compactMap(\.passwordHash).first
    }

    /// The user of an `Authorization` header; nil for anything but a right password.
    func user(authorization: String?) async throws -> User? {
        guard let authorization, let (username, password) = Self.credentials(in: authorization) else { return nil }
        let user = directory().user(named: username)
        let isRight = try await isRight(password, of: username.lowercased(), stored: user?.passwordHash)
        guard isRight, let user, user.isEnabled else { return nil }
        return user
    }

    private func isRight(_ password: String, of name: String, stored: PasswordHash?) async throws -> Bool {
        let words = [name, stored?.description ?? "", password].joined(separator: "\u{0}")
        let digest = Data(HMAC<SHA256>.authenticationCode(for: Data(words.utf8), using: key))
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

    private static func credentials(in header: String) -> (String, String)? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic",
            let data = Data(base64Encoded: String(parts[1]).trimmed),
            let text = String(data: data, encoding: .utf8), let colon = text.firstIndex(of: ":")
        else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    /// Hashes on a thread that may block: it would hold up one that serves requests.
    private static func verify(_ password: String, against hash: PasswordHash?) async throws -> Bool {
        guard let hash else { return false }
        return try await NIOThreadPool.singleton.runIfActive { try hash.matches(password) }
    }
}
