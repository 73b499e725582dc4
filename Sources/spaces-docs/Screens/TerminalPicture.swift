import Terminal

/// A screen as a picture: the cells of a buffer, drawn as a terminal shows them.
struct TerminalPicture {
    let buffer: Buffer
    /// Where the terminal's cursor is to be seen.
    let cursor: Point?
    let colors: TerminalColors
    /// Whether the terminal knows no other characters than ASCII.
    let isASCII: Bool
    /// What the picture shows, for those who cannot see it.
    let title: String

    private typealias Grid = CellGrid

    /// The picture; the same screen makes the same text.
    var svg: String {
        var grounds = PathsByColor()
        var fills = PathsByColor()
        var strokes = PathsByColor()
        var dots = PathsByColor()
        var text = TextRuns()
        for row in 0..<buffer.size.rows {
            for run in runs(in: row, by: { ground(of: $0) }) {
                guard let ground = run.value else { continue }
                grounds.add(rectangle(run.columns, row), ground)
            }
            for run in runs(in: row, by: { shape(of: $0) }) {
                guard let (shape, color) = run.value.map({ ($0.shape, $0.color) }) else { continue }
                switch shape {
                case .bar(let eighths, let opacity):
                    let ground = colors.shown(cell(run.columns.lowerBound, row).style).background ?? colors.background
                    fills.add(bar(run.columns, row, eighths: eighths), color.over(ground, opacity: opacity))
                case .horizontal:
                    let (x, y) = corner(run.columns.lowerBound, row)
                    strokes.add("M\(x) \(y + Grid.height / 2)h\(run.columns.count * Grid.width)", color)
                case .dot:
                    let (x, y) = corner(run.columns.lowerBound, row)
                    dots.add(
                        "M\(x + Grid.width / 2) \(y + Grid.height / 2)h\((run.columns.count - 1) * Grid.width)", color)
                case .stroke(let path): place(path, run.columns, row, color, into: &strokes)
                case .filled(let path): place(path, run.columns, row, color, into: &fills)
                case .vertical: break
                }
            }
            for run in runs(in: row, by: { underline(of: $0) }) {
                guard let color = run.value else { continue }
                let (x, y) = corner(run.columns.lowerBound, row)
                strokes.add("M\(x) \(y + Grid.baseline + 3)h\(run.columns.count * Grid.width)", color)
            }
            for column in 0..<buffer.size.columns {
                let cell = cell(column, row)
                guard cell.glyph != .blank, cell.width > 0, Shape(cell.glyph.character) == nil else { continue }
                let attributes = cell.style.attributes
                let ink = TextRuns.Ink(
                    color: colors.shown(cell.style).foreground, isBold: attributes.contains(.bold),
                    isItalic: attributes.contains(.italic))
                text.add(cell, ink: ink, column: column, row: row)
            }
            text.finish(row: row)
        }
        addVerticals(to: &strokes)
        return frame(
            styles: text.styles,
            grounds.elements("fill") + fills.elements("fill")
                + strokes.elements("stroke", also: " fill=\"none\" stroke-width=\"1.3\"")
                + dots.elements(
                    "stroke", also: " stroke-width=\"2\" stroke-linecap=\"round\" stroke-dasharray=\"0 10\"")
                + cursorElement + text.svg)
    }

    // MARK: Cells

    private func cell(_ column: Int, _ row: Int) -> Cell {
        var cell = buffer[column, row]
        if isASCII { cell.glyph = Glyph(ASCIIGlyph.standing(for: cell.glyph.character)) }
        return cell
    }

    private func corner(_ column: Int, _ row: Int) -> (x: Int, y: Int) { (column * Grid.width, row * Grid.height) }

    private struct DrawnShape: Equatable {
        let shape: Shape
        let color: TerminalColors.RGB
    }

    private func shape(of cell: Cell) -> DrawnShape? {
        Shape(cell.glyph.character).map { DrawnShape(shape: $0, color: colors.shown(cell.style).foreground) }
    }

    /// What is painted behind a cell; a full bar covers it.
    private func ground(of cell: Cell) -> TerminalColors.RGB? {
        if case .bar(eighths: 8, _) = Shape(cell.glyph.character) { return nil }
        return colors.shown(cell.style).background
    }

    private func underline(of cell: Cell) -> TerminalColors.RGB? {
        cell.style.attributes.contains(.underline) ? colors.shown(cell.style).foreground : nil
    }

    /// The columns of a row in stretches that have something in common.
    private func runs<Value: Equatable>(in row: Int, by value: (Cell) -> Value) -> [(columns: Range<Int>, value: Value)]
    {
        var runs: [(columns: Range<Int>, value: Value)] = []
        for column in 0..<buffer.size.columns {
            let value = value(cell(column, row))
            if let last = runs.last, last.value == value {
                runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
                runs.append((column..<column + 1, value))
            }
        }
        return runs
    }

    // MARK: Paths

    private func rectangle(_ columns: Range<Int>, _ row: Int) -> String {
        let (x, y) = corner(columns.lowerBound, row)
        let width = columns.count * Grid.width
        return "M\(x) \(y)h\(width)v\(Grid.height)h-\(width)z"
    }

    /// A gauge leaves a little room above and below, as lines of text do.
    private func bar(_ columns: Range<Int>, _ row: Int, eighths: Int) -> String {
        let (x, y) = corner(columns.lowerBound, row)
        if eighths == 8 { return "M\(x) \(y + 3)h\(columns.count * Grid.width)v14h-\(columns.count * Grid.width)z" }
        let width = Grid.text(Double(eighths * Grid.width) / 8)
        return columns.map { "M\($0 * Grid.width) \(y + 3)h\(width)v14h-\(width)z" }.joined()
    }

    private func place(
        _ path: String, _ columns: Range<Int>, _ row: Int, _ color: TerminalColors.RGB, into paths: inout PathsByColor
    ) {
        for column in columns {
            let (x, y) = corner(column, row)
            paths.add("M\(x) \(y)" + path, color)
        }
    }

    /// Vertical lines go over all of their rows in one piece.
    private func addVerticals(to strokes: inout PathsByColor) {
        for column in 0..<buffer.size.columns {
            var row = 0
            while row < buffer.size.rows {
                guard let drawn = shape(of: cell(column, row)), drawn.shape == .vertical else {
                    row += 1
                    continue
                }
                let first = row
                while row < buffer.size.rows, shape(of: cell(column, row)) == drawn { row += 1 }
                let (x, y) = corner(column, first)
                strokes.add("M\(x + Grid.width / 2) \(y)v\((row - first) * Grid.height)", drawn.color)
            }
        }
    }

    private var cursorElement: [String] {
        guard let cursor else { return [] }
        let (x, y) = corner(cursor.column, cursor.row)
        let size = "width=\"\(Grid.width)\" height=\"\(Grid.height - 2)\""
        return [
            "<rect x=\"\(x)\" y=\"\(y)\" \(size) rx=\"1\" fill=\"\(colors.foreground.hexadecimal)\" opacity=\".55\"/>"
        ]
    }

    /// The terminal around the cells.
    private func frame(styles: String, _ elements: [String]) -> String {
        let width = buffer.size.columns * Grid.width + 2 * Grid.margin
        let height = buffer.size.rows * Grid.height + 2 * Grid.margin
        let fonts =
            "ui-monospace,'SF Mono',Menlo,'Cascadia Mono','DejaVu Sans Mono','Liberation Mono',Consolas,monospace"
        let head = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" "
                + "height=\"\(height)\" role=\"img\" font-family=\"\(fonts)\" font-size=\"\(Grid.text(Grid.fontSize))\">",
            "<title>\(TextRuns.escaped(title))</title>",
            "<style>\(styles)</style>",
            "<rect x=\".5\" y=\".5\" width=\"\(width - 1)\" height=\"\(height - 1)\" rx=\"12\" "
                + "fill=\"\(colors.background.hexadecimal)\" stroke=\"\(colors.edge.hexadecimal)\"/>",
            "<g transform=\"translate(\(Grid.margin) \(Grid.margin))\">",
        ]
        return (head + elements + ["</g>", "</svg>"]).joined(separator: "\n") + "\n"
    }
}
