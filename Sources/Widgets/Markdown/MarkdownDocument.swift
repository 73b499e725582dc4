/// A text in Markdown as a terminal shows it: the part of CommonMark that readmes use, and tables and tasks of GitHub's.
///
/// Any text is a document: what is no markup, or is nested too deeply, is shown as it stands. The text has to be safe to
/// show already. The work is linear in the text, whatever it holds. Source: CommonMark 0.31.
package struct MarkdownDocument: Equatable, Sendable {
    let blocks: [MarkdownBlock]

    package init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Substring($0.replacing("\t", with: "    ")) }
        blocks = MarkdownBlockParser(lines: lines, depth: 0).blocks()
    }

    /// True when there is nothing to show.
    package var isEmpty: Bool { blocks.isEmpty }

    /// The document without a first heading that says no more than this.
    package func withoutTitle(_ title: String) -> MarkdownDocument {
        guard case .heading(_, let spans)? = blocks.first, spans.map(\.text).joined() == title else { return self }
        return MarkdownDocument(blocks: Array(blocks.dropFirst()))
    }

    private init(blocks: [MarkdownBlock]) {
        self.blocks = blocks
    }

    /// The lines of the document, none wider than `columns`, and no more of them than `limit`.
    package func lines(columns: Int, limit: Int = .max, glyphs: Glyphs) -> [MarkdownLine] {
        var layout = MarkdownLayout(glyphs: glyphs, limit: limit)
        layout.add(blocks, columns: columns, first: [], rest: [])
        return Array(layout.lines.prefix(limit))
    }
}

/// What a piece of text is, for the one who draws it.
package struct MarkdownStyle: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let strong = MarkdownStyle(rawValue: 1)
    package static let emphasis = MarkdownStyle(rawValue: 2)
    package static let code = MarkdownStyle(rawValue: 4)
    package static let link = MarkdownStyle(rawValue: 8)
    package static let heading = MarkdownStyle(rawValue: 16)
    /// Struck out.
    package static let deleted = MarkdownStyle(rawValue: 32)
    /// Bullets, bars, rules and addresses: what stands beside the text.
    package static let mark = MarkdownStyle(rawValue: 64)
}

/// A piece of text that looks alike.
package struct MarkdownSpan: Equatable, Sendable {
    package var text: String
    package var style: MarkdownStyle

    package init(_ text: String, _ style: MarkdownStyle = []) {
        self.text = text
        self.style = style
    }
}

/// A line as it is shown.
package struct MarkdownLine: Equatable, Sendable {
    package var spans: [MarkdownSpan]

    package init(_ spans: [MarkdownSpan] = []) {
        self.spans = spans
    }

    package var text: String { spans.map(\.text).joined() }
}

/// A part of a document that begins on a line of its own.
indirect enum MarkdownBlock: Equatable, Sendable {
    case heading(level: Int, [MarkdownSpan])
    case paragraph([MarkdownSpan])
    case code([String])
    case quote([MarkdownBlock])
    case list([MarkdownItem])
    case rule
    /// Rows of cells; the first row is the heading.
    case table([[[MarkdownSpan]]])
}

/// A point of a list.
struct MarkdownItem: Equatable, Sendable {
    enum Marker: Equatable, Sendable {
        case bullet
        case number(String)
        case task(isDone: Bool)
    }

    var marker: Marker
    var blocks: [MarkdownBlock]
}
