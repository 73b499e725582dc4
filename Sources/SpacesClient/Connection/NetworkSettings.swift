/// How a server is reached: whom to trust, by which way, and how long to wait.
package struct NetworkSettings: Equatable, Sendable {
    /// Which certificates to trust.
    package enum Trust: Equatable, Sendable {
        case systemRoots
        /// Those that the certificates in this PEM file vouch for (`--cacert`), instead of the system's.
        case certificates(file: String)
        /// Any (`--insecure`): whoever is in between reads and changes everything.
        case anything
    }

    /// How long to wait; every request has all three.
    package struct TimeLimits: Equatable, Sendable {
        /// Until the connection stands, encryption included.
        package var connect: Duration
        /// Until the answer begins, from the start of the request.
        package var firstByte: Duration
        /// Between two pieces of the answer.
        package var idle: Duration

        package init(
            connect: Duration = .seconds(5), firstByte: Duration = .seconds(15), idle: Duration = .seconds(30)
        ) {
            self.connect = connect
            self.firstByte = firstByte
            self.idle = idle
        }
    }

    package var trust: Trust
    /// The keys of which the server must have one (`--pin`); empty for any.
    ///
    /// Such a key vouches for the server by itself, also where nobody known signed its certificate or the certificate has
    /// expired; only the certificates of `Trust.certificates` are asked for beside it.
    package var pins: [KeyPin]
    /// Whose keys were trusted on first use: they count as pins where none are named.
    package var knownServers: KnownServers
    /// Why the keys that were trusted on first use are not known, in sentences that say what to do; `nil` where they are.
    package var knownServersProblem: String?
    /// What shows the certificate of this server and asks whether to trust it, where naming its address does not do.
    package var trustCommand: String?
    package var clientCertificate: ClientCertificate?
    package var proxy: ProxySettings
    package var timeLimits: TimeLimits
    package var retries: RetryPolicy
    package var listLimits = ListLimits()
    /// Where requests and answers are written down (`--trace`), or `nil`.
    package var trace: RequestTrace?

    package init(
        trust: Trust = .systemRoots, pins: [KeyPin] = [], knownServers: KnownServers = KnownServers(),
        trustCommand: String? = nil, clientCertificate: ClientCertificate? = nil,
        proxy: ProxySettings = .none, timeLimits: TimeLimits = TimeLimits(), retries: RetryPolicy = RetryPolicy(),
        trace: RequestTrace? = nil
    ) {
        self.trust = trust
        self.pins = pins
        self.knownServers = knownServers
        self.trustCommand = trustCommand
        self.clientCertificate = clientCertificate
        self.proxy = proxy
        self.timeLimits = timeLimits
        self.retries = retries
        self.trace = trace
    }

    /// The settings for another server on the way, such as an identity provider: what is about this server's own key and
    /// about proving oneself to it does not hold there.
    package var forOtherServers: NetworkSettings {
        var settings = self
        settings.pins = []
        settings.trustCommand = nil
        settings.clientCertificate = nil
        return settings
    }

    /// Why a server that nobody vouches for is not asked about: it may be known, and its key another one.
    package var unknownKeyProblem: String? { pins.isEmpty && trust == .systemRoots ? knownServersProblem : nil }

    /// The keys of which this server must have one; empty for any.
    package func pins(for server: ServerAddress) -> [KeyPin] {
        pins.isEmpty && trust == .systemRoots ? knownServers.keys(of: server) : pins
    }

    /// True when nothing at all vouches for the server.
    package var isUnchecked: Bool { trust == .anything && pins.isEmpty }
}
