import GRDB
import Synchronization

/// The contents that somebody reads or writes at the moment: they stay, though no file may have them any more.
final class ContentHolds: Sendable {
    private let counts = Mutex<[Int64: Int]>([:])

    /// Keeps a content for as long as what is returned lives.
    ///
    /// To be called where no write can come between looking a content up and holding it: within a write, or in
    /// `Store.readBetweenWrites`.
    func hold(_ key: Int64) -> HeldContent {
        counts.withLock { $0[key, default: 0] += 1 }
        return HeldContent(key: key, holds: self)
    }

    fileprivate func release(_ key: Int64) {
        counts.withLock { counts in
            let count = counts[key, default: 0] - 1
            counts[key] = count > 0 ? count : nil
        }
    }

    /// Deletes the contents that no file has and nobody holds; part of every write.
    func sweep(_ database: Database) throws {
        let loose = try Int64.fetchAll(database, sql: "SELECT key FROM content WHERE isLoose = 1")
        if loose.isEmpty { return }
        let held = counts.withLock { $0 }
        for key in loose where held[key] == nil {
            try database.execute(sql: "DELETE FROM content WHERE key = ?", arguments: [key])
        }
    }
}

/// A content that is not swept away while this lives.
final class HeldContent: Sendable {
    let key: Int64
    private let holds: ContentHolds

    fileprivate init(key: Int64, holds: ContentHolds) {
        self.key = key
        self.holds = holds
    }

    deinit { holds.release(key) }
}
