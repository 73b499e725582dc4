/// How servers are reached, whichever they are: whom to trust and how long to wait.
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
    package var timeLimits: TimeLimits

    package init(trust: Trust = .systemRoots, timeLimits: TimeLimits = TimeLimits()) {
        self.trust = trust
        self.timeLimits = timeLimits
    }
}
