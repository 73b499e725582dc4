/// A command or a subcommand with its options.
struct ProgramCommand: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [ProgramArgument]?
    let subcommands: [ProgramCommand]?

    /// The options that the manual shows.
    ///
    /// A flag and the one that takes it back are one entry, as they have one meaning.
    var options: [ProgramArgument] {
        let shown = (arguments ?? []).filter(\.shouldDisplay)
        return shown.filter { argument in !shown.contains { $0.isTakenBack(by: argument) } }.map { argument in
            guard let other = shown.first(where: argument.isTakenBack) else { return argument }
            var both = argument
            both.names = (argument.names ?? []) + (other.names ?? [])
            return both
        }
    }

    /// The subcommands that are no part of every program.
    var ownSubcommands: [ProgramCommand] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// The options as the manual lists them.
    var table: Block { .table("Option", "What it does", options.map { ($0.term, $0.meaning) }) }
}
