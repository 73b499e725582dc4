import Localization
import SpacesModel
package import Terminal

extension Keymap {
    /// Keys that always mean the same, so that there is a way out of everything, and to the help, on any keyboard.
    package static let fixed: [(key: Key, command: Command)] = [
        (Key(.escape), .clearFilter), (.control("c"), .quit), (Key(.function(1)), .help), (Key(.up), .moveUp),
        (Key(.down), .moveDown),
    ]

    /// The table with keys of a person's own, and what is wrong with them; what is wrong is left out.
    ///
    /// The first choice for a command counts, and the first command that takes a key. A command that loses a key without
    /// a choice of its own is told: it may not be what was meant.
    package func choosing(_ choices: [KeyChoice]) -> (keymap: Keymap, problems: [KeyProblem]) {
        var work = KeyChoosing()
        for (index, choice) in choices.enumerated() { work.take(choice, index) }
        let bindings = self.bindings.map { binding in
            Binding(command: binding.command, keys: work.keys(of: binding), footer: binding.footer)
        }
        return (Keymap(bindings), work.problems.sorted { $0.choice < $1.choice })
    }
}

/// Goes through the choices in their order.
private struct KeyChoosing {
    private(set) var problems: [KeyProblem] = []
    private var chosen: [Command: [Key]] = [:]
    private var owners: [Key: (command: Command, choice: Int?)] = Dictionary(
        uniqueKeysWithValues: Keymap.fixed.map { ($0.key, ($0.command, nil)) })

    mutating func take(_ choice: KeyChoice, _ index: Int) {
        guard let command = Command(settingName: choice.command) else {
            let hint = Spelling.nearest(to: choice.command, among: Command.allCases.map(\.settingName))
            let written = Self.quoted(choice.command)
            tell(
                index,
                hint.map { localized("there is no command \(written); did you mean \($0)?") }
                    ?? localized("there is no command \(written)"))
            return
        }
        // A file that is nearer to the person has the word.
        guard chosen[command] == nil else { return }
        var keys: [Key] = []
        for name in choice.keys {
            if let key = key(named: name, for: command, index), !keys.contains(key) { keys.append(key) }
        }
        // Where nothing is understood, the usual keys are better than none.
        if keys.isEmpty, !choice.keys.isEmpty { return }
        for key in keys {
            owners[key] = (command, index)
            if let number = key.viewNumber {
                tell(index, localized("\(command.settingName): \(key.name) applies the view number \(number) no more"))
            }
        }
        chosen[command] = keys + Keymap.fixed.filter { $0.command == command && !keys.contains($0.key) }.map(\.key)
    }

    private mutating func key(named name: String, for command: Command, _ index: Int) -> Key? {
        guard let key = Key(named: name) else {
            let names = Key.knownNames + (1...12).map { "F\($0)" }
            let hint = Spelling.nearest(to: name, among: names)
            tell(
                index,
                hint.map { localized("\(command.settingName): \(Self.quoted(name)) is no key; did you mean \($0)?") }
                    ?? localized(
                        "\(command.settingName): \(Self.quoted(name)) is no key; e, ^R, F5, Shift-Tab and Alt-x are"))
            return nil
        }
        if let other = Self.sent[key] {
            tell(index, localized("\(command.settingName): terminals send \(key.name) as \(other)"))
        } else if command.isEverywhere, !key.typesNothing {
            tell(
                index,
                localized(
                    "\(command.settingName) counts while text is typed, too, and takes only keys such as ^T, Alt-t or F2"
                ))
        } else if key == "y" || key == "Y", command.isDangerous || command == .restore || command == .undo {
            tell(
                index,
                localized("\(command.settingName): \(key.name) answers the question that follows, and cannot ask it"))
        } else if let owner = owners[key], owner.command != command {
            let name = owner.command.settingName
            tell(
                index,
                owner.choice == nil
                    ? localized("\(command.settingName): \(key.name) always means \(name)")
                    : localized("\(command.settingName): \(key.name) is given to \(name) already"))
        } else {
            return key
        }
        return nil
    }

    /// The keys that a command has in the end; tells of those that it lost to others.
    mutating func keys(of binding: Keymap.Binding) -> [Key] {
        if let keys = chosen[binding.command] { return keys }
        let kept = binding.keys.filter { owners[$0].map { $0.command == binding.command } ?? true }
        let name = binding.command.settingName
        for key in binding.keys where !kept.contains(key) {
            guard let owner = owners[key], let choice = owner.choice else { continue }
            let rest = kept.map(\.name).joined(separator: ", ")
            tell(
                choice,
                kept.isEmpty
                    ? localized(
                        """
                        \(owner.command.settingName): \(key.name) was a key of \(name), which has none now; \
                        \(name): [] says that this is meant
                        """)
                    : localized(
                        """
                        \(owner.command.settingName): \(key.name) was a key of \(name), which keeps \(rest); \
                        \(name): [\(rest)] says that this is meant
                        """))
        }
        return kept
    }

    private mutating func tell(_ choice: Int, _ sentence: String) {
        problems.append(KeyProblem(choice: choice, sentence: sentence))
    }

    /// Keys that no terminal tells apart from others.
    private static let sent: [Key: String] = [
        .control("i"): "Tab", .control("m"): "Enter", .control("j"): "Enter", .control("h"): "Backspace",
    ]

    /// A word of a file:, cut where it is long.
    private static func quoted(_ text: String) -> String {
        "\"" + String(text.prefix(40)) + (text.count > 40 ? "…" : "") + "\""
    }
}

extension Key {
    /// Whether no field for text takes it as a character or a movement.
    fileprivate var typesNothing: Bool {
        if case .function = code { return true }
        if case .character = code { return !modifiers.intersection([.control, .alt]).isEmpty }
        return false
    }
}
