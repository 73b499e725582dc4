package import Foundation

/// The two clocks of a sign-in and how it waits; tests have their own.
package struct SignInClock: Sendable {
    /// The clock on the wall: it may be wrong, and it may be put forward or back at any time.
    package var now: @Sendable () -> Date
    /// Time that only goes on, also while the machine sleeps; its beginning means nothing.
    package var uptime: @Sendable () -> Duration
    /// Waits for so long; throws when the task is cancelled.
    package var pause: @Sendable (Duration) async throws(CancellationError) -> Void

    package init(
        now: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> Duration,
        pause: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
    ) {
        self.now = now
        self.uptime = uptime
        self.pause = pause
    }

    /// The clocks of this machine.
    package static let system: SignInClock = {
        let start = ContinuousClock.now
        return SignInClock(
            now: { Date() }, uptime: { ContinuousClock.now - start },
            pause: { duration throws(CancellationError) in try await Pause.wait(duration) })
    }()
}
