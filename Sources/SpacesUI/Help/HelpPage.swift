import Localization
import SpacesQuery
package import Widgets

/// The page of all keys: what is typed after `/` filters it, and Enter performs the command under the cursor.
package struct HelpPage: Equatable, Sendable {
    /// A line of the page.
    package enum Line: Equatable, Sendable {
        case blank
        case heading(String)
        case command(Command)
        case sign(HelpSign)
        /// A term of the filter and what it finds.
        case term(String, String)
    }

    /// Counts the lines that can be chosen: all but headings.
    package private(set) var cursor = 0
    /// What the page is filtered by; `nil` where it is not.
    package var filter: TextField?
    /// Whether the filter is being typed.
    package var isTyping = false

    package init() {}

    /// The lines in their groups, as far as the filter leaves them.
    package func lines(of keymap: Keymap) -> [Line] {
        var lines: [Line] = []
        func append(_ heading: String, _ group: [Line]) {
            guard !group.isEmpty else { return }
            lines += (lines.isEmpty ? [] : [.blank]) + [.heading(heading)] + group
        }
        for group in Command.Group.allCases {
            let commands = keymap.bindings.filter { $0.command.group == group }
            append(group.title, commands.filter { fits($0) }.map { .command($0.command) })
        }
        let terms =
            QueryForm.allCases.map { ($0.example, $0.summary) } + QueryField.allCases.map { ($0.example, $0.summary) }
        append(
            localized("Filter"),
            terms.filter { fits(localized("Filter") + " " + $0.0 + " " + $0.1) }.map { .term($0.0, $0.1) })
        append(localized("Signs"), HelpSign.allCases.filter { fits($0.meaning) }.map(Line.sign))
        return lines
    }

    /// The lines that can be chosen, as indices into the lines of the page.
    func choices(in lines: [Line]) -> [Int] {
        lines.indices.filter {
            switch lines[$0] {
            case .command, .sign, .term: true
            case .blank, .heading: false
            }
        }
    }

    mutating func move(to choice: Int, of count: Int) { cursor = max(0, min(choice, count - 1)) }

    private var words: [String] { (filter?.text ?? "").split(separator: " ").map(String.init) }

    private func fits(_ binding: Keymap.Binding) -> Bool {
        let keys = binding.keys.map(\.name)
        return words.allSatisfy { word in
            keys.contains(word) || fits(word, binding.command.summary) || fits(word, binding.command.label)
        }
    }

    private func fits(_ text: String) -> Bool { words.allSatisfy { fits($0, text) } }

    private func fits(_ word: String, _ text: String) -> Bool { FuzzyMatch(of: word, in: text) != nil }
}

/// The signs of the list, which tell the same as its colours.
package enum HelpSign: CaseIterable, Sendable {
    case pinned, critical, exceeded, orphaned

    var role: Role {
        switch self {
        case .critical: .stateCritical
        case .exceeded: .stateExceeded
        case .pinned: .key
        case .orphaned: .stateOrphaned
        }
    }

    var meaning: String {
        switch self {
        case .critical: localized("Critical: the quota is almost used up")
        case .exceeded: localized("Exceeded: nothing more can be stored")
        case .pinned: localized("Pinned: it stays at the top; the filter finds pinned:")
        case .orphaned: localized("Orphaned: nobody manages it; the filter finds the word \(RowState.orphaned.label)")
        }
    }

    func sign(in glyphs: Glyphs) -> String {
        switch self {
        case .critical: String(glyphs.warning)
        case .exceeded: String(glyphs.failure)
        case .pinned: String(glyphs.pinned)
        case .orphaned: String(glyphs.orphaned)
        }
    }
}
