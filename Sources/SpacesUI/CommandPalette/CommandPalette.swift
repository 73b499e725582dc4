import Localization
package import Widgets

/// Every command by its name, found by a few letters: for those who know what they want and not its key.
package struct CommandPalette: Equatable, Sendable {
    /// A command that fits what was typed, and which letters of it do.
    package struct Entry: Equatable, Sendable {
        package let command: Command
        /// The letters of the label that fit.
        let labelPositions: [Int]
        /// The letters of the summary that fit.
        let summaryPositions: [Int]
    }

    package var field = TextField(placeholder: localized("type a few letters of a command"))
    /// Counts the rows that fit what was typed.
    package internal(set) var cursor = 0
    /// All commands to choose from, in the order in which they are shown where nothing is typed.
    let commands: [Command]

    /// Those performed last come first, those that only move the cursor last.
    package init(recent: [Command] = []) {
        let offered = Command.allCases.filter { $0 != .commandPalette }
        let others = offered.filter { !recent.contains($0) }
        commands = recent.filter(offered.contains) + others.filter { !$0.isMotion } + others.filter(\.isMotion)
    }

    /// The commands that fit every word that was typed, the best first.
    package var entries: [Entry] {
        let words = field.text.split(separator: " ").map(String.init)
        if words.isEmpty { return commands.map { Entry(command: $0, labelPositions: [], summaryPositions: []) } }
        let found = commands.compactMap { command in Self.entry(of: command, for: words) }
        return found.enumerated().sorted {
            ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
        }.map(\.element.entry)
    }

    package var selected: Command? {
        let entries = entries
        return entries.indices.contains(cursor) ? entries[cursor].command : nil
    }

    private static func entry(of command: Command, for words: [String]) -> (entry: Entry, score: Int)? {
        var score = 0
        var label: [Int] = []
        var summary: [Int] = []
        for word in words {
            let inLabel = FuzzyMatch(of: word, in: command.label)
            let inSummary = FuzzyMatch(of: word, in: command.summary)
            guard let best = [inLabel.map { $0.score * 2 }, inSummary?.score].compactMap({ $0 }).max() else {
                return nil
            }
            score += best
            label += inLabel?.positions ?? []
            summary += inSummary?.positions ?? []
        }
        return (Entry(command: command, labelPositions: label, summaryPositions: summary), score)
    }
}
