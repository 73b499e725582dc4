import Synchronization

/// Hands the items of a run out to those who work on them, each one once.
///
/// A run that is paused has no workers and takes up no thread: going on starts new ones.
final class BulkProgress: Sendable {
    private struct Place {
        var next = 0
        /// Items that were handed out and came back undone.
        var returned: [Int] = []
        var workers = 0
        var isPaused = false
        var isStopped = false
        var hasEnded = false
    }

    let count: Int
    /// How many items are worked on at a time.
    let limit: Int
    private let place = Mutex(Place())

    init(count: Int, limit: Int) {
        self.count = count
        self.limit = max(1, limit)
    }

    /// Lets the run go on, and returns how many workers are to be started for it.
    func begin() -> Int {
        place.withLock { place in
            guard !place.isStopped else { return 0 }
            place.isPaused = false
            let new = max(0, min(limit - place.workers, count - place.next + place.returned.count))
            place.workers += new
            return new
        }
    }

    /// The next item for a worker; `nil` sends the worker away.
    func next() -> Int? {
        place.withLock { place in
            guard !place.isPaused, !place.isStopped, place.next < count || !place.returned.isEmpty else {
                place.workers -= 1
                return nil
            }
            if !place.returned.isEmpty { return place.returned.removeFirst() }
            place.next += 1
            return place.next - 1
        }
    }

    /// Takes an item back that was not carried out; it is the next one to be handed out.
    func takeBack(_ index: Int) { place.withLock { $0.returned.append(index) } }

    func pause() { place.withLock { $0.isPaused = true } }

    /// Hands nothing out any more.
    func stop() { place.withLock { $0.isStopped = true } }

    /// True once, when nobody works any more and nothing is left to be handed out.
    func hasJustEnded() -> Bool {
        place.withLock { place in
            guard !place.hasEnded, place.workers == 0,
                place.isStopped || (place.next >= count && place.returned.isEmpty)
            else { return false }
            place.hasEnded = true
            return true
        }
    }
}
