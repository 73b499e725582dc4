import Localization
import Terminal
import Widgets

/// Letters filter; only Enter performs, and only what stands under the cursor.
extension CommandPalette: MenuScreen {
    enum Action: Equatable, Sendable {
        case perform, close
        case move(Motion)
    }

    static var title: String { localized("Commands") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [.init(.perform, [Key(.enter)],                    hint: localized("perform"), localized("Perform the command under the cursor"))]
            + KeyBinding.movingWhileTyping(Action.move,    hint: localized("move"))
            + [.init(.close, [Key(.escape), .control("c")], hint: localized("back"),    localized("Close"), leaves: true)]
    }

    func availability(of action: Action, in state: State) -> Availability {
        guard action == .perform else { return .enabled }
        return selected.map { state.availability(of: $0) } ?? .disabled("")
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .perform: selected.map { [.choose($0)] } ?? []
        case .close: [.close]
        case .move(let motion): move(motion, in: state)
        }
    }

    var focusedField: TextField? {
        get { field }
        set {
            guard let newValue else { return }
            // What is typed decides anew what fits best.
            if newValue.text != field.text { cursor = 0 }
            field = newValue
        }
    }

    static var choice: Action? { .perform }

    func lineCount(in state: State) -> Int { entries.count }

    mutating func turnWheel(by lines: Int, in state: State) -> [Intent] {
        cursor = max(0, min(entries.count - 1, cursor + lines))
        return []
    }

    var showsPageBelow: Bool { true }
}
