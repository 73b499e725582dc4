import Terminal
import Widgets

extension State {
    /// How many commands are remembered as performed last.
    private static let rememberedCommands = 5

    mutating func openCommandPalette() {
        layers.append(.commandPalette(CommandPalette(recent: recentCommands)))
    }

    /// Letters filter; only Enter performs, and only what stands under the cursor.
    mutating func receive(_ key: Key, in palette: CommandPalette) {
        var palette = palette
        switch key {
        case Key(.escape), .control("c"): return setTopLayer(nil)
        case Key(.enter):
            if let command = palette.selected { choose(command) }
            return
        case Key(.up), .control("p"), Key(.tab, .shift): palette.move(by: -1)
        case Key(.down), .control("n"), Key(.tab): palette.move(by: 1)
        case Key(.pageUp): palette.move(by: -10)
        case Key(.pageDown): palette.move(by: 10)
        default: palette.changeField { _ = $0.handle(key) }
        }
        setTopLayer(.commandPalette(palette))
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
