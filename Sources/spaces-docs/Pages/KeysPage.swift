import SpacesUI
import Terminal

/// The keys, from the key table.
enum KeysPage {
    static var markdown: String {
        Markdown.page(
            "Keys", source: "`Sources/SpacesUI/Commands`",
            [
                .text(
                    "`?` shows the same in the program, and says of each command that is not possible now why it is not."
                )
            ]
                + groups(heading: Block.heading) + [.heading("Where text is typed")] + typing
                + [.heading("Keys of your own")] + choosing)
    }

    /// How keys are chosen, and the names of the commands.
    static var choosing: [Block] {
        let fixed = Keymap.fixed.map { "`\($0.key.name)`" }
        return [
            .text(
                "`keys` at the top of the configuration gives commands other keys: one, a list, or `[]` for none. The line at "
                    + "the bottom, the help and all sentences follow."),
            .literal([
                "keys:", "  edit: F4", "  refresh: [^R, F6]", "  toggle_pane: \"|\"      # signs stand in quotes",
            ]),
            .text(
                "Keys are written as they are shown: `e`, `E`, `^R`, `F5`, `Shift-Tab`, `Alt-x`, `PgDn`, `Space`. "
                    + fixed.dropLast().joined(separator: ", ") + " and \(fixed.last ?? "") always keep their meaning. "
                    + "What is wrong, and which command loses its key to another one, is told by `spaces config check`."
            ),
            .table(
                "Command", "Its usual keys",
                Keymap.standard.bindings.map { ("`\($0.command.settingName)`", names(of: $0)) }),
        ]
    }

    /// Every command by group, under headings of a kind.
    static func groups(heading: (String) -> Block) -> [Block] {
        Command.Group.allCases.flatMap { group in
            [heading(group.title), table(of: Keymap.standard.bindings.filter { $0.command.group == group })]
        }
    }

    /// The keys that do most of the work, for those who have a minute.
    static var essentials: [Block] {
        let commands: [Command] = [
            .filter, .mark, .act, .sortByPrevious, .sortByNext, .invertSort, .showDetail, .togglePane, .showImage,
            .edit,
            .editReadme, .create, .members, .disable, .restore, .purge, .refresh, .switchProfile, .commandPalette,
            .help, .quit,
        ]
        return [table(of: Keymap.standard.bindings.filter { commands.contains($0.command) })]
    }

    private static func table(of bindings: [Keymap.Binding]) -> Block {
        .table("Keys", "What they do", bindings.map { (names(of: $0), meaning(of: $0.command)) })
    }

    private static func names(of binding: Keymap.Binding) -> String {
        binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
    }

    private static func meaning(of command: Command) -> String {
        command.summary + (command.isDangerous || command == .restore ? "; asks first" : "")
    }

    /// What the fields for text understand, and how dialogs are left.
    static var typing: [Block] {
        [
            .table(
                "Keys", "What they do",
                [
                    (
                        "`Enter`",
                        "Form: save. Filter: keep it. Purge, and disable where it is strict: do it, once the name is right"
                    ),
                    (
                        "`Esc`",
                        "Close the dialog, nothing is changed; what was typed in a form is discarded only after a `y`. In the "
                            + "filter: clear it"
                    ),
                    ("`^C`", "The same, without asking; the filter is kept"),
                    ("`q`", "Close everything where no text is typed; to a question it says no"),
                    (
                        "`Tab` `Down`",
                        "Next field of a form; `Shift-Tab` and `Up` go back. In the filter `Tab` completes"
                    ),
                    ("`PgUp` `PgDn`", "In the quota of a form: the next larger or smaller preset"),
                    ("`Space`", "In the template of a new space: yes or no"),
                    ("`y`", "Yes, to the questions about disabling and restoring; `n`, `q`, `Enter` and `Esc` say no"),
                    ("`Up` `Down` `Enter`", "In the list of profiles: move, and switch; letters filter it"),
                    ("`Left` `Right` `^B` `^F`", "A character back or on; with `Alt` or `Ctrl` a word"),
                    ("`Home` `^A` `End` `^E`", "To the start or the end"),
                    ("`Backspace` `^H` `Del` `^D`", "Delete the character before or at the cursor"),
                    ("`^W` `Alt-Backspace` `Alt-d`", "Delete the word before or after the cursor"),
                    ("`^U` `^K`", "Delete to the start or to the end"),
                    ("`^Y` `^_`", "Put back what was deleted last; undo"),
                ]),
            .text(
                "On a slow line `Esc` and another key arrive together and look like that key with `Alt`. Where such a chord "
                    + "means nothing, it counts as `Esc` and then the key; in a line of text `Alt-b`, `Alt-f`, `Alt-d` and "
                    + "`Alt-Backspace` are about words. In a conflict nothing is chosen at first: `t` takes theirs, `m` keeps "
                    + "yours, and `Enter` saves once every field is decided."),
            .text(
                "Pasted text goes where text is typed and nowhere else: it never acts as keys, so that no paste can change a "
                    + "space."),
        ]
    }
}
