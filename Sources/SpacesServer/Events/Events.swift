import Synchronization

/// Who listens to what happens.
///
/// A subscriber that does not keep up loses the oldest of what waits for it: an event only says where to look again.
final class Events: Sendable {
    private struct Subscriber {
        /// The key of the user.
        let user: Int64
        let continuation: AsyncStream<String>.Continuation
    }

    private struct Subscribers {
        var byNumber: [Int: Subscriber] = [:]
        var next = 0
    }

    /// What waits for a subscriber at most.
    private static let mostWaiting = 100
    /// More subscribers than this are refused: each holds a connection.
    static let mostSubscribers = 1000

    private let subscribers = Mutex(Subscribers())

    /// The events for a user from now on; nil where too many listen already.
    func subscribe(_ user: Int64) -> AsyncStream<String>? {
        let (stream, continuation) = AsyncStream.makeStream(
            of: String.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
        let number = subscribers.withLock { subscribers -> Int? in
            guard subscribers.byNumber.count < Self.mostSubscribers else { return nil }
            defer { subscribers.next += 1 }
            subscribers.byNumber[subscribers.next] = Subscriber(user: user, continuation: continuation)
            return subscribers.next
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in
            self?.subscribers.withLock { $0.byNumber[number] = nil }
        }
        return stream
    }

    var haveSubscribers: Bool { subscribers.withLock { !$0.byNumber.isEmpty } }

    /// Sends a text to those of these users who listen.
    func publish(_ text: String, to users: Set<Int64>) {
        let receivers = subscribers.withLock { subscribers in
            subscribers.byNumber.values.filter { users.contains($0.user) }.map(\.continuation)
        }
        for continuation in receivers { continuation.yield(text) }
    }
}
