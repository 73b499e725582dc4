/// What a sign-in is to be good for: the words of `scope`, without those that mean nothing here.
struct Scope: Sendable, Equatable {
    let names: Set<String>

    /// All that are known. Those of LibreGraph are spelt as the real server spells them, and add nothing here: the subject
    /// of a token is the user's id anyway.
    static let known = ["openid", "offline_access", "email", "profile", "LibgreGraph.UUID", "LibreGraph.RawSub"]

    static let openID = "openid"
    /// Asks for a refresh token.
    static let offlineAccess = "offline_access"
    static let email = "email"
    static let profile = "profile"

    /// Unknown words are left out (RFC 6749 §3.3), and the answer tells what is left.
    init(_ text: String) {
        names = Set(text.split(separator: " ").map(String.init)).intersection(Self.known)
    }

    func contains(_ name: String) -> Bool { names.contains(name) }

    /// The words in the order of `known`.
    var text: String { Self.known.filter(names.contains).joined(separator: " ") }
}
