import Synchronization

/// How many connections each client has.
final class ClientCounts: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// Counts a connection in; false where the client has as many as it may already.
    ///
    /// - Parameter limit: 0 is no limit.
    func enter(_ client: String, limit: Int) -> Bool {
        counts.withLock { counts in
            let count = counts[client, default: 0]
            if limit > 0, count >= limit { return false }
            counts[client] = count + 1
            return true
        }
    }

    /// Counts a connection out that was counted in.
    func leave(_ client: String) {
        counts.withLock { counts in
            let count = counts[client, default: 0] - 1
            counts[client] = count > 0 ? count : nil
        }
    }
}
