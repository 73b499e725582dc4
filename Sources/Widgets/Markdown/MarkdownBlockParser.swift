/// Takes a text apart into blocks, line by line (CommonMark 0.31, §4 and §5).
struct MarkdownBlockParser {
    private let lines: [Substring]
    private let depth: Int
    private var at = 0

    /// Quotes and lists within one another; what is deeper is shown as text.
    private static let deepest = 8

    init(lines: [Substring], depth: Int) {
        self.lines = lines
        self.depth = depth
    }

    func blocks() -> [MarkdownBlock] {
        var parser = self
        var blocks: [MarkdownBlock] = []
        while parser.at < parser.lines.count {
            if let block = parser.next() { blocks.append(block) }
        }
        return blocks
    }

    private mutating func next() -> MarkdownBlock? {
        let line = lines[at]
        if line.isBlank {
            at += 1
            return nil
        }
        if let fence = MarkdownFence(line) { return code(after: fence) }
        if line.indent >= 4 { return indentedCode() }
        if line.isRule {
            at += 1
            return .rule
        }
        if let (level, text) = line.heading {
            at += 1
            return .heading(level: level, MarkdownInlineParser.spans(of: text))
        }
        if depth < Self.deepest {
            if line.quoted != nil { return quote() }
            if MarkdownMarker(line) != nil { return list() }
        }
        return table() ?? paragraph()
    }

    private mutating func code(after fence: MarkdownFence) -> MarkdownBlock {
        at += 1
        var text: [String] = []
        while at < lines.count {
            let line = lines[at]
            at += 1
            if fence.isClosed(by: line) { break }
            text.append(String(line.dropIndent(fence.indent)))
        }
        return .code(text)
    }

    private mutating func indentedCode() -> MarkdownBlock {
        var text: [String] = []
        while at < lines.count, lines[at].indent >= 4 || lines[at].isBlank {
            text.append(String(lines[at].dropIndent(4)))
            at += 1
        }
        while text.last?.allSatisfy({ $0 == " " }) == true { text.removeLast() }
        return .code(text)
    }

    private mutating func quote() -> MarkdownBlock {
        var inner: [Substring] = []
        var mayGoOn = false
        while at < lines.count {
            if let text = lines[at].quoted {
                inner.append(text)
                mayGoOn = !text.isBlank
            } else if mayGoOn, !lines[at].isBlank, !startsBlock(lines[at]) {
                inner.append(lines[at])
            } else {
                break
            }
            at += 1
        }
        return .quote(MarkdownBlockParser(lines: inner, depth: depth + 1).blocks())
    }

    private mutating func list() -> MarkdownBlock {
        var items: [MarkdownItem] = []
        var kind: Character?
        while at < lines.count, let marker = MarkdownMarker(lines[at]), kind == nil || kind == marker.kind {
            if lines[at].isRule { break }
            kind = marker.kind
            var inner = [marker.text]
            at += 1
            while at < lines.count {
                let line = lines[at]
                if line.isBlank {
                    // A blank line belongs to the item when more of it follows.
                    guard let next = lines[at...].first(where: { !$0.isBlank }), next.indent >= marker.width else {
                        break
                    }
                } else if line.indent < marker.width {
                    // Text that goes on without an indent still belongs to the paragraph before.
                    guard let last = inner.last, !last.isBlank, !startsBlock(line) else { break }
                }
                inner.append(line.dropIndent(marker.width))
                at += 1
            }
            while at < lines.count, lines[at].isBlank { at += 1 }
            items.append(item(marker, inner))
        }
        return .list(items)
    }

    private func item(_ marker: MarkdownMarker, _ lines: [Substring]) -> MarkdownItem {
        var lines = lines
        var kind = marker.number.map { MarkdownItem.Marker.number($0) } ?? .bullet
        for (box, isDone) in [("[ ] ", false), ("[x] ", true), ("[X] ", true)] where lines[0].hasPrefix(box) {
            lines[0] = lines[0].dropFirst(box.count)
            kind = .task(isDone: isDone)
        }
        return MarkdownItem(marker: kind, blocks: MarkdownBlockParser(lines: lines, depth: depth + 1).blocks())
    }

    /// A row of cells, a row of dashes, and more rows of cells.
    private mutating func table() -> MarkdownBlock? {
        guard at + 1 < lines.count, lines[at].contains("|"), lines[at + 1].isTableRule else { return nil }
        let columns = lines[at].cells.count
        guard lines[at + 1].cells.count == columns else { return nil }
        var rows = [lines[at].cells]
        at += 2
        while at < lines.count, !lines[at].isBlank, lines[at].contains("|") {
            rows.append(lines[at].cells)
            at += 1
        }
        return .table(rows.map { $0.map(MarkdownInlineParser.spans) })
    }

    private mutating func paragraph() -> MarkdownBlock {
        var text = String(lines[at].trimmed)
        var hasBreak = lines[at].hasSuffix("  ") || lines[at].hasSuffix("\\")
        at += 1
        while at < lines.count, !lines[at].isBlank {
            if let level = lines[at].underlineLevel {
                at += 1
                return .heading(level: level, MarkdownInlineParser.spans(of: text))
            }
            if startsBlock(lines[at]) { break }
            if text.hasSuffix("\\") { text.removeLast() }
            text += (hasBreak ? "\n" : " ") + lines[at].trimmed
            hasBreak = lines[at].hasSuffix("  ") || lines[at].hasSuffix("\\")
            at += 1
        }
        return .paragraph(MarkdownInlineParser.spans(of: text))
    }

    /// Whether a line ends the paragraph before it.
    private func startsBlock(_ line: Substring) -> Bool {
        if MarkdownFence(line) != nil || line.heading != nil || line.isRule { return true }
        guard depth < Self.deepest else { return false }
        return line.quoted != nil || MarkdownMarker(line).map { !$0.text.isBlank } ?? false
    }
}
