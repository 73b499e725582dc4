import Foundation
package import SpacesModel

/// A list of spaces in numbers: how many of what, how much is used and promised, and those that stand out.
///
/// Everything comes from the list that is loaded already, in one pass over it.
package struct SpaceSummary: Equatable, Sendable {
    /// The quota of spaces that have a limit and tell their use.
    package struct Storage: Equatable, Sendable {
        /// Used by all spaces that tell it.
        package internal(set) var used = ByteCount.zero
        /// The sum of all limits.
        package internal(set) var allotted = ByteCount.zero
        /// Used by the spaces that have a limit.
        package internal(set) var usedWithinLimits = ByteCount.zero
        /// How many spaces have a limit.
        package internal(set) var limited = 0
        package internal(set) var unlimited = 0
        package internal(set) var usedWithoutLimit = ByteCount.zero
        /// What the spaces with a limit have not used of it; what others use beyond theirs does not count against it.
        package internal(set) var claimable = ByteCount.zero

        /// How many times as much is allotted as is used; `nil` where nothing is.
        package var overCommitment: Double? {
            usedWithinLimits > .zero ? Double(allotted.bytes) / Double(usedWithinLimits.bytes) : nil
        }

        /// The used part of what is allotted; `nil` where nothing is.
        package var usedFraction: Double? {
            allotted > .zero ? Double(usedWithinLimits.bytes) / Double(allotted.bytes) : nil
        }

        /// Adds what a space says about its quota and returns the used part, where there is a limit to use up.
        @discardableResult
        mutating func add(_ space: Space) -> Double? {
            guard let quota = space.quota, space.type != .virtual, space.type != .mountpoint else { return nil }
            used = used + (quota.used ?? .zero)
            switch quota.limit {
            case .unlimited?:
                unlimited += 1
                usedWithoutLimit = usedWithoutLimit + (quota.used ?? .zero)
                return nil
            case .bytes(let limit)?:
                limited += 1
                allotted = allotted + limit
                usedWithinLimits = usedWithinLimits + (quota.used ?? .zero)
                let used = quota.used ?? .zero
                if used < limit { claimable = claimable + (limit - used) }
                return quota.usedFraction
            case nil: return nil
            }
        }
    }

    package private(set) var count = 0
    package private(set) var types: [SpaceType: Int] = [:]
    /// How many spaces are in each state, as the filter `state:` counts them; one without a manager counts as
    /// orphaned too.
    package private(set) var states: [RowState: Int] = [:]
    package private(set) var storage = Storage()
    /// How many spaces use how much of their quota: ten steps of 10 %, then those that are full.
    package private(set) var histogram = Array(repeating: 0, count: 11)
    /// The fullest spaces with a limit, the fullest first.
    package let fullest: [Space]
    /// The spaces that were changed longest ago, the oldest first.
    package let oldest: [Space]
    /// The first spaces that nobody manages, by name.
    package let orphans: [Space]

    /// How many spaces are named of each kind that stands out.
    private static let most = 5

    package init(_ spaces: some Sequence<Space>) {
        var fullest = TopList<Space, Double>(capacity: Self.most)
        var oldest = TopList<Space, Double>(capacity: Self.most)
        var orphans = TopList<Space, Int>(capacity: Self.most)
        for space in spaces {
            count += 1
            types[space.type, default: 0] += 1
            let state: RowState =
                space.isDisabled ? .disabled : space.type == .virtual ? .unknown : RowState(space.quotaState)
            states[state, default: 0] += 1
            if space.isOrphaned {
                states[.orphaned, default: 0] += 1
                orphans.offer(space, rank: -count)
            }
            if let fraction = storage.add(space) {
                histogram[min(10, Int(max(0, fraction) * 10))] += 1
                fullest.offer(space, rank: fraction)
            }
            if let modified = space.modified { oldest.offer(space, rank: -modified.timeIntervalSince1970) }
        }
        self.fullest = fullest.elements
        self.oldest = oldest.elements
        self.orphans = orphans.elements
    }
}

/// The elements of the highest rank, the highest first; of equals the one that was offered first.
private struct TopList<Element, Rank: Comparable> {
    private var entries: [(element: Element, rank: Rank)] = []
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    var elements: [Element] { entries.map(\.element) }

    mutating func offer(_ element: Element, rank: Rank) {
        if entries.count == capacity, let last = entries.last, rank <= last.rank { return }
        let index = entries.firstIndex { $0.rank < rank } ?? entries.count
        entries.insert((element, rank), at: index)
        if entries.count > capacity { entries.removeLast() }
    }
}
