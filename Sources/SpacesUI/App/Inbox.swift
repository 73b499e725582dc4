import Synchronization

/// Where background work leaves its results for the loop's thread, and wakes it.
///
/// What a server answers after the person left it for another one is not delivered: nothing of it may get into the new list.
package final class Inbox: Sendable {
    private struct Entry {
        var event: Event
        /// The session that it belongs to; `nil` for what belongs to none.
        var session: Int?
        /// Said instead when that session is over, or nothing.
        var late: Event?
    }

    private struct Contents {
        var entries: [Entry] = []
        var session = 0

        /// The entry as it may be delivered now.
        func admitted(_ entry: Entry) -> Entry? {
            guard let session = entry.session, session != self.session else { return entry }
            return entry.late.map { Entry(event: $0) }
        }
    }

    private let contents = Mutex(Contents())
    private let wake: @Sendable () -> Void

    /// `wake` is called from any thread after something was left; it must neither block nor take locks.
    package init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    /// Leaves an event. One of a session that is over is dropped, or `late` takes its place.
    package func post(_ event: Event, from session: Int? = nil, late: Event? = nil) {
        contents.withLock { contents in
            let entry = Entry(event: event, session: session, late: late)
            if let admitted = contents.admitted(entry) { contents.entries.append(admitted) }
        }
        wake()
    }

    /// Begins a session; what others left and nobody took yet is as late as what they will leave.
    func begin(session: Int) {
        contents.withLock { contents in
            contents.session = session
            contents.entries = contents.entries.compactMap(contents.admitted)
        }
    }

    /// Takes everything that was left since the last call, in its order.
    package func drain() -> [Event] {
        contents.withLock { contents in
            defer { contents.entries = [] }
            return contents.entries.map(\.event)
        }
    }
}
