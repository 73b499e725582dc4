import GRDB

/// One row of `space`.
package struct StoredSpace: Sendable, Equatable {
    /// `driveType` of a stored space (docs/server-behaviour.md §4.1); the virtual Shares drive is never stored.
    package enum Kind: String, Sendable {
        case project
        case personal
    }

    let key: Int64
    /// Id without the storage.
    package let id: String
    /// Whose kind of space it is.
    package let type: Kind
    /// Name as trimmed when it was set.
    package let name: String
    /// `driveAlias`, free text.
    package let alias: String
    /// Empty where there is none.
    package let description: String
    /// Nil where none was ever set, which only a personal space can show (docs/server-behaviour.md §4.3).
    package let quota: Int64?
    /// Sum of the sizes of its files.
    package let used: Int64
    /// Last change of the space or its files.
    package let modified: Timestamp
    /// Counts the changes; the eTag comes from it.
    let version: Int64
    /// True from DELETE until it is restored or purged.
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
