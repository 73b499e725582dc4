package import Terminal

/// Which keys ask for which command: THE table. Dispatch, footer, help page, manual and documentation come from it.
package struct Keymap: Equatable, Sendable {
    package struct Binding: Equatable, Sendable {
        package let command: Command
        package let keys: [Key]
        /// Place in the footer, from the left; `nil` keeps it out.
        let footer: Int?
    }

    package let bindings: [Binding]
    private let commands: [Key: Command]
    /// What commands are called in place of their keys, where nobody presses any.
    private var words: [Command: String] = [:]

    package init(_ bindings: [Binding]) {
        self.bindings = bindings
        commands = Dictionary(
            bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } },
            uniquingKeysWith: { first, _ in first })
    }

    package func command(for key: Key) -> Command? { commands[key] }

    package func keys(for command: Command) -> [Key] {
        bindings.first { $0.command == command }?.keys ?? []
    }

    /// The first key of a command, as it is written in hints and sentences; one without a key is found by its name.
    package func name(of command: Command) -> String {
        if let word = words[command] { return word }
        if let key = keys(for: command).first { return key.name }
        if let palette = keys(for: .commandPalette).first, command != .commandPalette {
            return palette.name + command.label
        }
        return "\(keys(for: .help).first?.name ?? "") \(command.label)"
    }

    /// The same, with other names for commands in hints and sentences.
    func naming(_ words: [Command: String]) -> Keymap {
        var keymap = self
        keymap.words = words
        return keymap
    }

    package static let standard = Keymap(table.map { Binding(command: $0.0, keys: $0.1, footer: $0.2) })

    // swift-format-ignore
    private static let table: [(Command, [Key], Int?)] = [
        (.moveUp,         [Key(.up), "k", .control("p")],               nil),
        (.moveDown,       [Key(.down), "j", .control("n")],             nil),
        (.pageUp,         [Key(.pageUp), .control("b")],                nil),
        (.pageDown,       [Key(.pageDown), .control("f")],              nil),
        (.halfPageUp,     [.control("u")],                              nil),
        (.halfPageDown,   [.control("d")],                              nil),
        (.moveToFirst,    ["g", Key(.home)],                            nil),
        (.moveToLast,     ["G", Key(.end)],                             nil),
        (.filter,         ["/"],                                        2),
        (.clearFilter,    [Key(.escape)],                               nil),
        (.sortByPrevious, ["<"],                                        9),
        (.sortByNext,     [">"],                                        nil),
        (.invertSort,     ["I"],                                        10),
        (.chooseOrder,    ["O"],                                        nil),
        (.mark,           [" "],                                        3),
        (.markRange,      ["v"],                                        nil),
        (.markAll,        ["*"],                                        nil),
        (.invertMarks,    ["~"],                                        nil),
        (.unmarkAll,      ["u"],                                        nil),
        (.showDetail,     [Key(.enter), Key(.tab)],                      11),
        (.togglePane,     ["w"],                                        nil),
        (.toggleScope,    ["m"],                                        nil),
        (.showImage,      ["i"],                                        nil),
        (.summary,        ["s"],                                        nil),
        (.showJournal,    ["J"],                                        nil),
        (.showErrorLog,   ["!"],                                        nil),
        (.panLeft,        [Key(.left), "h"],                            nil),
        (.panRight,       [Key(.right), "l"],                           nil),
        (.chooseColumns,  ["C"],                                        nil),
        (.showViews,      ["'"],                                        nil),
        (.togglePin,      ["b"],                                        nil),
        (.copy,           ["y"],                                        nil),
        (.export,         ["W"],                                        nil),
        (.openInBrowser,  ["o"],                                        nil),
        (.edit,           ["e"],                                        0),
        (.editReadme,     ["E"],                                        nil),
        (.create,         ["n"],                                        1),
        (.members,        ["M"],                                        8),
        (.disable,        ["D"],                                        5),
        (.restore,        ["R"],                                        6),
        (.purge,          ["P"],                                        7),
        (.act,            ["x"],                                        4),
        (.showRun,        ["X"],                                        nil),
        (.refresh,        [.control("r"), Key(.function(5))],           12),
        (.toggleRefresh,  ["a"],                                        nil),
        (.undo,           ["U"],                                        nil),
        (.switchProfile,  ["p"],                                        nil),
        (.signIn,         ["L"],                                        nil),
        (.theme,          ["T"],                                        nil),
        (.commandPalette, [":"],                                        nil),
        (.toggleMouse,    [Key(.function(2))],                          nil),
        (.help,           ["?", Key(.function(1))],                     13),
        (.redraw,         [.control("l")],                              nil),
        (.suspend,        [.control("z")],                              nil),
        (.quit,           ["q", .control("c")],                         14),
    ]
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A printable character as the key that types it, so that the table above reads as a table.
    package init(extendedGraphemeClusterLiteral character: Character) {
        self = .character(character)
    }
}

extension Key {
    /// The key as people write it: `e`, `^R`, `PgDn`, `Shift-Tab`.
    package var name: String {
        var name: String
        switch code {
        case .character(" "): name = "Space"
        case .character(let character): name = String(character)
        case .enter: name = "Enter"
        case .escape: name = "Esc"
        case .tab: name = "Tab"
        case .backspace: name = "Backspace"
        case .delete: name = "Del"
        case .insert: name = "Ins"
        case .up: name = "Up"
        case .down: name = "Down"
        case .left: name = "Left"
        case .right: name = "Right"
        case .home: name = "Home"
        case .end: name = "End"
        case .pageUp: name = "PgUp"
        case .pageDown: name = "PgDn"
        case .function(let number): name = "F\(number)"
        }
        if modifiers.contains(.control) { name = "^" + name.uppercased() }
        if modifiers.contains(.alt) { name = "Alt-" + name }
        if modifiers.contains(.shift) { name = "Shift-" + name }
        return name
    }
}
