import Synchronization

/// Through which all requests of a run go: once one of them was refused in a way that all others would be, too, none is sent
/// any more. Servers lock accounts that come with wrong credentials again and again.
package final class RequestGate: Sendable {
    /// The gate of the work under way, or `nil` where nothing holds requests up.
    @TaskLocal package static var current: RequestGate?

    private let refusal = Mutex<SpacesFailure?>(nil)

    package init() {}

    /// From now on every request fails as this one did, unsent.
    package func close(for failure: SpacesFailure) { refusal.withLock { $0 = $0 ?? failure } }

    /// Lets requests through again.
    package func open() { refusal.withLock { $0 = nil } }

    /// Throws where requests are held up: nothing was sent.
    func check(_ operation: Operation) throws(SpacesFailure) {
        guard var failure = refusal.withLock(\.self) else { return }
        failure.operation = operation
        failure.isUncertain = false
        failure.rebuildSentence()
        throw failure
    }
}
