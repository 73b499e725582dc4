import Foundation

/// Where the server takes the time from; a value, so that tests and samples can fix it.
package struct ServerClock: Sendable {
    /// The present moment.
    package let now: @Sendable () -> Timestamp

    /// A clock that tells what it is given.
    package init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    /// The clock of the machine.
    package static let system = ServerClock {
        Timestamp(nanoseconds: Int64(Date.now.timeIntervalSince1970 * 1_000_000) * 1000)
    }
}
