/// Where changes are written down.
package protocol Journal: Sendable {
    /// Where that is, for the person.
    var place: JournalPlace { get }
    func append(_ entry: JournalEntry) async throws(JournalFailure)
    /// All that is kept.
    func read() async throws(JournalFailure) -> JournalListing
}

/// Where a journal is kept.
package enum JournalPlace: Equatable, Sendable {
    /// In this file.
    case file(String)
    /// In this program until it ends.
    case memory
}

/// Why the journal cannot be written or read, as a sentence with what to do about it.
package struct JournalFailure: Error, Equatable, Sendable {
    package let sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }
}

/// What a journal has, the newest entry first.
package struct JournalListing: Equatable, Sendable {
    package var entries: [JournalEntry]
    package var place: JournalPlace
    /// How many lines are no entries: cut short, or of another program.
    package var unreadable: Int

    package init(_ entries: [JournalEntry] = [], place: JournalPlace = .memory, unreadable: Int = 0) {
        self.entries = entries
        self.place = place
        self.unreadable = unreadable
    }

    /// Puts what was written about each change together: the last word about it counts, in the place of the first.
    init(lines: [JournalEntry], place: JournalPlace, unreadable: Int = 0) {
        var places: [String: Int] = [:]
        var entries: [JournalEntry] = []
        for line in lines {
            if let index = places[line.id] {
                // A line that was overtaken on its way tells less than the one that is here.
                if line.outcome != .intended { entries[index] = line }
            } else {
                places[line.id] = entries.count
                entries.append(line)
            }
        }
        self.init(entries.reversed(), place: place, unreadable: unreadable)
    }
}
