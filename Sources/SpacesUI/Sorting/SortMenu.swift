/// The dialog that chooses what the list is sorted by: what it changes is seen at once.
package struct SortMenu: Equatable, Sendable {
    /// The order as it was, for whoever leaves without keeping.
    package let before: SortOrder
    /// The columns to choose from, those that are shown first; they do not move while the menu is open.
    package let columns: [Column]
    /// The row under the cursor.
    package internal(set) var cursor: Int

    /// Begins on the column that counts first.
    package init(before: SortOrder, columns: [Column]) {
        self.before = before
        self.columns = columns
        cursor = columns.firstIndex(of: before.column) ?? 0
    }

    /// The column under the cursor.
    package var selected: Column { columns.indices.contains(cursor) ? columns[cursor] : .name }
}
