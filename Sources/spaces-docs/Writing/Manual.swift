/// Documentation as a manual page, in the classic macros that every `man` knows.
enum Manual {
    /// A whole page; `section` is the number of the part of the manual that it belongs to.
    static func page(_ name: String, section: Int, version: String, _ blocks: [Block]) -> String {
        let head = [
            ".\\\" Written by `make docs`: change the tables in the code, not this.",
            ".TH \(name.uppercased().replacing("-", with: "\\-")) \(section) \"\" \"\(version)\" \"\"",
        ]
        var lines = head
        var isAfterHeading = false
        for block in blocks {
            // A heading begins a paragraph by itself.
            lines += self.lines(of: block).drop { isAfterHeading && $0 == ".PP" }
            isAfterHeading = block.isHeading
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of block: Block) -> [String] {
        switch block {
        case .heading(let title): [".SH " + title.uppercased()]
        case .subheading(let title): [".SS " + escaped(title)]
        case .text(let text): [".PP", inline(text)]
        case .literal(let lines): [".PP", ".RS 4", ".nf"] + lines.map { guarded(literal($0)) } + [".fi", ".RE"]
        case .picture: []
        case .table(_, _, let rows): rows.flatMap { [".TP", inline($0.term), inline($0.meaning)] }
        }
    }

    /// A text, a sentence a line, with what stands between backticks in bold letters.
    private static func inline(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        let marked = parts.enumerated().map { index, part in
            index % 2 == 0
                ? escaped(String(part)).replacing(". ", with: ".\n") : "\\fB" + literal(String(part)) + "\\fR"
        }
        return marked.joined().split(separator: "\n").map { guarded(String($0)) }.joined(separator: "\n")
    }

    /// Every formatter knows ASCII; other characters are given by their numbers.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            if scalar == "\\" { return "\\e" }
            if scalar.isASCII { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        }.joined()
    }

    /// Text to be copied: characters that a formatter would replace by prettier ones stay as they are.
    private static func literal(_ text: String) -> String {
        escaped(text).replacing("-", with: "\\-").replacing("^", with: "\\(ha").replacing("~", with: "\\(ti")
            .replacing("'", with: "\\(aq").replacing("`", with: "\\(ga")
    }

    /// A line that begins with a dot or an apostrophe would be taken for a macro.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
