import Synchronization

/// Who listens to what happens, and what they are told.
///
/// A listener that does not keep up loses the oldest of what waits for it: an event only says where to look again.
final class Events: Sendable {
    /// Of which principals each listener hears: the user and the groups that it is in.
    private struct Listener {
        let principals: Set<Int64>
        let continuation: AsyncStream<String>.Continuation
    }

    private struct Listeners {
        var byNumber: [Int: Listener] = [:]
        var next = 0
    }

    /// What waits for a listener at most.
    private static let mostWaiting = 100
    /// More listeners than this are refused: each holds a connection.
    static let mostListeners = 1000

    private let listeners = Mutex(Listeners())

    /// The events of the spaces of these principals from now on; nil where too many listen already.
    func stream(for principals: Set<Int64>) -> AsyncStream<String>? {
        let (stream, continuation) = AsyncStream.makeStream(
            of: String.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
        let number = listeners.withLock { listeners -> Int? in
            guard listeners.byNumber.count < Self.mostListeners else { return nil }
            defer { listeners.next += 1 }
            listeners.byNumber[listeners.next] = Listener(principals: principals, continuation: continuation)
            return listeners.next
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { $0.byNumber[number] = nil }
        }
        return stream
    }

    var areHeard: Bool { listeners.withLock { !$0.byNumber.isEmpty } }

    /// Tells an event to those of these principals who listen.
    func tell(_ text: String, to principals: Set<Int64>) {
        let heard = listeners.withLock { listeners in
            listeners.byNumber.values.filter { !$0.principals.isDisjoint(with: principals) }.map(\.continuation)
        }
        for continuation in heard { continuation.yield(text) }
    }
}
