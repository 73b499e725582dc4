import Crypto
import Foundation
import NIOPosix

/// Tells who makes a request, by HTTP Basic (RFC 7617; server-behaviour §4).
///
/// A right password is remembered by its HMAC under a key of this process, so that only the first request of a user
/// pays for the slow hash; requests that come while it is computed wait for the same computation.
actor Authenticator {
    private let directory: Directory
    private let key = SymmetricKey(size: .bits256)
    private var verified: [Data: User] = [:]
    private var pending: [Data: Task<User?, any Error>] = [:]
    /// Compared with for unknown users, so that time does not tell which names exist.
    private let decoy: PasswordHash?

    init(directory: Directory) {
        self.directory = directory
        decoy = directory.users.lazy.compactMap(\.passwordHash).first
    }

    /// The user of an `Authorization` header; nil for anything but a right password.
    func user(authorization: String?) async throws -> User? {
        guard let authorization, let (username, password) = Self.credentials(in: authorization) else { return nil }
        let name = username.lowercased()
        let digest = Data(HMAC<SHA256>.authenticationCode(for: Data("\(name)\u{0}\(password)".utf8), using: key))
        if let user = verified[digest] { return user }
        if let task = pending[digest] { return try await task.value }
        let user = directory.user(named: name)
        let hash = user?.passwordHash ?? decoy
        let task = Task {
            try await Self.verify(password, against: hash) && user?.passwordHash != nil ? user : nil
        }
        pending[digest] = task
        defer { pending[digest] = nil }
        let result = try await task.value
        if let result {
            verified[digest] = result
        }
        return result
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
