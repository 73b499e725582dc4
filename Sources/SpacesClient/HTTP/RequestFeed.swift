import Synchronization

/// Hands the record of every request to whoever wants to show it.
///
/// The connections are made before there is a screen, so that the listener comes later; what was sent before is not kept.
package final class RequestFeed: Sendable {
    private let listener = Mutex<(@Sendable (RequestRecord) -> Void)?>(nil)

    package init() {}

    /// From now on this one is told, from any thread; it must not block.
    package func listen(_ listener: @escaping @Sendable (RequestRecord) -> Void) {
        self.listener.withLock { $0 = listener }
    }

    func note(_ record: RequestRecord) { listener.withLock(\.self)?(record) }
}

/// Remembers the number that the server gave to the write that is sent under it.
final class RequestTrail: Sendable {
    /// The trail of the change under way, or `nil`.
    @TaskLocal static var current: RequestTrail?

    private let id = Mutex<String?>(nil)

    var requestID: String? { id.withLock(\.self) }

    func note(_ record: RequestRecord) { id.withLock { $0 = record.requestID } }
}
