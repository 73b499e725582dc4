import Synchronization

/// Where background work leaves its results for the loop's thread, and wakes it.
package final class Inbox: Sendable {
    private let events = Mutex<[Event]>([])
    private let wake: @Sendable () -> Void

    /// `wake` is called from any thread after something was left; it must neither block nor take locks.
    package init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    package func post(_ event: Event) {
        events.withLock { $0.append(event) }
        wake()
    }

    /// Takes everything that was left since the last call, in its order.
    package func drain() -> [Event] {
        events.withLock { events in
            defer { events = [] }
            return events
        }
    }
}
