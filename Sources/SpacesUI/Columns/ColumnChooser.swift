/// The dialog that chooses the columns of the list: what it changes is seen at once.
package struct ColumnChooser: Equatable, Sendable {
    /// The columns as they were, for whoever leaves without keeping.
    package let before: ColumnArrangement
    /// The row under the cursor.
    package internal(set) var cursor = 0

    package init(before: ColumnArrangement) {
        self.before = before
    }
}
