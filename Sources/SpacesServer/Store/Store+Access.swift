import GRDB
import NIOPosix

extension Store {
    /// Reads on a thread that may block, with one view of the database from beginning to end.
    ///
    /// Not by the asynchronous access of GRDB: its dispatch queues keep a Linux process waking up every second for ever.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive { [database] in try database.read(work) }
    }

    /// Reads while nobody writes: what is found is there until the next write begins.
    func readBetweenWrites<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive { [database] in try database.writeWithoutTransaction(work) }
    }

    /// Writes in one transaction, on a thread that may block; it is stored when this returns.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive { [database, holds] in
            try database.write { database in
                let value = try work(database)
                try holds.sweep(database)
                return value
            }
        }
    }

    /// Changes users or groups in one transaction; everybody sees the change once it is stored, in the order of changes.
    func changeDirectory<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive { [database, currentDirectory, holds] in
            // Not in `write`: the directory must neither tell what is rolled back nor overtake a later change.
            try database.writeWithoutTransaction { database in
                var value: Value?
                var directory: Directory?
                try database.inTransaction(.immediate) {
                    value = try work(database)
                    directory = try Accounts.directory(in: database)
                    try holds.sweep(database)
                    return .commit
                }
                guard let value, let directory else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                currentDirectory.set(directory)
                return value
            }
        }
    }
}
