import Terminal

/// One row of a screen's table: the keys, what they do, and the words for it.
///
/// The footer, the help, the mouse, the documentation and the user's own keys come from these rows.
struct KeyBinding<Owner: Screen> {
    let action: Owner.Action
    /// The keys that are always bound to the action.
    let ownKeys: [Key]
    /// The command of the list whose keys, as the person chose them, mean the same here.
    let command: Command?
    /// When the row counts; `nil` for always.
    let modes: [Owner.Mode]?
    /// One or two words for the footer; empty for a key that stands in the help alone. Neighbours with the same words share a hint.
    let hint: String
    /// A sentence for the help and the documentation.
    let help: String
    /// Whether the action leaves the screen, so that what was typed there is asked about first.
    let leaves: Bool
    /// How the keys are written where the first one does not stand for all: `1-9`.
    let written: String?
    /// Whether every key that no other row of the mode has means this.
    let takesAnyKey: Bool

    init(
        _ action: Owner.Action, _ keys: [Key] = [], like command: Command? = nil, in modes: [Owner.Mode]? = nil,
        hint: String = "", _ help: String, leaves: Bool = false, written: String? = nil,
        takesAnyKey: Bool = false
    ) {
        self.action = action
        ownKeys = keys
        self.command = command
        self.modes = modes
        self.hint = hint
        self.help = help
        self.leaves = leaves
        self.written = written
        self.takesAnyKey = takesAnyKey
    }

    /// Whether the row counts in a mode.
    func counts(in mode: Owner.Mode) -> Bool { modes?.contains(mode) ?? true }

    /// All keys, those that are written in hints first.
    func keys(in keymap: Keymap) -> [Key] {
        let others = command.map { keymap.keys(for: $0) } ?? []
        return ownKeys + others.filter { !ownKeys.contains($0) }
    }
}
