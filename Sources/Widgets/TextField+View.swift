package import Terminal

extension TextField {
    /// Draws the field in one row and returns where its cursor is.
    ///
    /// A text that is wider than the field moves by half a field at a time: the cursor is always inside, and most keys
    /// change only the cells at the cursor.
    @discardableResult
    package func draw(
        into buffer: inout Buffer, column: Int, row: Int, columns: Int, style: Style, placeholderStyle: Style
    ) -> Point {
        guard columns > 0 else { return Point(column: column, row: row) }
        buffer.fill(Rect(column: column, row: row, columns: columns, rows: 1), style: style)
        if isEmpty {
            buffer.write(placeholder, column: column, row: row, style: placeholderStyle, limit: columns)
            return Point(column: column, row: row)
        }

        let cursorStart = characters[..<place].reduce(0) { $0 + width(of: $1) }
        let beneath = place < characters.count ? width(of: characters[place]) : 1
        let offset = Self.offset(cursorEnd: cursorStart + max(1, beneath), columns: columns)
        var at = 0
        for character in characters {
            let width = width(of: character)
            if at >= offset + columns { break }
            // A wide character that is cut by the left edge leaves a blank.
            if at >= offset {
                buffer.write(
                    shown(character), column: column + at - offset, row: row, style: style,
                    limit: columns - (at - offset))
            }
            at += width
        }
        return Point(column: column + max(0, cursorStart - offset), row: row)
    }

    /// The cells of the text that are left of the field.
    private static func offset(cursorEnd: Int, columns: Int) -> Int {
        let step = max(1, columns / 2)
        let hidden = max(0, cursorEnd - columns)
        return (hidden + step - 1) / step * step
    }

    private func width(of character: Character) -> Int {
        isSecret ? 1 : CellWidth.of(character)
    }

    private func shown(_ character: Character) -> String {
        isSecret ? "*" : String(character)
    }
}
