import SpacesModel

/// The manual page of the terminal program.
enum SpacesManual {
    static func text(of program: Program) -> String {
        let command = program.command
        let blocks: [Block] = [
            .heading("Name"), .text("spaces - administer the spaces of an ownCloud or OpenCloud server"),
            .heading("Synopsis"), .text("`spaces` [`--profile` NAME | `--server` URL] [options]"),
            .text("`spaces login`|`logout`|`login status` [`--profile` NAME | `--server` URL] [options]"),
            .text("`spaces demo` [options]"),
            .heading("Description"), .text(command.abstract ?? ""),
            .text(
                "It lists spaces with their quotas and members, filters and sorts them, shows all that the server tells of "
                    + "one, and creates, changes, disables, restores and purges them as far as the account may."),
            .text(command.discussion ?? ""),
            .text(
                "Disabling and restoring ask for `y`, and no other key will do. Purging deletes a disabled space with all "
                    + "its files, cannot be undone, and happens only after the name of the space was typed."),
            .heading("Options"), command.table,
        ]
        let subcommands = command.ownSubcommands.flatMap { describe($0, of: "spaces", besides: command.options) }
        return Manual.page(
            "spaces", section: 1, version: "spaces \(ProgramVersion.current)",
            blocks + [.heading("Commands")] + subcommands + [.heading("Keys")]
                + KeysPage.groups(heading: Block.subheading)
                + [.subheading("Where text is typed")] + KeysPage.typing + [.heading("Columns")] + ColumnsPage.blocks
                + rest)
    }

    /// A command below another one and those below it, with the options that were not described before.
    private static func describe(
        _ command: ProgramCommand, of parent: String, besides known: [ProgramArgument]
    ) -> [Block] {
        let name = "\(parent) \(command.commandName)"
        let own = command.options.filter { !known.contains($0) }
        var blocks: [Block] = [.subheading(name), .text(command.abstract ?? "")]
        if let discussion = command.discussion { blocks.append(.text(discussion)) }
        if !own.isEmpty { blocks.append(.table("Option", "What it does", own.map { ($0.term, $0.meaning) })) }
        if command.options.contains(where: known.contains) {
            blocks.append(.text("The other options of `\(name) --help` mean the same as above."))
        }
        return blocks + command.ownSubcommands.flatMap { describe($0, of: name, besides: known + own) }
    }

    private static let rest: [Block] = [
        .heading("Environment"),
        .table(
            "Variable", "What it does",
            [
                ("`SPACES_PASSWORD`", "the password or app token, when there is no `--password-file`"),
                ("`NO_COLOR`", "set and not empty: no colours"),
                ("`TERM`", "the type of the terminal; an unknown one is drawn as xterm-256color, xterm or vt100"),
                (
                    "`LC_ALL`, `LC_CTYPE`, `LANG`",
                    "where they name another encoding than UTF-8, the screen is drawn in ASCII"
                ),
                ("`XDG_CONFIG_HOME`", "where the folder `spaces/themes` is looked for; by default `~/.config`"),
                ("`XDG_STATE_HOME`", "where the folder `spaces/sessions` is kept; by default `~/.local/state`"),
                (
                    "`DISPLAY`, `WAYLAND_DISPLAY`, `SSH_CONNECTION`",
                    "tell whether there is a desktop on which a browser can be opened"
                ),
            ]),
        .heading("Files"),
        .table(
            "File", "What it holds",
            [
                ("`~/.config/spaces/themes/NAME.yaml`", "a theme of your own: see `spaces-theme`(5)"),
                ("`/etc/xdg/spaces/themes/NAME.yaml`", "a theme for all users"),
                (
                    "`~/.local/state/spaces/sessions/`",
                    "sessions of `spaces login`, where the desktop has no secret service; only you can read them"
                ),
            ]),
        .heading("Exit status"),
        .table(
            "Status", "When",
            [
                ("0", "the program was quit"), ("1", "it did not start; the reason is on standard error"),
                ("64", "the command line is wrong"), ("129", "the terminal went away"),
            ]),
        .heading("Examples"),
        .text("A first look, with an embedded server and made-up spaces:"), .literal(["spaces demo"]),
        .text("Sign in once by browser, then start without being asked:"),
        .literal(["spaces login --server https://cloud.example.org", "spaces --server https://cloud.example.org"]),
        .text("A server, with the password from a file:"),
        .literal(["spaces --server https://cloud.example.org --user admin --password-file ~/.cloud-password"]),
        .heading("See also"), .text("`spaces-server`(1), `spaces-theme`(5)"),
    ]
}
