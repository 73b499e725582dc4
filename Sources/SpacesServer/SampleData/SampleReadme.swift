/// A readme as a team would write it: long enough to be worth reading, with all that Markdown is used for.
enum SampleReadme {
    static func text(about name: String, _ description: String, using random: inout SplitMix64) -> String {
        let opening = "# \(name)\n\n" + (description.isEmpty ? "" : "> \(description)\n\n")
        return opening + SampleRandom.pick(bodies, &random) + "\n"
    }

    private static let bodies = [
        """
        Welcome! This space is where the **team** keeps what belongs together. *Please* put drafts into `Drafts/` and
        what is agreed into `Final/`.

        ## How we work

        1. Open an issue before you start
        2. Name files as `YYYY-MM-DD topic`
           - no blanks at the end
           - no `copy of copy`
        3. Ask in [the chat](https://chat.example.org/team)

        ## This month

        - [x] Collect the reports
        - [x] Invite the reviewers
        - [ ] Publish

        ---

        Questions: <team@example.org>
        """,
        """
        Recordings and slides of our talks, **sorted by year**.

        | Year | Talks | Place     |
        |------|------:|-----------|
        | 2024 |    12 | Nuremberg |
        | 2025 |    17 | Zürich    |
        | 2026 |     9 | 東京      |

        ### Adding one

        ```sh
        rclone copy talk.mp4 spaces:talks/2026
        ```

        > Ask the speaker first: not everybody wants to be seen.
        """,
        """
        Numbers for the yearly report. The sheets are **read only** after ~~March~~ *April*; see
        [the rules](https://intranet.example.org/rules).

        - Budget
          - planned
          - spent
        - Forecast
        """,
        "Nothing here yet. Add what your team should know.",
    ]
}
