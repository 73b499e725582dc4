import SpacesUI

/// The columns of the list, from the table of columns.
enum ColumnsPage {
    static var markdown: String {
        Markdown.page("Columns of the list", source: "`Sources/SpacesUI/SpaceList/Column.swift`", blocks)
    }

    static var blocks: [Block] {
        [
            table,
            .text(
                "A narrow screen shows as many columns as fit beside a readable name, the more important ones first; the "
                    + "column that the list is sorted by is always shown. \(names(of: .sortByPrevious)) and "
                    + "\(names(of: .sortByNext)) choose that column, \(names(of: .invertSort)) turns the order round. Names "
                    + "sort as people read them: without regard to case and accents, and \"Space 2\" before \"Space 10\". "
                    + "What the server does not tell comes last in either direction."),
        ]
    }

    static var table: Block {
        .table("Column", "What it shows", Column.allCases.map { ("`\($0.title)`", $0.summary) })
    }

    private static func names(of command: Command) -> String { "`\(Keymap.standard.name(of: command))`" }
}
