import Terminal

/// Lays blocks out in lines.
struct MarkdownLayout {
    let glyphs: Glyphs
    let limit: Int
    private(set) var lines: [MarkdownLine] = []

    init(glyphs: Glyphs, limit: Int) {
        self.glyphs = glyphs
        self.limit = limit
    }

    /// Adds blocks with a blank line between them; `first` stands before the first line, `rest` before the others.
    mutating func add(
        _ blocks: [MarkdownBlock], columns: Int, first: [MarkdownSpan], rest: [MarkdownSpan], isTight: Bool = false
    ) {
        if blocks.isEmpty { lines.append(MarkdownLine(first)) }
        for (index, block) in blocks.enumerated() {
            guard lines.count < limit else { return }
            if index > 0, !isTight { lines.append(MarkdownLine(rest)) }
            add(block, columns: columns, first: index == 0 ? first : rest, rest: rest)
        }
    }

    private mutating func add(_ block: MarkdownBlock, columns: Int, first: [MarkdownSpan], rest: [MarkdownSpan]) {
        switch block {
        case .heading(_, let spans):
            append(spans.map { MarkdownSpan($0.text, $0.style.union(.heading)) }, columns, first, rest)
        case .paragraph(let spans): append(spans, columns, first, rest)
        case .rule:
            let line = String(repeating: glyphs.horizontal, count: max(0, columns - Self.width(of: first)))
            lines.append(MarkdownLine(first + [MarkdownSpan(line, .mark)]))
        case .code(let text):
            let bar = [MarkdownSpan("  ")]
            for (index, line) in text.enumerated() {
                guard lines.count < limit else { return }
                append(
                    [MarkdownSpan(line, .code)], columns, (index == 0 ? first : rest) + bar, rest + bar,
                    breaksAnywhere: true)
            }
        case .quote(let blocks):
            let bar = [MarkdownSpan("\(glyphs.vertical) ", .mark)]
            add(blocks, columns: columns, first: first + bar, rest: rest + bar)
        case .list(let items):
            for (index, item) in items.enumerated() {
                guard lines.count < limit else { return }
                let marker = text(of: item.marker)
                let blank = MarkdownSpan(String(repeating: " ", count: CellWidth.of(marker)))
                let isTight = item.blocks.dropFirst().allSatisfy { if case .list = $0 { true } else { false } }
                add(
                    item.blocks, columns: columns,
                    first: (index == 0 ? first : rest) + [MarkdownSpan(marker, .mark)], rest: rest + [blank],
                    isTight: isTight)
            }
        case .table(let rows): addTable(rows, columns: columns, first: first, rest: rest)
        }
    }

    private func text(of marker: MarkdownItem.Marker) -> String {
        switch marker {
        case .bullet: "\(glyphs.mark) "
        case .number(let number): number + " "
        case .task(let isDone): (isDone ? glyphs.checked : glyphs.unchecked) + " "
        }
    }

    /// Cells below one another where the table fits, else after one another.
    private mutating func addTable(
        _ rows: [[[MarkdownSpan]]], columns: Int, first: [MarkdownSpan], rest: [MarkdownSpan]
    ) {
        let count = rows.map(\.count).max() ?? 0
        var widths = [Int](repeating: 0, count: count)
        for row in rows {
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], Self.width(of: cell)) }
        }
        let fits = widths.reduce(0) { $0 + $1 + 3 } - 3 <= columns - Self.width(of: rest)
        for (index, row) in rows.enumerated() {
            guard lines.count < limit else { return }
            var spans: [MarkdownSpan] = []
            for (column, cell) in row.enumerated() {
                if column > 0 { spans.append(MarkdownSpan(" \(glyphs.vertical) ", .mark)) }
                spans += index == 0 ? cell.map { MarkdownSpan($0.text, $0.style.union(.strong)) } : cell
                if fits, column + 1 < row.count {
                    let blanks = widths[column] - Self.width(of: cell)
                    spans.append(MarkdownSpan(String(repeating: " ", count: blanks)))
                }
            }
            append(spans, columns, index == 0 ? first : rest, rest, breaksAnywhere: fits)
        }
    }

    private mutating func append(
        _ spans: [MarkdownSpan], _ columns: Int, _ first: [MarkdownSpan], _ rest: [MarkdownSpan],
        breaksAnywhere: Bool = false
    ) {
        var wrapping = MarkdownWrapping(
            columns: columns, first: first, rest: rest, breaksAnywhere: breaksAnywhere, limit: limit - lines.count)
        for span in spans { wrapping.add(span) }
        lines += wrapping.finish()
    }

    static func width(of spans: [MarkdownSpan]) -> Int { spans.reduce(0) { $0 + CellWidth.of($1.text) } }
}
