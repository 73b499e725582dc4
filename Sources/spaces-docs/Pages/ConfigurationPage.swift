import SpacesModel
import SpacesProfiles

/// The configuration and its settings, from the table of settings.
enum ConfigurationPage {
    static var markdown: String {
        Markdown.page(
            "Configuration", source: "`Sources/SpacesProfiles/Settings/Setting.swift`",
            introduction + [.heading("Settings")] + settings(heading: Block.subheading)
                + [
                    .heading("Keys of your own"),
                    .text("`keys` gives commands other keys: [keys of your own](keys.md#keys-of-your-own)."),
                ] + [.heading("What counts")] + precedence + [.heading("When something is wrong")] + problems
                + [.heading("In an editor")] + editor)
    }

    static var manual: String {
        Manual.page(
            "spaces-config", section: 5, version: "spaces \(ProgramVersion.current)",
            [
                .heading("Name"),
                .text("spaces-config - servers, profiles and settings of the terminal program spaces"),
                .heading("Description"),
            ] + introduction + [.heading("Settings")] + settings(heading: Block.subheading) + keys
                + [.heading("What counts")] + precedence + [.heading("When something is wrong")] + problems
                + [.heading("See also"), .text("`spaces`(1), `spaces-theme`(5)")])
    }

    private static let introduction: [Block] = [
        .text(
            "The configuration is a YAML file, `$XDG_CONFIG_HOME/spaces/config.yaml` (by default "
                + "`~/.config/spaces/config.yaml`), and for all users of a machine `spaces/config.yaml` in each folder of "
                + "`$XDG_CONFIG_DIRS` (by default `/etc/xdg`). `spaces config path` prints them. None of them need exist."
        ),
        .text(
            "`profiles` gives servers names; below each name stand its settings. Settings at the top count for all "
                + "profiles. `profile` names the one to take where no other is asked for. For example:"),
        .literal(
            ConfigurationExample.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map(String.init)),
        .text(
            "`spaces --profile production` starts with a profile, and so does `SPACES_PROFILE=production`. In the program "
                + "`p` switches to another one, even while the server in use does not answer. The name stands before the "
                + "host, in the accent of the profile; the banner has the top line to itself, and nothing is drawn over it."
        ),
        .text(
            "No secret belongs into the file: `password` and `token` are refused. A secret is in a file of its own "
                + "that only you can read, told by a program, or asked for."),
    ]

    private static let keys: [Block] = [.heading("Keys of your own")] + KeysPage.choosing

    /// The settings by group, under headings of a kind.
    private static func settings(heading: (String) -> Block) -> [Block] {
        Setting.Group.allCases.flatMap { group in
            [
                heading(group.title),
                .table(
                    "Setting", "What it does",
                    Setting.allCases.filter { $0.group == group }.map { ("`\($0.key)`", meaning(of: $0)) }),
            ]
        }
    }

    private static func meaning(of setting: Setting) -> String {
        let standard = setting.standard.map { " Default: `\($0.shown)`." } ?? ""
        let places = [setting.option.map { "`--\($0)`" }, setting.variable.map { "`\($0)`" }].compactMap { $0 }
        let also = places.isEmpty ? "" : " Also " + places.joined(separator: ", ") + "."
        return "\(setting.summary).\(values(of: setting.type))\(standard)\(also)"
    }

    /// What is taken, where the summary does not make it plain.
    private static func values(of type: SettingType) -> String {
        switch type {
        case .text, .address, .file: ""
        default: " Takes \(type.description)."
        }
    }

    private static let precedence: [Block] = [
        .text(
            "An option counts before a variable, a variable before the profile, the profile before what stands at the "
                + "top of your file, that before the files of the system, and these before the default. "
                + "`spaces config show --origin` prints what counts and where each value comes from."),
        .text(
            "Whoever names a server with `--server` or `SPACES_SERVER` and no profile gets none: the passwords of the "
                + "usual profile do not go to another server. For the same reason options and variables about signing in, "
                + "encryption and safety count for the profile that the program starts with, and not for one that `p` "
                + "switches to; only `--read-only`, `--refresh`, `--theme`, `--ascii`, `--mouse` and `--title` count for all. The "
                + "theme, the mouse and the title stay those of the start."),
        .text(
            "Paths begin at the root, with `~/` in your home folder, or in the folder of the file that they stand in. "
                + "Lists in variables are divided by blanks or commas."),
    ]

    private static let problems: [Block] = [
        .text(
            "What is not understood is left out and the rest counts; the program starts and says how many problems there "
                + "are. `spaces config check` prints each with file, line and what was probably meant, and ends with "
                + "status 1 if there is one. A file is read up to 1 MB and as UTF-8, and anchors and aliases of YAML are "
                + "not read. Where others than you may write the file, no command of it is run."),
        .text(
            "What protects a server holds when the file is broken. While one of the files, yours or the machine's, cannot "
                + "be read (a tab, an open quote, a folder in its place, a link that leads nowhere, another user's file), "
                + "nothing is changed: every change is refused with file, line and cause, and strictness is on. The same "
                + "holds where `read_only` or `confirm` is misspelt, has a value that is not understood, is given twice or "
                + "stands in a wrong place; inside a profile it holds for that profile. `--no-read-only`, "
                + "`SPACES_READ_ONLY`, `--confirm` and `SPACES_CONFIRM` are ignored until then, and a note says so. Spaces "
                + "can be looked at, and `spaces login`, `logout`, `trust`, `config` and `demo` work as always. With a `pin` "
                + "that is not understood no connection is made."),
        .text(
            "What the program keeps for itself (`$XDG_STATE_HOME/spaces`, by default `~/.local/state/spaces`) is not needed "
                + "to start. Where that folder belongs to another user, such as root after a start with `sudo`, or cannot be "
                + "written, the program starts with a note that says what to do. Keys and sessions that lie in it are not "
                + "believed: a server whose key you trusted there is refused with the same advice."),
    ]

    private static let editor: [Block] = [
        .text(
            "`spaces config schema` prints a JSON schema, which is also [here](config.schema.json). The YAML language "
                + "server completes and checks the file once its first line names the schema:"),
        .literal(["# yaml-language-server: $schema=/path/to/config.schema.json"]),
    ]
}
