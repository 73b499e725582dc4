import GRDB
import NIOPosix

/// The signing key of the installation: found in the database, or made when somebody signs in for the first time.
///
/// Not made at the start: it takes a noticeable time, and a demonstration that uses no tokens is to begin at once.
actor KeyRing {
    private let store: Store
    /// In PEM; nil where one is to be made.
    private let first: String?
    private var key: SigningKey?
    private var making: Task<SigningKey, any Error>?

    init(store: Store, first: String?) {
        self.store = store
        self.first = first
    }

    /// The key, if there is one: where there is none, no token can be ours.
    func existing() async throws -> SigningKey? {
        if let key { return key }
        let pem = try await store.read { try Self.pem(in: $0) }
        key = try pem.map { try SigningKey(pem: $0) }
        return key
    }

    /// The key; all that ask for the first one wait for the same.
    func current() async throws -> SigningKey {
        if let key = try await existing() { return key }
        let task = making ?? Task { [store, first] in try await Self.make(first, in: store) }
        making = task
        defer { making = nil }
        let made = try await task.value
        key = made
        return made
    }

    private static func make(_ first: String?, in store: Store) async throws -> SigningKey {
        let key = try await NIOThreadPool.singleton.runIfActive {
            try first.map { try SigningKey(pem: $0) } ?? SigningKey()
        }
        let pem = try await store.write { database in
            // The first one counts, should another process share the file.
            try database.execute(
                sql: "INSERT OR IGNORE INTO installation (name, value) VALUES ('signingKey', ?)", arguments: [key.pem])
            return try Self.pem(in: database)
        }
        return try pem.map { try SigningKey(pem: $0) } ?? key
    }

    private static func pem(in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM installation WHERE name = 'signingKey'")
    }
}
