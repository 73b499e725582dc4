package import Terminal

extension Key {
    /// Reads a key as `name` writes it: `e`, `^R`, `F5`, `Shift-Tab`, `Alt-x`. Names of keys may be in any case, and
    /// `Ctrl-r` and names such as `PageUp` are understood, too.
    package init?(named name: String) {
        var rest = Substring(name)
        var modifiers: Modifiers = []
        while rest.count > 1 {
            if let prefix = Self.prefixes.first(where: { Self.begins(rest, with: $0.text) }) {
                modifiers.insert(prefix.modifier)
                rest = rest.dropFirst(prefix.text.count)
            } else {
                break
            }
        }
        if rest.count == 1, let character = rest.first {
            guard !character.isWhitespace, !character.isNewline else { return nil }
            if modifiers.contains(.control) {
                guard character.isASCII, character.isLetter || "\\]^_@".contains(character) else { return nil }
                self.init(.character(Character(character.lowercased())), modifiers)
            } else {
                // Shift is part of a character: Shift-a is A.
                let shifted = modifiers.contains(.shift) ? Character(character.uppercased()) : character
                self.init(.character(shifted), modifiers.subtracting(.shift))
            }
        } else if let code = Self.code(named: rest.lowercased()) {
            self.init(code, modifiers)
        } else {
            return nil
        }
    }

    /// The names that keys have, for those who misspelt one.
    static var knownNames: [String] { names.map(\.0) }

    private static let prefixes: [(text: String, modifier: Modifiers)] = [
        ("^", .control), ("ctrl-", .control), ("c-", .control), ("alt-", .alt), ("shift-", .shift),
    ]

    private static func begins(_ text: Substring, with prefix: String) -> Bool {
        text.prefix(prefix.count).lowercased() == prefix && text.count > prefix.count
    }

    private static func code(named name: String) -> Code? {
        if name.first == "f", let number = Int(name.dropFirst()), (1...24).contains(number) { return .function(number) }
        return names.first { $0.0.lowercased() == name }?.1
    }

    private static let names: [(String, Code)] = [
        ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Backspace", .backspace),
        ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
        ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Return", .enter),
        ("Escape", .escape), ("Delete", .delete), ("Insert", .insert), ("PageUp", .pageUp), ("PageDown", .pageDown),
    ]
}
