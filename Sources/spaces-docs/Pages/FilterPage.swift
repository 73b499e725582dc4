import SpacesQuery
import SpacesUI

/// The language of the filter, from the table of its fields.
enum FilterPage {
    static var markdown: String {
        Markdown.page(
            "Filter", source: "`Sources/SpacesQuery/Language/QueryField.swift`",
            [
                .text(
                    "`\(Keymap.standard.name(of: .filter))` filters the list while you type. `Enter` keeps the filter, "
                        + "`Esc` clears it, `Tab` completes fields, states and names of people.")
            ] + blocks)
    }

    static var blocks: [Block] {
        [
            .text(
                "Terms stand between blanks, and all of them must hold. What cannot be read as a condition is looked for as "
                    + "text, and the line below the list says what was probably meant."),
            forms,
            .text(
                "Small letters find capitals too; a capital makes case count. Plain words and phrases find letters with and "
                    + "without accents alike."),
            fields, comparisons,
            .text("So `type:project quota>80% !disabled: modified<30d` lists what is filling up and in use."),
        ]
    }

    private static var forms: Block {
        .table("Term", "What it finds", QueryForm.allCases.map { ("`\($0.example)`", $0.summary) })
    }

    private static var fields: Block {
        .table(
            "Field", "What it looks at",
            QueryField.allCases.map { ("`\($0.example)`", $0.summary + words(of: $0.kind)) })
    }

    private static func words(of kind: QueryField.Kind) -> String {
        guard case .words(let words) = kind else { return "" }
        return ": " + words.map { "`\($0)`" }.joined(separator: ", ")
    }

    // swift-format-ignore
    private static var comparisons: Block {
        .table("Value", "How it is written", [
            ("comparison", "`<`, `<=`, `>`, `>=` or `=`; `:` is the same as `=`"),
            ("size",       "`500MB`, `1.5TB`, `2GiB`; `80%` is a part of the limit; `unlimited` is no limit"),
            ("age",        "`\(TimeUnit.allCases.map { "7" + $0.rawValue }.joined(separator: "`, `"))`: minutes to years"),
            ("date",       "`2026`, `2026-01` or `2026-01-31`"),
            ("yes or no",  "nothing or `yes`, `no`: `disabled:no`"),
            ("words",      "beginnings are enough, and with commas one of several: `state:crit,exc`"),
        ])
    }
}
