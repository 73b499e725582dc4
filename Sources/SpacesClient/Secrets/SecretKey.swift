import Crypto
import Foundation

/// Under what a secret is kept: the server it is for, and who asked for it.
///
/// The server is part of it, so that a profile that is pointed at another server never sends the old one's secret there.
package struct SecretKey: Hashable, Sendable {
    package let server: ServerAddress
    /// The profile that was named, or `nil`.
    package let profile: String?
    /// The user that was named, or `nil` for whoever signs in.
    package let user: String?
    /// The name of the file where it was found under one that says nothing about profile and user.
    private let foundName: String?

    package init(server: ServerAddress, profile: String? = nil, user: String? = nil) {
        self.init(server, profile, user, foundName: nil)
    }

    private init(_ server: ServerAddress, _ profile: String?, _ user: String?, foundName: String?) {
        self.server = server
        self.profile = profile
        self.user = user
        self.foundName = foundName
    }

    /// The key of a session that was found in a file of this name.
    init(of session: StoredSession, server: ServerAddress, fileName: String) {
        // Earlier versions did not write down profile and user, and asked for the user of an app token first of all.
        let users = [session.user, session.userName]
        let known = users.lazy.map { SecretKey(server: server, profile: session.profile, user: $0) }
            .first { $0.fileName == fileName }
        self = known ?? SecretKey(server, session.profile, session.user, foundName: fileName)
    }

    /// A name for a file: the host, so that people find their way, and a hash of everything.
    package var fileName: String {
        if let foundName { return foundName }
        let parts = [server.description, profile ?? "", user ?? ""]
        // Lengths before the parts: no two keys make the same text.
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        let hash = SHA256.hash(data: Data(text.utf8)).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return Self.beginning(of: server) + hash.joined()
    }

    /// What the names of all files of a server begin with; others may begin so as well.
    static func beginning(of server: ServerAddress) -> String {
        let host = server.host.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") ? $0 : "_" }
        return String(host.prefix(100)) + "-"
    }

    /// What a desktop shows as the name of the secret.
    package var label: String {
        "spaces: " + [server.authority, user, profile].compactMap(\.self).joined(separator: ", ")
    }
}
