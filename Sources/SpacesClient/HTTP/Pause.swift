import NIOCore
import NIOPosix

/// Waiting that needs no thread and starts no clock of its own: NIO wakes up once.
enum Pause {
    /// Returns after this time; throws when the task is cancelled, which ends the waiting at once.
    static func wait(_ duration: Duration) async throws(CancellationError) {
        if duration > .zero, !Task.isCancelled {
            let eventLoop = MultiThreadedEventLoopGroup.singleton.any()
            let over = eventLoop.makePromise(of: Void.self)
            let timer = eventLoop.scheduleTask(in: TimeAmount(duration)) { over.succeed() }
            do {
                try await withTaskCancellationHandler {
                    try await over.futureResult.get()
                } onCancel: {
                    timer.cancel()
                    over.succeed()
                }
            } catch {
                throw CancellationError()
            }
        }
        if Task.isCancelled { throw CancellationError() }
    }
}
