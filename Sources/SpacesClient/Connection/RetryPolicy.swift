/// How often a request that changes nothing is tried again, and how long is waited before.
///
/// Waits double and are shortened by chance, so that many programs do not come back at the same moment. They stay short:
/// what takes longer is told to the person, who sees until when the server wants to be left alone, and can act.
package struct RetryPolicy: Equatable, Sendable {
    /// How often a request is sent at most.
    package var attempts: Int
    /// The longest wait before the second attempt; before the third it is twice as long, and so on.
    package var firstWait: Duration
    /// What the server asks for by `Retry-After` is waited for when it is no longer than this.
    package var longestWait: Duration
    /// How long all waits of a request may take together.
    package var budget: Duration
    /// How long to wait before each look at what came of a write whose answer was lost.
    package var looks: [Duration]

    package init(
        attempts: Int = 3, firstWait: Duration = .milliseconds(200), longestWait: Duration = .seconds(60),
        budget: Duration = .seconds(60), looks: [Duration] = [.zero, .seconds(1), .seconds(2)]
    ) {
        self.attempts = attempts
        self.firstWait = firstWait
        self.longestWait = longestWait
        self.budget = budget
        self.looks = looks
    }

    /// How long to wait after the attempt of this number, counted from 1, or `nil` when there shall be no other.
    ///
    /// `asked` is what the server asks for, `waited` what was waited already, and `chance` is between 0 and 1.
    func wait(afterAttempt number: Int, asked: Duration?, waited: Duration, chance: Double) -> Duration? {
        guard number < attempts else { return nil }
        let longest = firstWait * (1 << min(number - 1, 16))
        // Half of the wait is certain; never sooner than the server wants.
        let wait = asked ?? longest * (0.5 + chance / 2)
        return wait <= longestWait && waited + wait <= budget ? wait : nil
    }
}
