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
                "The columns down to `MODIFIED` are shown unless others are chosen. A narrow screen shows as many as fit beside a "
                    + "readable name, the more important ones first; the column that the list is sorted by is always shown. "
                    + "Where not all fit, the row of headings has a sign at the right (`›`, in ASCII `>`) and one at the left: "
                    + "\(names(of: .panRight)) and \(names(of: .panLeft)) move the columns, and the name stays. "
                    + "\(names(of: .chooseColumns)) chooses columns, their order and their width."),
            .text(
                "\(names(of: .sortByPrevious)) and \(names(of: .sortByNext)) choose the column to sort by, "
                    + "\(names(of: .invertSort)) turns the order round. \(names(of: .chooseOrder)) opens a menu for several "
                    + "columns at once: where the first has the same value twice, the second decides, and so on; the headings "
                    + "then have numbers, `USED▼1 NAME ▲2`. Names and other texts sort as people read them: without regard to "
                    + "case and accents, \"Space 2\" before \"Space 10\", and with the letters that a language has of its own "
                    + "where that language (`LC_ALL`, `LC_COLLATE`, `LANG`) has them: Swedish `ö` after `z`. What the server does "
                    + "not tell comes last in either direction."),
            .text(
                "\(names(of: .togglePin)) pins a space: it stays at the top in every order, and the filter `pinned:` finds it. "
                    + "Columns, order, pins and the last fifty filters are remembered for each profile in "
                    + "`~/.local/state/spaces/lists`."),
            .text(
                "\(names(of: .showViews)) saves filter, order and columns under a name, as a view; the keys `1` to `9` apply those "
                    + "with a number, `0` goes back to the list without a view, and `spaces --view NAME` begins with one. They lie in "
                    + "`~/.config/spaces/views.yaml`, which may be edited:"),
            .literal([
                "views:",
                "  - name: Nearly full",
                "    filter: quota>80%",
                "    sort: usage descending, name",
                "    columns: name, usage, remaining, managers=30",
                "    number: 1",
            ]),
        ]
    }

    static var table: Block {
        .table("Column", "What it shows", Column.allCases.map { ("`\($0.title)`", $0.summary) })
    }

    private static func names(of command: Command) -> String { "`\(Keymap.standard.name(of: command))`" }
}
