import GRDB

/// One row of `space`.
package struct StoredSpace: Sendable, Equatable {
    /// `driveType` of a stored space (server-behaviour §2.1); the virtual Shares drive is never stored.
    package enum Kind: String, Sendable {
        case project
        case personal
    }

    let key: Int64
    /// Id without the storage.
    package let id: String
    package let type: Kind
    package let name: String
    package let alias: String
    package let description: String
    /// Nil where none was ever set, which only a personal space can show (server-behaviour §2.2).
    package let quota: Int64?
    package let used: Int64
    package let modified: Timestamp
    /// Counts the changes; the eTag comes from it.
    let version: Int64
    package let isDisabled: Bool
    /// Key of the user whose personal space it is.
    let owner: Int64?
    /// Ids of the nodes that `special` shows.
    let image: String?
    let readme: String?

    static let columns = """
        space.key, space.id, space.type, space.name, space.alias, space.description, space.quota, space.used,
        space.modified, space.version, space.disabled IS NOT NULL, space.owner, space.image, space.readme
        """

    /// From a row that selects `columns` first.
    init(_ row: Row) {
        key = row[0]
        id = row[1]
        type = row[2] == "personal" ? .personal : .project
        name = row[3]
        alias = row[4]
        description = row[5]
        quota = row[6]
        used = row[7]
        modified = Timestamp(nanoseconds: row[8])
        version = row[9]
        isDisabled = row[10]
        owner = row[11]
        image = row[12]
        readme = row[13]
    }

    var usage: SpaceUsage { SpaceUsage(total: max(quota ?? 0, 0), used: used) }
}

/// One member of a space: a row of `spaceGrant`.
struct Grant: Sendable, Equatable {
    let space: Int64
    let principal: Int64
    let role: SpaceRole
    let expires: Timestamp?

    static let columns = "spaceGrant.space, spaceGrant.principal, spaceGrant.role, spaceGrant.expires"

    init(space: Int64, principal: Int64, role: SpaceRole, expires: Timestamp?) {
        self.space = space
        self.principal = principal
        self.role = role
        self.expires = expires
    }

    init(_ row: Row) {
        space = row[0]
        principal = row[1]
        role = SpaceRole(rawValue: row[2]) ?? .viewer
        let nanoseconds: Int64? = row[3]
        expires = nanoseconds.map(Timestamp.init(nanoseconds:))
    }
}

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

/// A node shown by `special`, with the folder it lies in.
struct SpecialNode: Sendable {
    let node: Node
    /// Id and name of the folder; nil at the root of the space.
    let folder: (id: String, name: String)?
}

/// Makes 32 hexadecimal digits that look like the real server's and differ for every version of every thing.
enum EntityTag {
    static func make(key: Int64, version: Int64, salt: UInt64) -> String {
        var state = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: version) &+ salt << 32
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        let digits: StaticString = "0123456789abcdef"
        for _ in 0..<2 {
            let half = SplitMix64.mix(&state)
            for shift in stride(from: 60, through: 0, by: -4) {
                bytes.append(digits.utf8Start[Int(half >> UInt64(shift) & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
