import Foundation
import GRDB

extension Store {
    /// A file with its bytes; one without kept bytes, as samples have, reads as zeros.
    func file(
        at path: [String], in reference: SpaceReference, for caller: User, withContent: Bool
    ) async throws -> (node: Node, content: Data) {
        try await read { database in
            let (space, _) = try readable(reference, for: caller, in: database)
            guard let node = try Self.node(at: path, in: space, database) else { throw FileFailure.notFound }
            if node.isFolder { throw FileFailure.isFolder }
            if !withContent { return (node, Data()) }
            let bytes = try Data.fetchOne(
                database, sql: "SELECT bytes FROM content WHERE node = ?", arguments: [node.key])
            return (node, bytes ?? Data(count: Int(min(node.size, 1 << 20))))
        }
    }

    /// A file or folder, then, if wanted, what is in it.
    func entries(
        at path: [String], in reference: SpaceReference, for caller: User, withChildren: Bool
    ) async throws -> [FileEntry] {
        try await read { database in
            let (space, _) = try readable(reference, for: caller, in: database)
            let node = try Self.node(at: path, in: space, database)
            guard node != nil || path.isEmpty else { throw FileFailure.notFound }
            var entries: [FileEntry] = []
            if let node {
                entries.append(try Self.entry(node, space, database))
            } else {
                entries.append(
                    FileEntry(
                        id: space.id, spaceID: space.id, name: space.name, isFolder: true, size: space.used,
                        mimeType: "", modified: space.modified,
                        eTag: EntityTag.make(key: space.key, version: space.version, salt: 0)))
            }
            if withChildren, node?.isFolder ?? true {
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT \(Node.columns) FROM node WHERE space = ? AND ifnull(parent, 0) = ? ORDER BY name",
                    arguments: [space.key, node?.key ?? 0])
                for row in rows { entries.append(try Self.entry(Node(row), space, database)) }
            }
            return entries
        }
    }

    /// Fails where a file of this size would not fit, so that its bytes need not be received.
    func checkRoom(for size: Int64, at path: [String], in reference: SpaceReference, by caller: User) async throws {
        try await read { database in
            let space = try writable(reference, for: caller, in: database)
            let stored = try Self.node(at: path, in: space, database)?.size ?? 0
            guard space.usage.hasRoom(for: size - stored) else { throw FileFailure.noRoom }
        }
    }

    /// Stores a file, replacing one of the same name.
    func write(
        _ bytes: [UInt8], at path: [String], in reference: SpaceReference, by caller: User
    ) async throws -> (node: Node, isNew: Bool) {
        try await write { database in
            let space = try writable(reference, for: caller, in: database)
            let now = clock.now()
            let (name, parent) = try Self.place(path, in: space, database)
            let stored = try Self.node(at: path, in: space, database)
            if stored?.isFolder == true { throw FileFailure.isFolder }
            let size = Int64(bytes.count)
            let growth = size - (stored?.size ?? 0)
            guard space.usage.hasRoom(for: growth) else { throw FileFailure.noRoom }
            if let stored {
                try database.execute(
                    sql: "UPDATE node SET size = ?, modified = ?, version = version + 1 WHERE key = ?",
                    arguments: [size, now.nanoseconds, stored.key])
            } else {
                try Self.insert(name, isFolder: false, size: size, parent: parent, space: space.key, now, database)
            }
            let key = stored?.key ?? database.lastInsertedRowID
            try database.execute(
                sql: "INSERT OR REPLACE INTO content (node, bytes) VALUES (?, ?)", arguments: [key, Data(bytes)])
            try Self.touch(space, growth: growth, now: now, database)
            guard let node = try Self.node(at: path, in: space, database) else { throw FileFailure.notFound }
            return (node, stored == nil)
        }
    }

    func makeFolder(at path: [String], in reference: SpaceReference, by caller: User) async throws {
        try await write { database in
            let space = try writable(reference, for: caller, in: database)
            if path.isEmpty { throw FileFailure.exists }
            let (name, parent) = try Self.place(path, in: space, database)
            if try Self.node(at: path, in: space, database) != nil { throw FileFailure.exists }
            let now = clock.now()
            try Self.insert(name, isFolder: true, size: 0, parent: parent, space: space.key, now, database)
            try Self.touch(space, growth: 0, now: now, database)
        }
    }

    /// Deletes a file, or a folder with all that is in it.
    func deleteNode(at path: [String], in reference: SpaceReference, by caller: User) async throws {
        try await write { database in
            let space = try writable(reference, for: caller, in: database)
            guard let node = try Self.node(at: path, in: space, database) else {
                throw path.isEmpty ? FileFailure.forbidden : FileFailure.notFound
            }
            let size = try Self.size(of: node, database)
            try database.execute(sql: "DELETE FROM node WHERE key = ?", arguments: [node.key])
            try Self.touch(space, growth: -size, now: clock.now(), database)
        }
    }
}
