import Foundation
import GRDB

extension Store {
    /// A file with its bytes, if wanted; one without kept bytes, as samples have, reads as zeros.
    func file(
        at target: FileTarget, for caller: User, withContent: Bool
    ) async throws -> (node: Node, content: FileContent) {
        // A file is looked up and held with no write in between.
        try await (withContent ? readBetweenWrites : read) { [self] database in
            let (space, _) = try readable(target.space, for: caller, in: database)
            guard let node = try Self.node(at: target.path, in: space, database) else {
                throw target.path.isEmpty ? FileFailure.isFolder : FileFailure.notFound
            }
            if node.isFolder { throw FileFailure.isFolder }
            guard withContent, let content = try Self.content(ofNode: node.key, database) else { return (node, .zeros) }
            return (node, .kept(holds.hold(content), in: self))
        }
    }

    /// A file or folder, then, if wanted, what is in it.
    func entries(at target: FileTarget, for caller: User, withChildren: Bool) async throws -> [FileEntry] {
        try await read { database in
            let (space, access) = try readable(target.space, for: caller, in: database)
            let node = try Self.node(at: target.path, in: space, database)
            guard node != nil || target.path.isEmpty else { throw FileFailure.notFound }
            var entries: [FileEntry] = []
            if let node {
                entries.append(try Self.entry(node, space, access, database))
            } else {
                entries.append(
                    FileEntry(
                        id: space.id, spaceID: space.id, name: space.name, isFolder: true, size: space.used,
                        mimeType: "", modified: space.modified,
                        eTag: EntityTag.make(key: space.key, version: space.version, salt: 0), quota: space.usage,
                        isWritable: access.writes))
            }
            if withChildren, node?.isFolder ?? true {
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT \(Node.columns) FROM node WHERE space = ? AND ifnull(parent, 0) = ? ORDER BY name",
                    arguments: [space.key, node?.key ?? 0])
                for row in rows { entries.append(try Self.entry(Node(row), space, access, database)) }
            }
            return entries
        }
    }

    /// Fails where a file of this size would not fit, so that its bytes need not be received.
    func checkRoom(for size: Int64, at target: FileTarget, by caller: User) async throws {
        try await read { try checkRoom(for: size, at: target, by: caller, in: $0) }
    }

    func checkRoom(for size: Int64, at target: FileTarget, by caller: User, in database: Database) throws {
        let space = try writable(target.space, for: caller, in: database)
        let stored = try Self.node(at: target.path, in: space, database)?.size ?? 0
        guard space.usage.hasRoom(for: size - stored) else { throw FileFailure.noRoom }
    }

    /// Stores a file, replacing one of the same name where the condition holds.
    ///
    /// - Parameter modified: The date of the file; the present moment where nil.
    func write(
        _ file: ReceivedFile, at target: FileTarget, modified: Timestamp? = nil, if condition: Precondition,
        by caller: User
    ) async throws -> (node: Node, isNew: Bool) {
        try await write { database in
            let space = try writable(target.space, for: caller, in: database)
            let now = clock.now()
            let (name, parent) = try Self.place(target.path, in: space, database)
            let stored = try Self.node(at: target.path, in: space, database)
            if stored?.isFolder == true { throw FileFailure.isFolder }
            guard condition.holds(for: stored?.eTag) else { throw FileFailure.precondition }
            let growth = file.size - (stored?.size ?? 0)
            guard space.usage.hasRoom(for: growth) else { throw FileFailure.noRoom }
            let date = modified ?? now
            let content = try Self.content(of: file, database)
            if let stored {
                try database.execute(
                    sql: "UPDATE node SET size = ?, content = ?, modified = ?, version = version + 1 WHERE key = ?",
                    arguments: [file.size, content, date.nanoseconds, stored.key])
            } else {
                try Self.insert(
                    name, isFolder: false, size: file.size, content: content, parent: parent, space: space.key, date,
                    database)
            }
            try Self.touch(space, folder: parent, growth: growth, now: now, database)
            guard let node = try Self.node(at: target.path, in: space, database) else { throw FileFailure.notFound }
            return (node, stored == nil)
        }
    }

    /// Sets the date of a file or folder and tells which it is.
    func setModified(_ date: Timestamp?, at target: FileTarget, by caller: User) async throws -> Bool {
        try await write { database in
            let space = try writable(target.space, for: caller, in: database)
            guard let node = try Self.node(at: target.path, in: space, database) else {
                if target.path.isEmpty { return true }
                throw FileFailure.notFound
            }
            guard let date else { return node.isFolder }
            try database.execute(
                sql: "UPDATE node SET modified = ?, version = version + 1 WHERE key = ?",
                arguments: [date.nanoseconds, node.key])
            try Self.touch(space, folder: node.parent, growth: 0, now: clock.now(), database)
            return node.isFolder
        }
    }

    func makeFolder(at target: FileTarget, by caller: User) async throws {
        try await write { database in
            let space = try writable(target.space, for: caller, in: database)
            if target.path.isEmpty { throw FileFailure.exists }
            let (name, parent) = try Self.place(target.path, in: space, database)
            if try Self.node(at: target.path, in: space, database) != nil { throw FileFailure.exists }
            let now = clock.now()
            try Self.insert(name, isFolder: true, size: 0, parent: parent, space: space.key, now, database)
            try Self.touch(space, folder: parent, growth: 0, now: now, database)
        }
    }

    /// Deletes a file, or a folder with all that is in it.
    func deleteNode(at target: FileTarget, if condition: Precondition, by caller: User) async throws {
        try await write { database in
            let space = try writable(target.space, for: caller, in: database)
            guard let node = try Self.node(at: target.path, in: space, database) else {
                throw target.path.isEmpty ? FileFailure.forbidden : FileFailure.notFound
            }
            guard condition.holds(for: node.eTag) else { throw FileFailure.precondition }
            let size = try Self.size(of: node, database)
            try database.execute(sql: "DELETE FROM node WHERE key = ?", arguments: [node.key])
            try Self.touch(space, folder: node.parent, growth: -size, now: clock.now(), database)
        }
    }
}
