import SpacesServer
import Synchronization

/// A clock that stands still until a test moves it.
final class AdjustableClock: Sendable {
    private let current = Mutex(Timestamp(nanoseconds: 1_800_000_000_000_000_000))

    var clock: ServerClock {
        ServerClock { [self] in current.withLock { $0 } }
    }

    /// Seconds since 1970, as tokens tell them.
    var seconds: Int64 { current.withLock { $0.nanoseconds / 1_000_000_000 } }

    func advance(seconds: Int64) {
        current.withLock { $0 = Timestamp(nanoseconds: $0.nanoseconds + seconds * 1_000_000_000) }
    }

    /// The moment so many seconds from now.
    func later(_ seconds: Int64) -> Timestamp {
        current.withLock { Timestamp(nanoseconds: $0.nanoseconds + seconds * 1_000_000_000) }
    }
}
