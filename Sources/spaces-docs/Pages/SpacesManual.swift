import SpacesModel

/// The manual page of the terminal program.
enum SpacesManual {
    static func text(of program: Program) -> String {
        let command = program.command
        let blocks: [Block] = [
            .heading("Name"), .text("spaces - administer the spaces of an ownCloud or OpenCloud server"),
            .heading("Synopsis"), .text("`spaces` [`--profile` NAME | `--server` URL] [options]"),
            .text("`spaces login`|`logout`|`login status`|`trust` [`--profile` NAME | `--server` URL] [options]"),
            .text("`spaces demo` [options]"), .text("`spaces config` show|check|path|schema"),
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
        let subcommands = self.subcommands(of: command, named: "spaces", besides: command.options)
        return Manual.page(
            "spaces", section: 1, version: "spaces \(ProgramVersion.current)",
            blocks + [.heading("Commands")] + subcommands + [.heading("Keys")]
                + KeysPage.groups(heading: Block.subheading)
                + [.subheading("Where text is typed")] + KeysPage.typing + [.heading("Filter")] + FilterPage.blocks
                + [.heading("Columns")] + ColumnsPage.blocks
                + [.heading("Line mode")] + PlainPage.blocks
                + rest)
    }

    /// The subcommands of a command, each followed by its own; options that are told already are only mentioned.
    private static func subcommands(
        of command: ProgramCommand, named name: String, besides told: [ProgramArgument]
    ) -> [Block] {
        command.ownSubcommands.flatMap { subcommand -> [Block] in
            let name = "\(name) \(subcommand.commandName)"
            let own = subcommand.options.filter { !told.contains($0) }
            var blocks: [Block] = [.subheading(name), .text(subcommand.abstract ?? "")]
            if let discussion = subcommand.discussion { blocks.append(.text(discussion)) }
            if !own.isEmpty { blocks.append(.table("Option", "What it does", own.map { ($0.term, $0.meaning) })) }
            if own.count < subcommand.options.count { blocks.append(.text("It takes options from above as well.")) }
            return blocks + subcommands(of: subcommand, named: name, besides: told + own)
        }
    }

    private static let rest: [Block] = [
        .heading("Environment"),
        .table(
            "Variable", "What it does",
            [
                ("`SPACES_PASSWORD`", "the password or app token, when there is no `--password-file`"),
                ("`SPACES_TRACE`", "the file to write requests to, when there is no `--trace`"),
                ("`NO_COLOR`", "set and not empty: no colours"),
                ("`TERM`", "the type of the terminal; an unknown one is drawn as xterm-256color, xterm or vt100"),
                (
                    "`LC_ALL`, `LC_CTYPE`, `LANG`",
                    "where they name another encoding than UTF-8, the screen is drawn in ASCII"
                ),
                ("`SPACES_PROFILE`", "the profile, when there is no `--profile`"),
                ("`SPACES_SERVER`, `SPACES_USER`, …", "a setting: see `spaces-config`(5)"),
                (
                    "`XDG_CONFIG_HOME`",
                    "where `spaces/config.yaml` and the folder `spaces/themes` are looked for; by default `~/.config`"
                ),
                ("`XDG_CONFIG_DIRS`", "the same for all users, divided by colons; by default `/etc/xdg`"),
                (
                    "`XDG_STATE_HOME`",
                    "where the folders `spaces/sessions` and `spaces/trust` are kept; by default `~/.local/state`"
                ),
                (
                    "`DISPLAY`, `WAYLAND_DISPLAY`, `SSH_CONNECTION`",
                    "tell whether there is a desktop on which a browser can be opened"
                ),
            ]),
        .heading("Files"),
        .table(
            "File", "What it holds",
            [
                ("`~/.config/spaces/config.yaml`", "your profiles and settings: see `spaces-config`(5)"),
                ("`/etc/xdg/spaces/config.yaml`", "those for all users"),
                ("`~/.config/spaces/themes/NAME.yaml`", "a theme of your own: see `spaces-theme`(5)"),
                ("`/etc/xdg/spaces/themes/NAME.yaml`", "a theme for all users"),
                (
                    "`~/.local/state/spaces/sessions/`",
                    "sessions of `spaces login`, where the desktop has no secret service; only you can read them"
                ),
                (
                    "`~/.local/state/spaces/trust/known-servers`",
                    "the keys of servers without a profile that you trusted on first use, one a line; those of profiles "
                        + "are written into the profile"
                ),
            ]),
        .heading("Exit status"),
        .table(
            "Status", "When",
            [
                ("0", "the program was quit; with `--plain`, all that was asked for was done"),
                (
                    "1",
                    "it did not start; the reason is on standard error. With `--plain`: something that was asked for was not "
                        + "done. Of `config check`: there is a problem; of "
                        + "`login status`: nobody is signed in"
                ),
                ("64", "the command line is wrong"), ("129", "the terminal went away"),
            ]),
        .heading("Examples"),
        .text("A first look, with an embedded server and made-up spaces:"), .literal(["spaces demo"]),
        .text("Sign in once by browser, then start without being asked:"),
        .literal(["spaces login --server https://cloud.example.org", "spaces --server https://cloud.example.org"]),
        .text("A server, with the password from a file:"),
        .literal(["spaces --server https://cloud.example.org --user admin --password-file ~/.cloud-password"]),
        .heading("See also"), .text("`spaces-server`(1), `spaces-config`(5), `spaces-theme`(5)"),
    ]
}
