extension Buffer {
    /// A cell that differs from what is shown.
    package struct Change {
        package var column: Int
        package var row: Int
        package var cell: Cell
        /// Whether the cell stands between two visible ones of its own look, as a space between words does.
        package var isInner: Bool
    }

    /// Calls `body` with the cells that differ from those of a frame of the same size, row by row, left to right.
    package func forEachChange(since shown: Buffer, _ body: (Change) -> Void) {
        guard size == shown.size else { return }
        cells.withUnsafeBufferPointer { after in
            shown.cells.withUnsafeBufferPointer { before in
                for index in after.indices where after[index] != before[index] {
                    let (row, column) = index.quotientAndRemainder(dividingBy: size.columns)
                    var isInner = false
                    if column > 0, column + 1 < size.columns {
                        let (left, right) = (after[index - 1], after[index + 1])
                        let look = after[index].style
                        isInner =
                            left.style == look && right.style == look && left.glyph != .blank && right.glyph != .blank
                    }
                    body(Change(column: column, row: row, cell: after[index], isInner: isInner))
                }
            }
        }
    }
}
