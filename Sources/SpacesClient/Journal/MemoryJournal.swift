import Synchronization

/// A journal that ends with the program: for a demonstration, for tests, and for those who want no file.
package final class MemoryJournal: Journal {
    /// More than a person looks through; the oldest lines go first.
    private static let limit = 10_000
    private let lines = Mutex<[JournalEntry]>([])

    package init() {}

    package var place: JournalPlace { .memory }

    package func append(_ entry: JournalEntry) {
        lines.withLock { lines in
            if lines.count >= Self.limit { lines.removeFirst(Self.limit / 10) }
            lines.append(entry)
        }
    }

    package func read() -> JournalListing {
        JournalListing(lines: lines.withLock(\.self), place: place)
    }
}
