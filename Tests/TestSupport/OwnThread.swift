import Dispatch
package import Testing

/// Runs a test on a thread of its own.
///
/// A test that waits for a program blocks its thread. On one of the few that all tests share, it would stop the others,
/// whose time would run out.
package struct OwnThread: SuiteTrait, TestTrait, TestScoping {
    private final class Executor: TaskExecutor {
        private let queue = DispatchQueue(label: "test")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(Executor()) { try await function() }
    }
}

extension Trait where Self == OwnThread {
    /// On a thread of its own, because the test blocks it.
    package static var ownThread: Self { Self() }
}
