import NIOCore
import NIOPosix

/// Waits without keeping a thread or waking anything, and ends at once when its task is cancelled.
enum Pause {
    /// Throws `CancellationError` and nothing else.
    static func wait(_ duration: Duration) async throws {
        guard duration > .zero else { return try Task.checkCancellation() }
        let eventLoop = MultiThreadedEventLoopGroup.singleton.any()
        let end = eventLoop.makePromise(of: Void.self)
        let timer = eventLoop.scheduleTask(in: TimeAmount(duration)) { end.succeed() }
        try await withTaskCancellationHandler {
            try await end.futureResult.get()
        } onCancel: {
            timer.cancel()
            end.fail(CancellationError())
        }
    }
}
