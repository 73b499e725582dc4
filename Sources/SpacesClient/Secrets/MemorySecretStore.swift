import Localization
import Synchronization

/// Keeps secrets for as long as the program runs, and shares them with nobody.
package final class MemorySecretStore: SecretStore {
    private let secrets = Mutex<[SecretKey: SecretText]>([:])

    package init() {}

    package func read(_ key: SecretKey) -> SecretText? {
        secrets.withLock { $0[key] }
    }

    package func write(_ secret: SecretText, _ key: SecretKey) {
        secrets.withLock { $0[key] = secret }
    }

    package func remove(_ key: SecretKey) {
        secrets.withLock { $0[key] = nil }
    }

    package func keys(for server: ServerAddress) -> FoundKeys {
        FoundKeys(
            keys: secrets.withLock { $0.keys.filter { $0.server == server } }.sorted { $0.fileName < $1.fileName })
    }

    /// Nothing to wait for: what uses this store is one source, which changes one thing at a time.
    package func lock(_ key: SecretKey) -> any SecretLock { NoLock() }

    package func place(of key: SecretKey) -> String {
        localized("the memory of this program only: it ends with the program")
    }

    private struct NoLock: SecretLock {
        func release() {}
    }
}
