/// The made-up spaces that an empty database is filled with.
package struct SampleOrder: Sendable, Equatable {
    /// How many spaces, besides those of the users who can log in.
    package var count: Int
    /// The same seed makes the same spaces.
    package var seed: UInt64
    /// The moment that dates are counted back from; the time of the start when nil.
    package var now: Timestamp?

    /// An order; the dates count back from the start unless a moment is given.
    package init(count: Int, seed: UInt64 = 1, now: Timestamp? = nil) {
        self.count = count
        self.seed = seed
        self.now = now
    }
}
