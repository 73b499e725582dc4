package import SpacesModel

/// What the program remembers about the list of a profile, from one run to the next.
package struct Remembered: Equatable, Sendable {
    /// `nil` while nobody chose any.
    package var columns: ColumnArrangement?
    package var order: SortOrder?
    /// The spaces that stay at the top, the first one pinned first.
    package var pins: [SpaceID]
    /// The filters that were kept, the latest first.
    package var filters: [String]

    package init(
        columns: ColumnArrangement? = nil, order: SortOrder? = nil, pins: [SpaceID] = [], filters: [String] = []
    ) {
        self.columns = columns
        self.order = order
        self.pins = pins
        self.filters = filters
    }

    /// One change, so that two windows do not take one another's pins away.
    package enum Part: Equatable, Sendable {
        case columns(ColumnArrangement)
        case order(SortOrder)
        case pin(SpaceID)
        case unpin(SpaceID)
        case filter(String)
    }

    /// More filters than these nobody goes back through.
    static let mostFilters = 50
    /// More than these is no choice any more.
    static let mostPins = 1000

    /// Takes a change in.
    package mutating func take(_ part: Part) {
        switch part {
        case .columns(let columns): self.columns = columns
        case .order(let order): self.order = order
        case .pin(let id): if !pins.contains(id) { pins = Array((pins + [id]).suffix(Self.mostPins)) }
        case .unpin(let id): pins.removeAll { $0 == id }
        case .filter(let text): filters = Array(([text] + filters.filter { $0 != text }).prefix(Self.mostFilters))
        }
    }
}
