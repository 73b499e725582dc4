package import Foundation

/// Time and chance, as requests see them; tests pass others in.
package struct Timing: Sendable {
    /// How much time went by since any moment; nobody can put it back.
    package var elapsed: @Sendable () -> Duration
    /// The time of day.
    package var now: @Sendable () -> Date
    /// Waits; throws when the task is cancelled.
    package var pause: @Sendable (Duration) async throws(CancellationError) -> Void
    /// A number between 0 and 1: how long to wait before trying again.
    package var chance: @Sendable () -> Double

    package init(
        elapsed: @escaping @Sendable () -> Duration = Self.elapsedSinceStart,
        now: @escaping @Sendable () -> Date = { Date() },
        pause: @escaping @Sendable (Duration) async throws(CancellationError) -> Void = Self.wait,
        chance: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.elapsed = elapsed
        self.now = now
        self.pause = pause
        self.chance = chance
    }

    private static let start = ContinuousClock.now

    package static let elapsedSinceStart: @Sendable () -> Duration = { ContinuousClock.now - start }
    package static let wait: @Sendable (Duration) async throws(CancellationError) -> Void = {
        (duration) async throws(CancellationError) in try await Pause.wait(duration)
    }
}
