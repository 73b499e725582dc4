extension State {
    /// How many commands are remembered as performed last.
    private static let rememberedCommands = 5

    mutating func openCommandPalette() {
        open(CommandPalette(recent: recentCommands))
    }

    /// Performs a command that was chosen from a list of commands; what is not possible now says why, and the list stays.
    mutating func choose(_ command: Command) {
        if let reason = availability(of: command).reason {
            notice = Notice(.warning, reason.prefix(1).uppercased() + reason.dropFirst() + ".")
            return
        }
        remember(command)
        layers.removeAll()
        perform(command)
    }

    private mutating func remember(_ command: Command) {
        guard !command.isMotion else { return }
        recentCommands = Array(([command] + recentCommands.filter { $0 != command }).prefix(Self.rememberedCommands))
    }
}
