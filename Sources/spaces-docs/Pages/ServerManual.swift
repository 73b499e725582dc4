import SpacesModel

/// The manual page of the embedded server.
enum ServerManual {
    static func text(of program: Program) -> String {
        let command = program.command
        let required = command.options.filter { !$0.isOptional }.map { "`\($0.usage)` " }.joined()
        return Manual.page(
            "spaces-server", section: 1, version: "spaces-server \(ProgramVersion.current)",
            [
                .heading("Name"),
                .text("spaces-server - a small server of spaces, for demonstration, tests and development"),
                .heading("Synopsis"), .text("`spaces-server` \(required)[options]"),
                .heading("Description"), .text(command.abstract ?? ""), .text(command.discussion ?? ""),
                .text("The first line on standard output is `listening on` with the address."),
                .heading("Options"), command.table,
            ] + users + rest)
    }

    /// How the users file looks; the README shows the same.
    private static let users: [Block] = [
        .heading("The users file"),
        .literal([
            "- username: admin",
            "  displayName: Ada Admin",
            "  password: change-me",
            "  role: Admin",
            "- username: maria",
            "  mail: maria@example.org",
            "  password: change-me-too",
        ]),
        .text(
            "Each user has a `username` and either a `password` or a `passwordHash` of the form `$scrypt$ln=13,r=8,p=1$…$…`. "
                + "`displayName` and `mail` may be left out. `role` is `Admin`, `Space Admin`, `User` (the default) or "
                + "`User Light`."),
    ]

    private static let rest: [Block] = [
        .heading("Exit status"),
        .table(
            "Status", "When",
            [
                ("0", "it was stopped by SIGINT or SIGTERM"),
                ("1", "it did not start; the reason is on standard error"),
                ("64", "the command line is wrong"),
            ]),
        .heading("Examples"),
        .text("Forty made-up spaces that are forgotten at the end:"),
        .literal(["spaces-server --database :memory: --sample 40"]),
        .text("Spaces that are kept, and users of your own:"),
        .literal(["spaces-server --database spaces.sqlite --users users.yaml"]),
        .heading("See also"), .text("`spaces`(1)"),
    ]
}
