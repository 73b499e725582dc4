/// A program that may ask for a sign-in, as the real servers have them registered (docs/server-behaviour.md §7.4).
struct RegisteredClient: Sendable, Equatable {
    let id: String
    /// What the page calls it.
    let name: String
    /// The secrets of the programs are published, so they prove nothing; those who have one must send it all the same.
    let secret: String?
    let redirects: Redirects

    /// Where a client may have its answer sent.
    enum Redirects: Sendable, Equatable {
        /// `http` on any port and any path of this very machine (RFC 8252 §7.3).
        case loopback
        /// Exactly one of these.
        case exactly([String])
        /// One of these paths of the server itself.
        case paths([String])
    }

    /// Without a secret, nothing but PKCE binds a code to who asked for it.
    var needsChallenge: Bool { secret == nil }

    static func withID(_ id: String) -> RegisteredClient? { all.first { $0.id == id } }

    /// Those of OpenCloud, then those of ownCloud Infinite Scale.
    static let all: [RegisteredClient] = [
        RegisteredClient(
            id: "web", name: "the web interface", secret: nil,
            redirects: .paths(["/", "/oidc-callback.html", "/oidc-silent-redirect.html"])),
        RegisteredClient(id: "OpenCloudDesktop", name: "OpenCloud Desktop", secret: nil, redirects: .loopback),
        RegisteredClient(
            id: "OpenCloudAndroid", name: "OpenCloud for Android", secret: nil,
            redirects: .exactly(["oc://android.opencloud.eu"])),
        RegisteredClient(
            id: "OpenCloudIOS", name: "OpenCloud for iOS", secret: nil,
            redirects: .exactly(["oc://ios.opencloud.eu"])),
        RegisteredClient(
            id: "xdXOt13JKxym1B1QcEncf2XDkLAexMBFwiT9j6EfhhHFJhs2KM9jbjTmf8JBXE69", name: "ownCloud Desktop",
            secret: "UBntmLjC2yYCeHwsyj73Uwo9TAaecAetRwMw0xYcvNL9yRdLSUi0hUAHfvCHFeFh", redirects: .loopback),
        RegisteredClient(
            id: "e4rAsNUSIUs0lF4nbv9FmCeUkTlV9GdgTLDH1b5uie7syb90SzEVrbN7HIpmWJeD", name: "ownCloud for Android",
            secret: "dInFYGV33xKzhbRmpqQltYNdfLdJIfJ9L5ISoKhNoT9qZftpdWSP71VrpGR9pmoD",
            redirects: .exactly(["oc://android.owncloud.com"])),
        RegisteredClient(
            id: "mxd5OQDk6es5LzOzRvidJNfXLUZS2oN3oUFeXPP8LpPrhx3UroJFduGEYIBOxkY1", name: "ownCloud for iOS",
            secret: "KFeFWWEZO9TkisIQzR3fo7hfiMXlOpaqP8CFuTbSHzV1TUuGECglPxpiVKJfOXIx",
            redirects: .exactly(["oc://ios.owncloud.com"])),
    ]
}
