import SpacesServer
import Synchronization

/// A clock that goes when it is told to.
final class AdjustableClock: Sendable {
    private let moment = Mutex<Int64>(1_800_000_000_000_000_000)

    var clock: ServerClock {
        ServerClock { [self] in Timestamp(nanoseconds: moment.withLock { $0 }) }
    }

    var seconds: Int64 { moment.withLock { $0 } / 1_000_000_000 }

    func advance(seconds: Int64) {
        moment.withLock { $0 += seconds * 1_000_000_000 }
    }
}
