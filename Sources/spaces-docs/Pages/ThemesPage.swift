import SpacesModel
import SpacesUI

/// Themes and the format of their files, from the roles and the built-in themes.
enum ThemesPage {
    static func markdown() throws -> String {
        let themes = try builtIn()
        let pictures = themes.map { name, _ in
            Block.picture(path: "screens/theme-\(name).svg", alternative: "The theme \(name)")
        }
        return Markdown.page(
            "Themes", source: "`Sources/SpacesUI/Theming/Role.swift` and `themes/`",
            [
                .text(choosing), .text("These are built in:"), names(themes),
                .text(depths), .text(readable), .heading("Light and dark"), .text(pair),
                .heading("A theme of your own"),
            ] + (try format()) + [.heading("Roles"), roles, .heading("What they look like")] + pictures)
    }

    static func manual() throws -> String {
        Manual.page(
            "spaces-theme", section: 5, version: "spaces \(ProgramVersion.current)",
            [
                .heading("Name"), .text("spaces-theme - colours of the terminal program spaces"),
                .heading("Description"),
                .text(choosing), .text("These are built in:"),
                names(try builtIn()), .text(depths), .text(readable),
                .heading("Light and dark"), .text(pair),
                .heading("Files"),
            ] + (try format()) + [
                .heading("Roles"), roles, .heading("See also"), .text("`spaces`(1)"),
            ])
    }

    private static let choosing =
        "In the program, `T` lists the themes: moving tries one on the screen as it is, `Enter` keeps it for this run and the "
        + "next ones, `Esc` goes back. What was kept lies in `$XDG_STATE_HOME/spaces/theme` (by default "
        + "`~/.local/state/spaces/theme`), and counts until the configuration says something else than it did then. The option "
        + "`--theme` and the variable `SPACES_THEME` choose a theme for a run, whatever was kept."

    private static let pair =
        "With `theme_dark` and `theme_light` in the configuration the theme follows the terminal's background. It is taken from "
        + "the variable `COLORFGBG`, and asked of the terminal (OSC 11); until that has answered, `theme` counts. One that "
        + "never answers is not waited for."

    private static let readable =
        "Where a theme has a paper of its own, words have a contrast of at least 4.5:1 on it (WCAG 2), in `high-contrast` and "
        + "the themes of Modus 7:1. The gauges of the four states of a quota differ for eyes that lack one kind of cones, too: "
        + "by at least 0.1 in OKLab after the simulation of Machado and others (2009), which is five times what is just noticed "
        + "(CSS Color 4). In `mono` and `solarized-16` each state has a character of its own. Colours that published palettes "
        + "lack for this are the nearest ones that do; the theme's file says which."

    private static let depths =
        "Each is made for 256, 16 and 8 colours and for none. With `NO_COLOR` set and not empty no colour is used, whatever "
        + "the theme says; bold, underlined and reversed letters stay. No state is told by colour alone: a word or a sign "
        + "stands beside it."

    private static func builtIn() throws -> [(name: String, summary: String)] {
        try ThemeSummary.all()
    }

    private static func names(_ themes: [(name: String, summary: String)]) -> Block {
        .table("Name", "What it is for", themes.map { ("`\($0.name)`", $0.summary) })
    }

    private static var roles: Block {
        .table("Role", "What it is for", Role.allCases.map { ("`\($0.rawValue)`", $0.summary) })
    }

    /// The format of a theme file; the example in it is read by the program's own reader first.
    private static func format() throws -> [Block] {
        try ThemeExample.check()
        return [
            .text(
                "It is a file in YAML or JSON named after the theme, `NAME.yaml` or `NAME.json`, in `$XDG_CONFIG_HOME/spaces/themes` (by default "
                    + "`~/.config/spaces/themes`) or, for all users, in `/etc/xdg/spaces/themes`. It may have the name of a "
                    + "built-in theme, whose place it then takes. It need only say what is different. For example, in "
                    + "`\(ThemeExample.name).yaml`:"),
            .literal(ThemeExample.lines),
            .table(
                "Key", "What it says",
                [
                    ("`name`", "the name again, which must be that of the file"),
                    ("`summary`", "one line for people"),
                    (
                        "`inherits`",
                        "the theme that says what this one leaves out; without it `default`, with `none` no theme"
                    ),
                    (
                        "`palette`",
                        "names for colours, to be used in the roles; changing the palette of the inherited theme "
                            + "changes all of its roles. A colour may be given for each depth: "
                            + "`{ c256: 208, c16: magenta, c8: magenta }`; what is left out is that of the inherited theme"
                    ),
                    ("`roles`", "how each role looks: see below"),
                ]),
            .text("A role takes any of these keys:"),
            .table(
                "Key", "What it says",
                [
                    ("`fg`", "the colour of the letters"),
                    ("`bg`", "the colour behind them"),
                    (
                        "`attributes`",
                        "a list of `bold`, `dim`, `italic`, `underline`, `reverse`; an empty list takes away "
                            + "what the inherited theme has"
                    ),
                    ("`c16`", "`fg`, `bg` and `attributes` that are different where there are only 16 or 8 colours"),
                    ("`c8`", "the same where there are only 8"),
                    ("`mono`", "`attributes` that are different where there are no colours"),
                ]),
            .text(
                "A colour is a name of the palette, `default` (the terminal's own), one of the 16 that terminals have names "
                    + "for (`black`, `red`, `green`, `yellow`, `blue`, `magenta`, `cyan`, `white` and the same with `bright-` "
                    + "before it), a number from 0 to 255, or `\"#rrggbb\"` in quotes, for which the nearest of the 256 is "
                    + "taken. A role that says nothing about a colour takes that of `text`."),
            .text(
                "What is not understood is left out, and the program says in which line it stands. A file that is saved while "
                    + "the program runs is read again at once; one that is broken leaves the screen as it was."),
        ]
    }
}
