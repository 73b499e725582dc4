/// What a text field was before its last changes, so that they can be undone.
///
/// Characters typed one after another are one change.
struct EditHistory: Equatable, Sendable {
    struct Snapshot: Equatable, Sendable {
        var characters: [Character]
        var place: Int
    }

    private static let deepest = 100
    private var snapshots: [Snapshot] = []
    private var isInRun = false

    /// Keeps what is about to be changed.
    mutating func keep(_ snapshot: Snapshot, isTyped: Bool) {
        defer { isInRun = isTyped }
        if isTyped, isInRun { return }
        snapshots.append(snapshot)
        if snapshots.count > Self.deepest { snapshots.removeFirst() }
    }

    /// Lets the next character begin a change of its own.
    mutating func endRun() {
        isInRun = false
    }

    /// The state before the last change.
    mutating func takeLast() -> Snapshot? {
        isInRun = false
        return snapshots.popLast()
    }
}
