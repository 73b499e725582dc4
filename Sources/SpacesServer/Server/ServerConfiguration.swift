import HummingbirdCore

/// Everything a server is told at its start.
package struct ServerConfiguration: Sendable {
    /// Where everything is kept.
    package var database: DatabaseLocation
    /// Name or address to listen on; loopback needs no TLS.
    package var host = "127.0.0.1"
    /// 0 takes any free port.
    package var port = 0
    /// What `webUrl` and `webDavUrl` begin with; the address listened on when nil.
    package var publicURL: String?
    /// Whether connections are encrypted.
    package var tls = TLSMode.off
    /// Allows to listen without TLS where others than this machine can reach it.
    package var allowPlaintext = false
    /// Users to add, or to change to what is defined here.
    package var users: [UserDefinition]
    /// Made-up spaces for an empty database, with the users of `UserDefinition.demo`.
    package var sample: SampleOrder?
    /// Quota of a project space that is created without one (docs/server-behaviour.md §3.2).
    package var defaultQuota: Int64 = 1_000_000_000
    /// Highest quota that anybody may set; 0 is no limit.
    package var maxQuota: Int64 = 0
    /// Which real server to behave like, where they differ.
    package var dialect = Dialect.openCloud2025
    /// What is to go wrong from the start, for tests and demonstrations.
    package var faults: [Fault] = []
    /// Largest JSON body taken, in bytes.
    package var maximumBodySize = 1 << 20
    /// Largest file taken by WebDAV, in bytes.
    package var maximumUploadSize = 256 << 20
    /// What connections may cost.
    package var limits = ConnectionLimits()
    /// Binary logarithm of the rounds of the password hash; tests lower it.
    package var passwordCost = PasswordHash.standardCost
    /// Whether HTTP Basic with a password is taken; without, only what a sign-in or an app token gives.
    package var allowsBasicPasswords = true
    /// Whether users can make app tokens at `/auth-app/tokens` and use them as passwords.
    package var offersAppTokens = true
    /// Whether what tells of everybody wants a second factor, which nobody can bring yet.
    package var wantsSecondFactor = false
    /// Whether a device without a browser can be signed in with a code (RFC 8628); the real server's own provider has no
    /// such thing, others in its place do.
    package var offersDeviceCode = false
    /// How long an access token is good, in seconds (docs/server-behaviour.md §7.5).
    package var accessTokenLifetime: Int64 = 300
    /// What a new database signs tokens with: an RSA key of 2048 bits in PEM; one is made when nil, at the first sign-in.
    /// Tests share one, because it takes long to make.
    package var signingKey: String?
    /// Where dates come from.
    package var clock = ServerClock.system

    /// Loopback, any free port, no TLS; change what is to differ.
    package init(database: DatabaseLocation = .memory, users: [UserDefinition] = []) {
        self.database = database
        self.users = users
    }

    /// Names by which clients reach the server, for its certificate: those of this machine alone, where it listens, and
    /// the public one.
    var hostNames: [String] {
        let publicName = publicURL.flatMap { URI($0).host }
        return ["localhost", "127.0.0.1", "::1", host] + [publicName].compactMap { $0 }
    }
}
