/// Documentation as Markdown.
enum Markdown {
    /// A whole page: its title, a line that says where it comes from, and the blocks.
    static func page(_ title: String, source: String, _ blocks: [Block]) -> String {
        """
        # \(title)

        <!-- Written by `make docs` from \(source): change that, not this. -->

        \(text(of: blocks))
        """
    }

    /// The blocks, each followed by a line end, with an empty line between them.
    static func text(of blocks: [Block]) -> String {
        blocks.map(text).joined(separator: "\n\n") + "\n"
    }

    private static func text(of block: Block) -> String {
        switch block {
        case .heading(let title): "## \(title)"
        case .subheading(let title): "### \(title)"
        case .text(let text): text
        case .literal(let lines): (["```yaml"] + lines + ["```"]).joined(separator: "\n")
        case .picture(let path, let alternative): "![\(alternative)](\(path))"
        case .table(let left, let right, let rows):
            (["| \(left) | \(right) |", "|---|---|"]
                + rows.map { "| \(cell($0.term)) | \(cell($0.meaning)) |" }).joined(separator: "\n")
        }
    }

    /// A bar would end the cell, even between backticks.
    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|")
    }
}
