/// What the list is sorted by: a column, and others that decide where it has the same value twice.
package struct SortOrder: Equatable, Sendable {
    /// A column and its direction.
    package struct Key: Equatable, Sendable {
        package var column: Column
        package var isDescending: Bool

        package init(_ column: Column, isDescending: Bool) {
            self.column = column
            self.isDescending = isDescending
        }

        /// The column in the direction that one looks for first.
        init(_ column: Column) { self.init(column, isDescending: column.startsDescending) }
    }

    /// What counts first.
    package private(set) var first: Key
    /// What counts where the keys before are equal; no column comes twice.
    package private(set) var others: [Key] = []

    package init(_ column: Column = .name, isDescending: Bool = false) {
        first = Key(column, isDescending: isDescending)
    }

    /// The keys in their order, each column once; `nil` where there is none.
    package init?(_ keys: [Key]) {
        guard let first = keys.first else { return nil }
        self.first = first
        for key in keys where self[key.column] == nil { others.append(key) }
    }

    package var keys: [Key] { [first] + others }
    /// The column that counts first.
    package var column: Column { first.column }
    /// Whether the first column counts downwards.
    package var isDescending: Bool { first.isDescending }

    /// The key of a column and its place, counted from one; `nil` for a column that does not count.
    package subscript(column: Column) -> (place: Int, key: Key)? {
        keys.enumerated().first { $1.column == column }.map { ($0 + 1, $1) }
    }

    /// Puts another key in the place of the first.
    mutating func replaceFirst(with key: Key) {
        first = key
        others.removeAll { $0.column == key.column }
    }

    /// Lets a column count at a place, counted from one: after the others where there are fewer.
    mutating func place(_ column: Column, at place: Int) {
        let key = self[column]?.key ?? Key(column)
        var rest = keys.filter { $0.column != column }
        rest.insert(key, at: max(0, min(place - 1, rest.count)))
        self = SortOrder(rest) ?? self
    }

    /// Lets a column count no more; without any, names count.
    mutating func remove(_ column: Column) {
        self = SortOrder(keys.filter { $0.column != column }) ?? SortOrder()
    }

    /// Turns the direction of a column round.
    mutating func reverse(_ column: Column) {
        let turned = keys.map { $0.column == column ? Key(column, isDescending: !$0.isDescending) : $0 }
        self = SortOrder(turned) ?? self
    }
}
