import Foundation
import GRDB

/// The steps that all changes of files have in common.
extension Store {
    /// The space whose files the caller may read; everybody else is told that there is none.
    func readable(
        _ reference: SpaceReference, for caller: User, in database: Database
    ) throws -> (space: StoredSpace, access: Access) {
        guard let (space, access) = try find(reference, for: caller, in: database), access.reads, !space.isDisabled
        else { throw FileFailure.notFound }
        return (space, access)
    }

    /// The space whose files the caller may change.
    func writable(_ reference: SpaceReference, for caller: User, in database: Database) throws -> StoredSpace {
        let (space, access) = try readable(reference, for: caller, in: database)
        guard access.writes else { throw FileFailure.forbidden }
        return space
    }

    /// The node at a path; nil for the root, and where there is none.
    static func node(at path: [String], in space: StoredSpace, _ database: Database) throws -> Node? {
        var node: Node?
        for name in path {
            if node?.isFolder == false { return nil }
            let row = try Row.fetchOne(
                database,
                sql: "SELECT \(Node.columns) FROM node WHERE space = ? AND ifnull(parent, 0) = ? AND name = ?",
                arguments: [space.key, node?.key ?? 0, name])
            guard let row else { return nil }
            node = Node(row)
        }
        return node
    }

    /// Name and parent for a new node; the parent must be a folder, nil is the root.
    static func place(
        _ path: [String], in space: StoredSpace, _ database: Database
    ) throws -> (name: String, parent: Int64?) {
        guard let name = path.last else { throw FileFailure.isFolder }
        if path.count == 1 { return (name, nil) }
        guard let parent = try node(at: path.dropLast(), in: space, database), parent.isFolder else {
            throw FileFailure.noParent
        }
        return (name, parent.key)
    }

    static func insert(
        _ name: String, isFolder: Bool, size: Int64, content: Int64? = nil, parent: Int64?, space: Int64,
        _ now: Timestamp, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO node (id, space, parent, name, isFolder, size, content, mimeType, modified)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                UUID().uuidString.lowercased(), space, parent, name, isFolder, size, content,
                isFolder ? "" : MediaType.ofFile(named: name), now.nanoseconds,
            ])
    }

    /// Every change of a file changes the folders that it lies in and its space, too: clients that synchronise look
    /// into a folder only when its eTag is new.
    ///
    /// - Parameter folder: Key of the folder that the file lies in; nil for the root.
    static func touch(
        _ space: StoredSpace, folder: Int64?, growth: Int64, now: Timestamp, _ database: Database
    ) throws {
        if let folder {
            try database.execute(
                sql: """
                    WITH RECURSIVE path (key, parent) AS (
                        SELECT key, parent FROM node WHERE key = ?
                        UNION ALL SELECT node.key, node.parent FROM node JOIN path ON node.key = path.parent)
                    UPDATE node SET modified = ?, version = version + 1 WHERE key IN (SELECT key FROM path)
                    """,
                arguments: [folder, now.nanoseconds])
        }
        try database.execute(
            sql: "UPDATE space SET used = used + ?, modified = ?, version = version + 1 WHERE key = ?",
            arguments: [growth, now.nanoseconds, space.key])
    }

    /// Bytes of a file, or of all files in a folder.
    static func size(of node: Node, _ database: Database) throws -> Int64 {
        if !node.isFolder { return node.size }
        return try Int64.fetchOne(
            database,
            sql: """
                WITH RECURSIVE tree (key, size) AS (
                    SELECT key, size FROM node WHERE key = ?
                    UNION ALL SELECT node.key, node.size FROM node JOIN tree ON node.parent = tree.key)
                SELECT ifnull(sum(size), 0) FROM tree
                """,
            arguments: [node.key]) ?? 0
    }

    static func entry(
        _ node: Node, _ space: StoredSpace, _ access: Access, _ database: Database
    ) throws -> FileEntry {
        FileEntry(
            id: node.id, spaceID: space.id, name: node.name, isFolder: node.isFolder,
            size: try size(of: node, database),
            mimeType: node.mimeType, modified: node.modified, eTag: node.eTag, quota: space.usage,
            isWritable: access.writes)
    }
}
