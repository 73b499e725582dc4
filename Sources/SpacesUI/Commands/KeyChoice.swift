/// The keys that a person chose for a command, in the words of a file.
package struct KeyChoice: Equatable, Sendable {
    /// The name of the command, such as `open_in_browser`.
    package let command: String
    /// The names of keys, such as `^R`; none leaves the command without a key.
    package let keys: [String]

    package init(_ command: String, _ keys: [String]) {
        self.command = command
        self.keys = keys
    }
}

/// What is wrong with a choice of keys.
package struct KeyProblem: Equatable, Sendable {
    /// Which of the choices it is about.
    package let choice: Int
    /// To go on after a place, as in `file:line: …`.
    package let sentence: String
}

extension Command {
    /// The name in a file: `open_in_browser`.
    package var settingName: String {
        rawValue.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    }

    /// All names, each with what the command does.
    package static var settingNames: [(name: String, summary: String)] {
        allCases.map { ($0.settingName, $0.summary) }
    }

    init?(settingName: String) {
        guard let command = Self.allCases.first(where: { $0.settingName == settingName }) else { return nil }
        self = command
    }

    /// True for what is done while text is typed, too: its keys must type nothing.
    var isEverywhere: Bool { self == .suspend || self == .redraw || self == .toggleMouse }
}
