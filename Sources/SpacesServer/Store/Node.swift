import GRDB

/// A file or folder in a space: a row of `node`.
struct Node: Sendable, Equatable {
    let key: Int64
    let id: String
    let space: Int64
    let parent: Int64?
    let name: String
    let isFolder: Bool
    let size: Int64
    let mimeType: String
    let modified: Timestamp
    let version: Int64

    static let columns = """
        node.key, node.id, node.space, node.parent, node.name, node.isFolder, node.size, node.mimeType, node.modified,
        node.version
        """

    init(_ row: Row) {
        key = row[0]
        id = row[1]
        space = row[2]
        parent = row[3]
        name = row[4]
        isFolder = row[5]
        size = row[6]
        mimeType = row[7]
        modified = Timestamp(nanoseconds: row[8])
        version = row[9]
    }

    /// The unquoted eTag, new with every change.
    var eTag: String { EntityTag.make(key: key, version: version, salt: 0x6E6F_6465) }
}
