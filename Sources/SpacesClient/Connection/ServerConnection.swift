package import SpacesModel

/// All that it takes to talk to one server.
package struct ServerConnection: Equatable, Sendable {
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

    package let address: ServerAddress
    package let credentials: Credentials
    package let trust: Trust
    package let timeLimits: TimeLimits
    /// The largest quota that may be asked for, as far as it is known before the capabilities are read.
    package let maximumQuota: ByteCount?

    /// Refuses credentials that cannot be sent, and sending any unencrypted over a network.
    package init(
        address: ServerAddress, credentials: Credentials, trust: Trust = .systemRoots,
        timeLimits: TimeLimits = TimeLimits(), maximumQuota: ByteCount? = nil
    ) throws(ConnectionProblem) {
        if let problem = credentials.problem { throw problem }
        if let problem = address.problemWithCredentials { throw problem }
        self.address = address
        self.credentials = credentials
        self.trust = trust
        self.timeLimits = timeLimits
        self.maximumQuota = maximumQuota
    }

    /// What must stay in sight for as long as the connection is used, or `nil`.
    package var warning: String? {
        trust == .anything && address.isEncrypted
            ? "INSECURE: the certificate of \(address.authority) is not checked; anyone in between can read and change everything"
            : nil
    }
}
