import Foundation
import GRDB

/// The database of the server: everything that must be there after a restart.
///
/// A file in WAL mode with full synchronisation: a write that was answered is on the disk. That is a promise of ours,
/// about which nothing is known of real servers (docs/server-behaviour.md §12.1). In memory for tests.
package struct Store: Sendable {
    let database: any DatabaseWriter
    let clock: ServerClock
    /// First half of every space id; made once for a database.
    package let storageID: String
    /// Id of the server as an application that roles are assigned in; made once for a database.
    let applicationID: String
    let currentDirectory: CurrentDirectory
    /// Keeps other servers out; nil in memory.
    let lock: DatabaseLock?
    /// What is read or written of files at the moment.
    let holds = ContentHolds()
    /// Everybody the installation knows at this moment.
    var directory: Directory { currentDirectory.value }

    /// Opens or creates the database, adds the users, and fills an empty one with the sample that was ordered.
    init(configuration: ServerConfiguration) throws {
        switch configuration.database {
        case .memory:
            lock = nil
            database = try DatabaseQueue(configuration: Self.settings)
        case .file(let path):
            lock = try DatabaseLock(path: path)
            database = try Self.pool(path)
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
        }
        clock = configuration.clock
        try Schema.migrator.migrate(database)
        let directory: Directory
        (storageID, applicationID, directory) = try database.write { [configuration, holds] database in
            // What a server that ended in the middle of it was writing.
            try holds.sweep(database)
            let storageID = try Self.identifier(named: "storage", in: database)
            let applicationID = try Self.identifier(named: "application", in: database)
            let needsSample = try configuration.sample != nil && Self.isWithoutProjects(database)
            // Those who were defined keep their definition, and the others of a demonstration join them.
            let names = Set(configuration.users.map { $0.username.lowercased() })
            let others = needsSample ? UserDefinition.demo.filter { !names.contains($0.username) } : []
            try Accounts.add(
                configuration.users + others, cost: configuration.passwordCost, clock: configuration.clock, to: database
            )
            if needsSample, let sample = configuration.sample {
                try SampleData.write(sample, now: sample.now ?? configuration.clock.now(), to: database)
            }
            return (storageID, applicationID, try Accounts.directory(in: database))
        }
        currentDirectory = CurrentDirectory(directory)
    }

    /// Whether the database at a path holds any user yet: the caller then needs no new password for an administrator.
    package static func hasUsers(_ location: DatabaseLocation) throws -> Bool {
        guard case .file(let path) = location, FileManager.default.fileExists(atPath: path) else { return false }
        let lock = try DatabaseLock(path: path)
        return try withExtendedLifetime(lock) {
            let database = try pool(path)
            try Schema.migrator.migrate(database)
            return try database.read { database in
                try Bool.fetchOne(database, sql: "SELECT count(*) > 0 FROM principal WHERE passwordHash IS NOT NULL")
                    ?? false
            }
        }
    }

    /// Opens a file; a new one is for its owner alone, because there are hashes of passwords in it.
    private static func pool(_ path: String) throws -> DatabasePool {
        if !FileManager.default.fileExists(atPath: path) {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes) else {
                throw SpacesServer.Refusal(description: "cannot create the database \(path)")
            }
        }
        return try DatabasePool(path: path, configuration: settings)
    }

    private static var settings: Configuration {
        var settings = Configuration()
        settings.foreignKeysEnabled = true
        settings.maximumReaderCount = 4
        settings.busyMode = .timeout(5)
        settings.prepareDatabase { database in
            // 32 MiB: a transaction of many thousands of rows must not write its pages twice.
            try database.execute(sql: "PRAGMA cache_size = -32768")
        }
        return settings
    }

    /// A random id of the installation, made where it is asked for the first time.
    private static func identifier(named name: String, in database: Database) throws -> String {
        try database.execute(
            sql: "INSERT OR IGNORE INTO installation (name, value) VALUES (?, ?)",
            arguments: [name, UUID().uuidString.lowercased()])
        return try String.fetchOne(
            database, sql: "SELECT value FROM installation WHERE name = ?", arguments: [name]) ?? ""
    }

    private static func isWithoutProjects(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT 1 FROM space WHERE type = 'project' LIMIT 1") == nil
    }

    /// All stored spaces, for tests that ask what is really there.
    package func spaces() async throws -> [StoredSpace] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT \(StoredSpace.columns) FROM space ORDER BY key").map(
                StoredSpace.init)
        }
    }

    /// What SQLite finds wrong with the database, where the used bytes of a space are not the sum of its files or the size
    /// of a file not that of its pieces, and which contents are left over; empty for a sound one.
    package func findings() async throws -> [String] {
        try await read { database in
            var findings = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            findings += try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { "\($0)" }
            findings += try String.fetchAll(
                database,
                sql: """
                    SELECT 'space ' || name || ' says that it uses ' || used FROM space
                    WHERE used <> (SELECT ifnull(sum(size), 0) FROM node WHERE node.space = space.key)
                    UNION ALL SELECT 'file ' || name || ' says that its size is ' || size FROM node
                    WHERE content IS NOT NULL AND size <> (
                        SELECT ifnull(sum(length(bytes)), 0) FROM piece WHERE piece.content = node.content)
                    UNION ALL SELECT 'content ' || key || ' belongs to no file' FROM content
                    WHERE isLoose = 1 OR key NOT IN (SELECT content FROM node WHERE content IS NOT NULL)
                    """)
            return findings
        }
    }
}
