import Localization
import Terminal
import Widgets

/// A page or a dialog over the list: a value with one table of its keys. The one on top of the stack has the keys, the mouse and
/// the footer.
///
/// A screen changes itself alone. What else it wants done it returns as intents; what it has to know it reads from the state.
protocol Screen: Equatable, Sendable {
    /// What its keys do.
    associatedtype Action: Equatable, Sendable
    /// Where the same keys mean different things at different moments: those moments.
    associatedtype Mode: CaseIterable, Hashable, Sendable = OnlyMode

    /// What it is called in the help and the documentation.
    static var title: String { get }
    /// THE table of its keys, in the order of the footer.
    static var bindings: [KeyBinding<Self>] { get }

    var mode: Mode { get }
    /// The line of text that has the keys; `nil` where letters are commands.
    var focusedField: TextField? { get set }
    /// Whether leaving would drop something that was typed. What only finds or confirms something is no loss.
    var holdsTypedText: Bool { get }
    /// Whether it takes the place of the list rather than lying on it.
    var isPage: Bool { get }
    /// Whether the page below stays in sight around it.
    var showsPageBelow: Bool { get }

    /// Whether the end of the status line belongs to it, for which of its lines are seen.
    var tellsSeenLines: Bool { get }
    /// Whether keys that mean nothing here are told.
    var tellsUnknownKeys: Bool { get }
    /// Whether it changes how the list looks only to try it out, so that nothing is remembered until it closes.
    var isTryingOut: Bool { get }

    /// Whether an action is possible now, and if not, why.
    func availability(of action: Action, in state: State) -> Availability
    /// The words for an action in the footer, where they depend on the moment.
    func hint(for action: Action, in state: State) -> String?
    /// Does what an action says. `key` is the one that was pressed, for rows with several of them.
    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent]
    /// What follows from a change of the focused field.
    mutating func typed(in state: State) -> [Intent]

    /// The lines to choose from, where a click finds them; `nil` where there are none.
    func rows(in state: State) -> ListWindow?
    /// Which of them stands at a place.
    func row(at point: Point, in state: State) -> Int?
    /// Puts the cursor on one of these lines.
    mutating func select(row: Int, in state: State) -> [Intent]
    /// The action of a double click on a line.
    static var choice: Action? { get }
    /// Moves by so many lines of the wheel.
    mutating func turnWheel(by lines: Int, in state: State) -> [Intent]

    /// Draws into the room below the banner, and returns where the cursor rests.
    func draw(into buffer: inout Buffer, in state: State, look: Look) -> Point?
}

/// The mode of a screen whose keys always mean the same.
enum OnlyMode: CaseIterable, Sendable { case always }

extension Screen where Mode == OnlyMode {
    var mode: OnlyMode { .always }
}

extension Screen {
    var focusedField: TextField? {
        get { nil }
        set {}
    }
    var holdsTypedText: Bool { false }
    var isPage: Bool { false }
    var showsPageBelow: Bool { false }
    var isTryingOut: Bool { false }
    var tellsSeenLines: Bool { false }
    var tellsUnknownKeys: Bool { false }
    func availability(of action: Action, in state: State) -> Availability { .enabled }
    func hint(for action: Action, in state: State) -> String? { nil }
    mutating func typed(in state: State) -> [Intent] { [] }
    func rows(in state: State) -> ListWindow? { nil }
    func row(at point: Point, in state: State) -> Int? { rows(in: state)?.index(at: point) }
    mutating func select(row: Int, in state: State) -> [Intent] { [] }
    static var choice: Action? { nil }
    mutating func turnWheel(by lines: Int, in state: State) -> [Intent] { [] }

    /// The row of the table that a key means now. Where text is typed, plain characters are text.
    func binding(for key: Key, in keymap: Keymap) -> KeyBinding<Self>? {
        if focusedField != nil, case .character = key.code, key.modifiers.isEmpty { return nil }
        let bindings = Self.bindings.filter { $0.counts(in: mode) }
        return bindings.first { $0.keys(in: keymap).contains(key) } ?? bindings.first { $0.takesAnyKey }
    }

    /// Takes a key: by the table, or as text.
    mutating func receive(_ key: Key, in state: State) -> [Intent] {
        if let binding = binding(for: key, in: state.keymap) { return attempt(binding.action, by: key, in: state) }
        if var field = focusedField, field.handle(key) {
            focusedField = field
            return typed(in: state)
        }
        if asksForHelp(key, in: state) { return [.open(KeysPage(of: self, in: state))] }
        guard tellsUnknownKeys, focusedField == nil else { return [] }
        let notice = Notice(.info, localized("\(key.name) has no meaning here. Esc goes back to the list."))
        return [.notice(notice)]
    }

    /// Whether a key asks which keys there are here: the one that does so on the list, where it is no text.
    private func asksForHelp(_ key: Key, in state: State) -> Bool {
        if focusedField != nil, case .character = key.code { return false }
        return !(self is KeysPage) && state.keymap.command(for: key) == .help
    }

    /// Performs an action, or says why it is not possible.
    private mutating func attempt(_ action: Action, by key: Key, in state: State) -> [Intent] {
        if let reason = availability(of: action, in: state).reason {
            return reason.isEmpty ? [] : [.notice(Notice(.warning, reason.asSentence))]
        }
        return perform(action, by: key, in: state)
    }

    /// Takes pasted text into the focused field.
    mutating func receive(paste text: String, in state: State) -> [Intent] {
        guard var field = focusedField else { return [] }
        field.paste(text)
        focusedField = field
        return typed(in: state)
    }

    /// What a double click on a line does.
    mutating func choose(in state: State) -> [Intent] {
        Self.choice.map { attempt($0, by: Key(.enter), in: state) } ?? []
    }

    /// Whether a key leaves the screen.
    func isLeft(by key: Key, in keymap: Keymap) -> Bool { binding(for: key, in: keymap)?.leaves == true }

    /// The keys that count now, for the footer.
    func hints(in state: State) -> [KeyHints.Hint] {
        var hints: [KeyHints.Hint] = []
        for binding in Self.bindings where binding.counts(in: mode) {
            let label = binding.hint.isEmpty ? "" : hint(for: binding.action, in: state) ?? binding.hint
            guard !label.isEmpty, let key = binding.keys(in: state.keymap).first else { continue }
            if let last = hints.last, last.label == label {
                hints[hints.count - 1].key += " " + key.name
                hints[hints.count - 1].keys.append(key)
            } else {
                let isEnabled = availability(of: binding.action, in: state).isEnabled
                hints.append(
                    KeyHints.Hint(
                        key: binding.written ?? key.name, label: label, isEnabled: isEnabled,
                        isPinned: key == Key(.escape), keys: [key]))
            }
        }
        return hints
    }

    func isEqual(to other: any Screen) -> Bool { (other as? Self) == self }
}
