import Foundation
package import SpacesModel
import SpacesQuery

/// A list of spaces with everything prepared that sorting and filtering need.
///
/// Preparing takes time in proportion to the number of spaces and happens in the background; whatever a key asks for
/// afterwards costs one pass over small integers at most. All orders are kept because they are cheap (4 bytes a space
/// and column) and because a person who tries columns out shall not wait for any of them.
package struct SpaceCatalog: Sendable {
    package private(set) var spaces: [Space]
    /// How many spaces are in each state; orphaned ones are counted whatever else they are.
    package let counts: [RowState: Int]
    private let orders: [Column: ColumnOrder]
    private let search: SearchIndex
    /// The names of all who are a member of some space, sorted.
    let people: [String]
    private let positions: [SpaceID: Int32]

    /// The spaces in the order of a column; those without a value come last, whatever the direction.
    private struct ColumnOrder: Sendable {
        var indices: [Int32]
        var known: Int
    }

    package static let empty = SpaceCatalog([])

    package init(_ spaces: [Space]) {
        self.spaces = spaces
        counts = spaces.reduce(into: [:]) { counts, space in
            let state = RowState(space)
            counts[state, default: 0] += 1
            // A full or a disabled space may be orphaned as well.
            if space.isOrphaned, state != .orphaned { counts[.orphaned, default: 0] += 1 }
        }
        search = SearchIndex(spaces)
        people = Set(spaces.flatMap { ($0.members ?? []).map(\.identity.displayName) }).filter { !$0.isEmpty }.sorted()
        positions = Dictionary(
            spaces.indices.map { (spaces[$0].id, Int32($0)) }, uniquingKeysWith: { first, _ in first })

        var names = TextTable()
        names.reserve(strings: spaces.count, bytesEach: 24)
        for space in spaces {
            names.append { key in
                NaturalKey.append(space.name, to: &key)
                key.append(TextTable.terminator)
                key.append(contentsOf: space.id.rawValue.utf8)
            }
        }
        let byName = names.sortedIndices()
        orders = Dictionary(
            uniqueKeysWithValues: Column.allCases.map { column in
                (column, Self.order(of: spaces, by: column, byName: byName))
            })
    }

    package var count: Int { spaces.count }

    /// Where a space stands in `spaces`.
    func index(of id: SpaceID) -> Int? { positions[id].map(Int.init) }

    /// Puts the new state of a space in the place of the old one. Orders and search follow when the catalog is made anew.
    mutating func replace(_ space: Space) {
        if let index = index(of: space.id) { spaces[index] = space }
    }

    /// The indices of the spaces that the query finds, in the order asked for.
    func rows(matching query: Query, in order: SortOrder, context: QueryContext) -> [Int32] {
        guard let column = orders[order.column] else { return [] }
        var indices = column.indices
        if order.isDescending {
            indices[..<column.known].reverse()
        }
        if query.isEmpty { return indices }
        let found = query.matches(spaces, index: search, context: context)
        return indices.filter { found[Int($0)] }
    }

    private static func order(of spaces: [Space], by column: Column, byName: [Int32]) -> ColumnOrder {
        guard column != .name else { return ColumnOrder(indices: byName, known: byName.count) }
        var entries: [(value: Int64, rank: Int32)] = []
        var unknown: [Int32] = []
        entries.reserveCapacity(spaces.count)
        for (rank, index) in byName.enumerated() {
            if let value = value(of: spaces[Int(index)], in: column) {
                entries.append((value, Int32(rank)))
            } else {
                unknown.append(index)
            }
        }
        entries.sort { $0.value == $1.value ? $0.rank < $1.rank : $0.value < $1.value }
        return ColumnOrder(indices: entries.map { byName[Int($0.rank)] } + unknown, known: entries.count)
    }

    /// What a column sorts by; `nil` where the server told nothing.
    private static func value(of space: Space, in column: Column) -> Int64? {
        switch column {
        case .name: nil
        case .type: Int64(SpaceType.known.firstIndex(of: space.type) ?? SpaceType.known.count)
        case .state: Int64(RowState(space).rawValue)
        case .used: space.quota?.used?.bytes
        case .quota:
            switch space.quota?.limit {
            case .bytes(let size): size.bytes
            case .unlimited: space.type == .virtual ? nil : .max
            case nil: nil
            }
        case .usage: space.quota?.usedFraction.map { Int64(($0 * 1e9).rounded()) }
        case .members: space.members.map { Int64($0.count) }
        case .modified: space.modified.map { Int64($0.timeIntervalSince1970 * 1000) }
        }
    }
}
