import GRDB

/// A file or folder of somebody else's space that was shared with a user: a drive of type `mountpoint` in the lists
/// of that user alone (docs/server-behaviour.md §2.1).
struct Mountpoint: Sendable, Equatable {
    /// Id of the share.
    let id: String
    /// Id of the space that the shared node lies in, and its alias.
    let spaceID: String
    let spaceAlias: String
    let node: Node

    var name: String { node.name }
    var modified: Timestamp { node.modified }

    static let query = """
        SELECT \(Node.columns), mountpoint.id, space.id, space.alias FROM mountpoint
        JOIN node ON node.key = mountpoint.node JOIN space ON space.key = node.space
        WHERE mountpoint.recipient = ? AND space.disabled IS NULL
        """

    /// From a row of `query`.
    init(_ row: Row) {
        node = Node(row)
        id = row[10]
        spaceID = row[11]
        spaceAlias = row[12]
    }

    /// Id on the wire: in the storage and space of all shares.
    var driveID: String { "\(SpaceReference.shares)$\(SpaceReference.shares)!\(id)" }
}
