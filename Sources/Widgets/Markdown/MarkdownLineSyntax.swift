/// The line that opens a block of code (CommonMark §4.5).
struct MarkdownFence {
    let indent: Int
    private let sign: Character
    private let count: Int

    init?(_ line: Substring) {
        indent = line.indent
        let text = line.dropFirst(indent)
        guard indent < 4, let sign = text.first, sign == "`" || sign == "~" else { return nil }
        count = text.prefix { $0 == sign }.count
        self.sign = sign
        guard count >= 3, sign == "~" || !text.dropFirst(count).contains("`") else { return nil }
    }

    func isClosed(by line: Substring) -> Bool {
        guard line.indent < 4 else { return false }
        let text = line.trimmed
        return text.count >= count && text.allSatisfy { $0 == sign }
    }
}

/// The beginning of a point of a list (CommonMark §5.2).
struct MarkdownMarker {
    /// What tells lists apart: the bullet, or the sign after the number.
    let kind: Character
    /// The number with its sign; `nil` for a bullet.
    let number: String?
    /// The columns that what belongs to the point is indented by.
    let width: Int
    /// What follows the marker.
    let text: Substring

    init?(_ line: Substring) {
        let indent = line.indent
        guard indent < 4 else { return nil }
        var rest = line.dropFirst(indent)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count < 10 else { return nil }
        rest = rest.dropFirst(digits.count)
        guard let sign = rest.popFirst(), (digits.isEmpty ? "-*+" : ".)").contains(sign) else { return nil }
        guard rest.isEmpty || rest.first == " " else { return nil }
        kind = sign
        number = digits.isEmpty ? nil : String(digits) + String(sign)
        let blanks = rest.indent
        // Five blanks and more are one, and code.
        let gap = rest.isBlank || blanks > 4 ? 1 : blanks
        width = indent + digits.count + 1 + gap
        text = rest.dropFirst(gap)
    }
}

extension Substring {
    var isBlank: Bool { allSatisfy { $0 == " " } }

    /// The blanks at its beginning.
    var indent: Int { prefix { $0 == " " }.count }

    /// The text without at most so many blanks at its beginning.
    func dropIndent(_ most: Int) -> Substring { dropFirst(Swift.min(indent, most)) }

    var trimmed: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Three or more of `-`, `*` or `_`, and nothing else (§4.1).
    var isRule: Bool {
        guard indent < 4, let sign = trimmed.first, "-*_".contains(sign) else { return false }
        var count = 0
        for character in self where character != " " {
            if character != sign { return false }
            count += 1
        }
        return count >= 3
    }

    /// A line of signs before a heading's text (§4.2).
    var heading: (level: Int, text: Substring)? {
        guard indent < 4 else { return nil }
        let text = dropFirst(indent)
        let level = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(level)
        guard (1...6).contains(level), rest.isEmpty || rest.first == " " else { return nil }
        var title = rest.trimmed
        let closing = title.reversed().prefix { $0 == "#" }.count
        if closing > 0, title.count == closing || title.dropLast(closing).last == " " {
            title = title.dropLast(closing).trimmed
        }
        return (level, title)
    }

    /// The level of a heading whose text stands above this line (§4.3).
    var underlineLevel: Int? {
        let text = trimmed
        guard indent < 4, let sign = text.first, sign == "=" || sign == "-", text.allSatisfy({ $0 == sign }) else {
            return nil
        }
        return sign == "=" ? 1 : 2
    }

    /// What follows the sign of a quote (§5.1).
    var quoted: Substring? {
        guard indent < 4 else { return nil }
        let text = dropFirst(indent)
        guard text.first == ">" else { return nil }
        return text.dropFirst().dropIndent(1)
    }

    /// The cells of a row of a table (GitHub Flavored Markdown §4.10).
    var cells: [Substring] {
        var row = trimmed
        if row.first == "|" { row = row.dropFirst() }
        if row.last == "|" { row = row.dropLast() }
        var cells: [Substring] = []
        var start = row.startIndex
        var isEscaped = false
        for index in row.indices {
            if row[index] == "|", !isEscaped {
                cells.append(row[start..<index].trimmed)
                start = row.index(after: index)
            }
            isEscaped = row[index] == "\\" && !isEscaped
        }
        cells.append(row[start...].trimmed)
        return cells
    }

    var isTableRule: Bool {
        contains("-") && contains("|")
            && cells.allSatisfy { cell in
                cell.contains("-") && cell.allSatisfy { $0 == "-" || $0 == ":" }
            }
    }
}
