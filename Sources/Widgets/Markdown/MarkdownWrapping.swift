import Terminal

/// Breaks the spans of one block into lines, between words where there are any.
struct MarkdownWrapping {
    private let columns: Int
    private let rest: [MarkdownSpan]
    private let breaksAnywhere: Bool
    private let limit: Int
    private var lines: [MarkdownLine] = []
    private var line: [MarkdownSpan]
    private var used: Int
    /// The columns of what stands before the text of the line.
    private var start: Int
    private var word: [MarkdownSpan] = []
    private var wordColumns = 0
    /// The style of the blank between the line and the word.
    private var blank: MarkdownStyle?

    init(columns: Int, first: [MarkdownSpan], rest: [MarkdownSpan], breaksAnywhere: Bool, limit: Int) {
        self.columns = max(0, columns)
        // Where marks leave no room for text there are none.
        let isRoomy = max(MarkdownLayout.width(of: first), MarkdownLayout.width(of: rest)) + 4 <= columns
        self.rest = isRoomy ? rest : []
        self.breaksAnywhere = breaksAnywhere
        self.limit = limit
        line = isRoomy ? first : []
        used = MarkdownLayout.width(of: line)
        start = used
    }

    mutating func add(_ span: MarkdownSpan) {
        for character in span.text {
            if lines.count >= limit { return }
            switch character {
            case "\n":
                endWord()
                endLine()
            case " " where !breaksAnywhere:
                endWord()
                if used > start { blank = span.style }
            default: add(character, span.style)
            }
        }
    }

    mutating func finish() -> [MarkdownLine] {
        endWord()
        endLine()
        return lines
    }

    private mutating func add(_ character: Character, _ style: MarkdownStyle) {
        let width = CellWidth.of(character)
        // A character that no line can hold.
        if width > columns - MarkdownLayout.width(of: rest) { return }
        if breaksAnywhere {
            if used + width > columns { endLine() }
            Self.append(String(character), style, to: &line)
            used += width
            return
        }
        let room = columns - MarkdownLayout.width(of: rest)
        if wordColumns + width > room { endWord() }
        Self.append(String(character), style, to: &word)
        wordColumns += width
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        if used > start, used + (blank == nil ? 0 : 1) + wordColumns > columns {
            endLine()
        } else if let blank {
            Self.append(" ", blank, to: &line)
            used += 1
        }
        for span in word { Self.append(span.text, span.style, to: &line) }
        used += wordColumns
        (word, wordColumns, blank) = ([], 0, nil)
    }

    private mutating func endLine() {
        lines.append(MarkdownLine(line))
        line = rest
        used = MarkdownLayout.width(of: rest)
        start = used
        blank = nil
    }

    private static func append(_ text: String, _ style: MarkdownStyle, to spans: inout [MarkdownSpan]) {
        if let last = spans.indices.last, spans[last].style == style {
            spans[last].text += text
        } else {
            spans.append(MarkdownSpan(text, style))
        }
    }
}
