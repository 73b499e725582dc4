/// The made-up spaces that an empty database is filled with.
package struct SampleOrder: Sendable, Equatable {
    package var count: Int
    /// The same seed makes the same spaces.
    package var seed: UInt64
    /// The moment that dates are counted back from; the time of the start when nil.
    package var now: Timestamp?

    package init(count: Int, seed: UInt64 = 1, now: Timestamp? = nil) {
        self.count = count
        self.seed = seed
        self.now = now
    }
}
