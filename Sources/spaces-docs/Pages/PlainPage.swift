import SpacesUI

/// The line mode, from the table of its words.
enum PlainPage {
    static var markdown: String {
        Markdown.page(
            "Line mode", source: "`Sources/SpacesUI/Plain/PlainCommand.swift`",
            [
                .text(
                    "`spaces --plain` is for screen readers, braille lines, serial consoles, simple terminals and pipes. "
                        + "`plain: true` in the configuration, or the variable `SPACES_PLAIN`, chooses it for good.")
            ] + blocks)
    }

    static var blocks: [Block] {
        [
            .text(
                "With `--plain` the program converses in lines: it draws nothing, moves no cursor and uses no colour. It waits "
                    + "for a command after `spaces>`, and what comes of it is told in sentences, each in one line. Lines may "
                    + "come from a pipe as well; the end of the input quits."),
            .table(
                "Command", "What it does", PlainCommand.allCases.map { ("`\($0.usage)`", $0.summary) }),
            .text(
                "A command may be shortened as long as it is clear which one is meant. `SPACE` is a number of the last list, or "
                    + "a name; a name with blanks stands in double quotes where something follows it, and what stands in quotes is "
                    + "never a number. A number keeps meaning "
                    + "the space that it was told for until the next list. `marked` in place of a space means all that are "
                    + "marked: what will happen to each is told first, and what came of each afterwards. Spaces that are no "
                    + "projects, such as personal ones, are left out of it unless they were marked by name or by a number of "
                    + "their own, or found by a filter that names them, such as `type:personal`; `include` in answer to the "
                    + "plan takes them in."),
            .text(
                "A question is answered with `yes` in full, and anything else means no. Purging asks for the name of the "
                    + "space or the end of its id, or for the number of several; so does disabling more than ten spaces, and "
                    + "removing a member from more than ten. Where someone else changed the same meanwhile, each value is told "
                    + "as it was, as theirs and as yours, and chosen by number. `Ctrl-C` stops a run between two spaces "
                    + "and forgets what was typed meanwhile; a script it ends."
            ),
            .text("So a pipe lists what is nearly full: `echo 'list quota>90%' | spaces --plain --profile work`"),
        ]
    }
}
