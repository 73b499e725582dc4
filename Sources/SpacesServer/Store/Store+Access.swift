import GRDB
import NIOPosix

extension Store {
    /// Reads on a thread that may block, with one view of the database from beginning to end.
    ///
    /// Not by the asynchronous access of GRDB: its dispatch queues keep a Linux process waking up every second for ever.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive { [database] in try database.read(work) }
    }

    /// Writes in one transaction, on a thread that may block; it is stored when this returns.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive { [database] in try database.write(work) }
    }
}
