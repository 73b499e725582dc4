import Terminal
import TestSupport
import Testing

@testable import Widgets

/// What Markdown looks like: the expected text is what a person sees.
@Suite struct MarkdownTests {
    private func text(_ source: String, columns: Int = 40, glyphs: Glyphs = .unicode) -> String {
        MarkdownDocument(source).lines(columns: columns, glyphs: glyphs).map(\.text).joined(separator: "\n")
    }

    /// The pieces of the text that have a style, with their styles' letters.
    private func marked(_ source: String) -> String {
        let letters: [(MarkdownStyle, String)] = [
            (.heading, "H"), (.strong, "S"), (.emphasis, "E"), (.code, "C"), (.link, "L"), (.deleted, "D"),
            (.mark, "M"),
        ]
        return MarkdownDocument(source).lines(columns: 80, glyphs: .unicode).flatMap(\.spans)
            .map { span in
                let style = letters.filter { span.style.contains($0.0) }.map(\.1).joined()
                return style.isEmpty ? span.text : "\(style){\(span.text)}"
            }
            .joined()
    }

    @Test func showsEveryKindOfBlock() {
        let source = """
            # Mars

            Rovers, *orbits* and a **long** way home
            on two lines.

            1. first
            2. second
               - nested, which is too long for one line of it
               - [x] done
               - [ ] to do

            > quoted text
            > goes on

            ```sh
            make demo
              indented
            ```

            ---

            | Name | Size |
            |------|-----:|
            | a    | 1 |
            | longer | 22 |
            """
        #expect(
            text(source) == """
                Mars

                Rovers, orbits and a long way home on
                two lines.

                1. first
                2. second
                   • nested, which is too long for one
                     line of it
                   [✓] done
                   [ ] to do

                │ quoted text goes on

                  make demo
                    indented

                ────────────────────────────────────────

                Name   │ Size
                a      │ 1
                longer │ 22
                """)
    }

    @Test func showsItInASCII() {
        #expect(
            text("- a\n- [x] b\n\n> q\n\n***", columns: 10, glyphs: .ascii) == "* a\n[x] b\n\n| q\n\n----------")
    }

    @Test(
        arguments: [
            ("plain", "plain"), ("# Title #", "H{Title}"), ("Title\n===", "H{Title}"), ("#no", "#no"),
            ("a *b* c", "a E{b} c"), ("a **b** c", "a S{b} c"), ("***b***", "SE{b}"),
            ("**a *b* c**", "S{a }SE{b}S{ c}"),
            ("snake_case_name", "snake_case_name"), ("_a_", "E{a}"), ("2 * 3 * 4", "2 * 3 * 4"), ("**open", "**open"),
            ("~~gone~~", "D{gone}"), ("`a*b*`", "C{a*b*}"), ("`` a`b ``", "C{a`b}"), ("`open", "`open"),
            ("[text](https://a.org)", "L{text}M{ (https://a.org)}"),
            ("[https://a.org](https://a.org)", "L{https://a.org}"),
            ("<https://a.org>", "L{https://a.org}"), ("![Alt](i.png)", "L{Alt}M{ (i.png)}"), ("[a] (b)", "[a] (b)"),
            ("[**b**](u)", "SL{b}M{ (u)}"), ("\\*a\\*", "*a*"), ("a  \nb", "ab"), ("<b>x</b>", "<b>x</b>"), ("", ""),
        ])
    func findsMarkup(source: String, expected: String) {
        #expect(marked(source) == expected)
    }

    @Test func leavesOutATitleThatIsKnown() {
        let document = MarkdownDocument("# Mars\n\nText")
        #expect(document.withoutTitle("Mars").lines(columns: 20, glyphs: .unicode).map(\.text) == ["Text"])
        #expect(document.withoutTitle("Venus") == document)
    }

    /// Never a crash, never a line that is too wide, and every letter of the text is on the screen.
    @Test(arguments: 0..<300)
    func anyTextIsADocument(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "# ", "## ", "> ", "- ", "* ", "1. ", "12) ", "[ ] ", "[x] ", "    ", seed % 2 == 0 ? "```" : "|", "\n",
            "\n", "\n\n", "*", "**", "_",
            "~~", "`", "[", "](", ")", "![", "<", ">", "\\", "|", "|---|", "---", "===", " ", " ", "word", "漢字",
            "é\u{301}", "👩‍👩‍👧", "\u{200B}", "long-word-without-a-break-in-it", "x",
        ]
        let source = (0..<Int(random.next() % 200)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
            .joined()
        let columns = 2 + Int(random.next() % 60)
        let lines = MarkdownDocument(source).lines(columns: columns, glyphs: .unicode)
        for line in lines { #expect(CellWidth.of(line.text) <= columns, "seed \(seed), \(columns): \(line.text)") }
        let shown = lines.map(\.text).joined()
        // The line that opens a block of code names a language, which is not shown.
        guard !source.contains("```"), !source.contains("~~~") else { return }
        #expect(shown.count { $0 == "漢" } == source.count { $0 == "漢" }, "seed \(seed): \(source)")
    }

    /// Texts that are made to be slow: the time may only grow as the text does.
    @Test(arguments: ["*a ", "`", "[", "[a](", "<", ">", "- ", "**", "_a", "|", "\\", "![", "~~a", "1. ", "`` ` "])
    func hostileTextsAreBounded(piece: String) {
        let source = String(repeating: piece, count: (256 << 10) / piece.utf8.count)
        let lines = MarkdownDocument(source).lines(columns: 40, limit: 50, glyphs: .unicode)
        #expect(lines.count <= 50)
    }
}
