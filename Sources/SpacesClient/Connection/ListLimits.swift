/// How much of a list is read. A server that sends more, or hardly anything, is told off in a sentence; what had come of the
/// list by then is kept.
package struct ListLimits: Equatable, Sendable {
    /// No list has more pages than this.
    package var pages = 1000
    /// Nor more entries.
    package var entries = 1_000_000
    /// Nor more bytes, on all its pages together.
    package var size = Self.largest
    /// Whoever sends fewer bytes a second than this …
    package var slowest = 100
    /// … for so long is not waited for any longer. Waiting that the server itself asks for does not count.
    package var patience = Duration.seconds(30)

    package static let largest = 1 << 30
    /// Room for one space of the largest kind, however small the machine is.
    package static let smallest = DriveListSplitter.Limits().entry

    package init() {}

    /// What a machine has room for that has `memory` bytes: spaces take more there than they do in the answer, and while a
    /// list is loaded again there are two of them.
    package init(memory: Int) {
        size = min(max(memory / 8, Self.smallest), Self.largest)
    }
}
