import Foundation
package import SpacesModel
import SpacesQuery
import Terminal

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
    private let lateOrders = LateOrders()
    private let byName: [Int32]
    private let collation: Collation
    private let search: SearchIndex
    /// The cells that nine of ten names have room in, with a sign behind them.
    let nameColumns: Int
    /// The names of all who are a member of some space, sorted.
    let people: [String]
    private let positions: [SpaceID: Int32]

    package static let empty = SpaceCatalog([])

    package init(_ spaces: [Space], collation: Collation = .plain) {
        self.spaces = spaces
        self.collation = collation
        counts = spaces.reduce(into: [:]) { counts, space in
            let state = RowState(space)
            counts[state, default: 0] += 1
            // A full or a disabled space may be orphaned as well.
            if space.isOrphaned, state != .orphaned { counts[.orphaned, default: 0] += 1 }
        }
        nameColumns = Self.nameColumns(of: spaces)
        search = SearchIndex(spaces)
        people = Set(spaces.flatMap { ($0.members ?? []).map(\.identity.displayName) }).filter { !$0.isEmpty }.sorted()
        positions = Dictionary(
            spaces.indices.map { (spaces[$0].id, Int32($0)) }, uniquingKeysWith: { first, _ in first })

        var names = TextTable()
        names.reserve(strings: spaces.count, bytesEach: 24)
        for space in spaces {
            names.append { key in
                NaturalKey.append(space.name, to: &key, collation: collation)
                key.append(TextTable.terminator)
                // Names that differ in case and accents alone have an order, too.
                key.append(contentsOf: space.name.utf8)
                key.append(TextTable.terminator)
                key.append(contentsOf: space.id.rawValue.utf8)
            }
        }
        let byName = names.sortedIndices()
        self.byName = byName
        var orders = [Column.name: ColumnOrder(known: byName, isNew: ColumnOrder.beginnings(byName, in: names))]
        for column in Column.allCases where !column.isText {
            orders[column] = ColumnOrder(spaces, byName: byName) { Self.value(of: $0, in: column) }
        }
        self.orders = orders
    }

    package var count: Int { spaces.count }

    /// Where a space stands in `spaces`.
    func index(of id: SpaceID) -> Int? { positions[id].map(Int.init) }

    /// Puts the new state of a space in the place of the old one. Orders and search follow when the catalog is made anew.
    mutating func replace(_ space: Space) {
        if let index = index(of: space.id) { spaces[index] = space }
    }

    /// The indices of the spaces that the query finds, in the order asked for. Expressions take steps off `steps`.
    /// - Throws: `OutOfSteps` where they do not suffice.
    func rows(
        matching query: Query, in order: SortOrder, context: QueryContext, steps: inout Int
    ) throws(OutOfSteps) -> [Int32] {
        // The last key first: each one before it keeps what the later ones did among its equals.
        let last = order.others.last ?? order.first
        var indices = self.order(of: last.column).indices(isDescending: last.isDescending)
        for key in order.keys.dropLast().reversed() {
            indices = self.order(of: key.column).sorting(indices, isDescending: key.isDescending)
        }
        if query.isEmpty { return indices }
        let found = try query.matches(spaces, index: search, context: context, steps: &steps)
        return indices.filter { found[Int($0)] }
    }

    private func order(of column: Column) -> ColumnOrder {
        orders[column]
            ?? lateOrders.order(of: column) {
                ColumnOrder(spaces, byName: byName, collation: collation) { $0.text(of: column) ?? "" }
            }
    }

    /// Of many spaces a part tells as much as all. In steps, so that the columns stand still when one name changes.
    private static func nameColumns(of spaces: [Space]) -> Int {
        let part = stride(from: 0, to: spaces.count, by: max(1, spaces.count / 1000))
        let widths = part.map { CellWidth.of(spaces[$0].name) }.sorted()
        guard !widths.isEmpty else { return 0 }
        return (widths[widths.count * 9 / 10] + 2 + 3) / 4 * 4
    }

    /// What a column sorts by; `nil` where the server told nothing.
    private static func value(of space: Space, in column: Column) -> Int64? {
        switch column {
        case .name, .managers, .owner, .subtitle, .alias, .id: nil
        case .type: Int64(SpaceType.known.firstIndex(of: space.type) ?? SpaceType.known.count)
        case .state: Int64(RowState(space).rawValue)
        case .used: space.quota?.used?.bytes
        case .quota:
            switch space.quota?.limit {
            case .bytes(let size): size.bytes
            case .unlimited: space.type == .virtual ? nil : .max
            case nil: nil
            }
        case .remaining:
            space.quota?.limit == .unlimited
                ? (space.type == .virtual ? nil : .max) : space.quota?.remaining.map { min($0.bytes, .max - 1) }
        case .usage: space.quota?.usedFraction.map { Int64(min($0 * 1e9, 9e18).rounded()) }
        case .members: space.memberCount.map { Int64($0) }
        case .modified: space.modified.map { Int64($0.timeIntervalSince1970 * 1000) }
        }
    }
}

extension Space {
    /// What a column of texts shows; `nil` for other columns.
    func text(of column: Column) -> String? {
        switch column {
        case .name: name
        case .managers: (members ?? []).filter { $0.role == .manager }.map(\.identity.shownName).joined(separator: ", ")
        case .owner: owner.map { $0.displayName.isEmpty ? $0.id : $0.displayName } ?? ""
        case .subtitle: subtitle
        case .alias: alias
        case .id: id.rawValue
        default: nil
        }
    }
}
