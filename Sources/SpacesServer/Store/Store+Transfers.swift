import Foundation
import GRDB

/// Copies and moves of files and folders, within a space or between two (RFC 4918 §9.8, §9.9).
extension Store {
    /// How something is brought to another place.
    enum Transfer: Sendable {
        case move
        /// - Parameter isDeep: Whether a folder comes with all that is in it.
        case copy(isDeep: Bool)
    }

    /// Brings a file or folder to another place, replacing what is there if that is allowed.
    ///
    /// - Returns: The node at the new place, and whether nothing was there.
    func transfer(
        _ transfer: Transfer, from source: FileTarget, to destination: FileTarget, overwrites: Bool, by caller: User
    ) async throws -> (node: Node, isNew: Bool) {
        try await write { database in
            let copies = if case .copy = transfer { true } else { false }
            let from =
                copies
                ? try readable(source.space, for: caller, in: database).space
                : try writable(source.space, for: caller, in: database)
            let to = try writable(destination.space, for: caller, in: database)
            guard let node = try Self.node(at: source.path, in: from, database) else {
                throw source.path.isEmpty ? FileFailure.forbidden : FileFailure.notFound
            }
            if destination.path.isEmpty { throw FileFailure.forbidden }
            if from.key == to.key {
                if source.path == destination.path { throw FileFailure.same }
                let isInside = destination.path.starts(with: source.path)
                if isInside || source.path.starts(with: destination.path) { throw FileFailure.intoItself }
            }
            let (name, parent) = try Self.place(destination.path, in: to, database)
            let replaced = try Self.node(at: destination.path, in: to, database)
            if replaced != nil, !overwrites { throw FileFailure.precondition }

            let size =
                if case .copy(isDeep: false) = transfer, node.isFolder { Int64(0) } else {
                    try Self.size(of: node, database)
                }
            let freed = try replaced.map { try Self.size(of: $0, database) } ?? 0
            let growth = (copies || from.key != to.key ? size : 0) - freed
            guard to.usage.hasRoom(for: growth) else { throw FileFailure.noRoom }
            if let replaced {
                try database.execute(sql: "DELETE FROM node WHERE key = ?", arguments: [replaced.key])
            }
            let now = clock.now()
            switch transfer {
            case .move: try Self.move(node, to: name, in: parent, of: to, database)
            case .copy(let isDeep):
                try Self.copy(node, to: name, in: parent, of: to, isDeep: isDeep, now: now, database)
            }
            try Self.touch(to, folder: parent, growth: growth, now: now, database)
            if !copies {
                try Self.touch(
                    from, folder: node.parent, growth: from.key == to.key ? 0 : -size, now: now, database)
            }
            guard let moved = try Self.node(at: destination.path, in: to, database) else {
                throw FileFailure.notFound
            }
            return (moved, replaced == nil)
        }
    }

    private static func move(
        _ node: Node, to name: String, in parent: Int64?, of space: StoredSpace, _ database: Database
    ) throws {
        if node.space != space.key {
            try database.execute(
                sql: """
                    WITH RECURSIVE tree (key) AS (
                        SELECT ? UNION ALL SELECT node.key FROM node JOIN tree ON node.parent = tree.key)
                    UPDATE node SET space = ? WHERE key IN tree
                    """,
                arguments: [node.key, space.key])
        }
        try database.execute(
            sql: "UPDATE node SET name = ?, parent = ?, mimeType = ?, version = version + 1 WHERE key = ?",
            arguments: [name, parent, node.isFolder ? "" : MediaType.ofFile(named: name), node.key])
    }

    /// Copies level by level: the keys of the copies must be known before what is in them.
    private static func copy(
        _ node: Node, to name: String, in parent: Int64?, of space: StoredSpace, isDeep: Bool, now: Timestamp,
        _ database: Database
    ) throws {
        var open: [(node: Node, name: String, parent: Int64?)] = [(node, name, parent)]
        while let next = open.popLast() {
            try insert(
                next.name, isFolder: next.node.isFolder, size: next.node.size,
                content: try copyContent(ofNode: next.node.key, database), parent: next.parent, space: space.key,
                next.node.isFolder ? now : next.node.modified, database)
            let key = database.lastInsertedRowID
            if next.node.isFolder, isDeep {
                let children = try Row.fetchAll(
                    database, sql: "SELECT \(Node.columns) FROM node WHERE parent = ?", arguments: [next.node.key])
                for child in children.map(Node.init) { open.append((child, child.name, key)) }
            }
        }
    }
}
