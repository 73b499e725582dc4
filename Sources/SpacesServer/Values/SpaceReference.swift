/// A space as a client names it in a path or filter: `storage$space!node`, `storage$space` or `space`
/// (docs/server-behaviour.md §1.6).
struct SpaceReference: Sendable, Equatable {
    /// Nil where the client wrote only the id of the space.
    let storage: String?
    let space: String
    /// Id of a file or folder; nil where the client named the space.
    let node: String?

    /// Id of the virtual Shares drive: the same in every installation.
    static let shares = "a0ca6a90-a365-4782-871e-d44447bbc668"

    init(_ text: some StringProtocol) {
        let halves = text.split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
        node = halves.count == 2 ? String(halves[1]) : nil
        let parts = (halves.first ?? "").split(separator: "$", maxSplits: 1, omittingEmptySubsequences: false)
        storage = parts.count == 2 ? String(parts[0]) : nil
        space = String(parts.last ?? "")
    }

    /// True for the Shares drive, and for a storage without a space, which the real server takes for it.
    var isShares: Bool {
        space == Self.shares || (space.isEmpty && storage?.isEmpty == false)
    }

    /// True where nothing is named: the real server then finds more drives than one.
    var isEmpty: Bool {
        space.isEmpty && (storage ?? "").isEmpty
    }

    /// True when the whole space is meant, not something in it.
    var isWholeSpace: Bool {
        node == nil || node == space || node == ""
    }
}
