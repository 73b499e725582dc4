/// A command or a subcommand with its options.
struct ProgramCommand: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [ProgramArgument]?
    let subcommands: [ProgramCommand]?

    /// The options that the manual shows.
    var options: [ProgramArgument] { (arguments ?? []).filter(\.shouldDisplay) }

    /// The subcommands that are no part of every program.
    var ownSubcommands: [ProgramCommand] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// The options as the manual lists them.
    var table: Block { .table("Option", "What it does", options.map { ($0.term, $0.meaning) }) }
}
