import Localization
import Terminal
import Widgets

/// Letters filter; only Enter chooses, and only what stands under the cursor.
extension ProfileChooser: MenuScreen {
    enum Action: Equatable, Sendable {
        case switchTo, stay
        case move(Motion)
    }

    static var title: String { localized("Switch profile") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [.init(.switchTo, [Key(.enter)],                  hint: localized("switch"),    localized("Switch to the profile under the cursor"))]
            + KeyBinding.movingWhileTyping(Action.move,   hint: localized("move"))
            + [.init(.stay, [Key(.escape), .control("c")], hint: localized("stay here"), localized("Keep the current profile"), leaves: true)]
    }

    func hint(for action: Action, in state: State) -> String? {
        guard isBeginning else { return nil }
        return switch action {
        case .switchTo: localized("open")
        case .stay: localized("quit")
        case .move: nil
        }
    }

    func availability(of action: Action, in state: State) -> Availability {
        action == .switchTo && selected == nil ? .disabled("") : .enabled
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .switchTo: selected.map { [.switchTo($0)] } ?? []
        case .stay: [.close]
        case .move(let motion): move(motion, in: state)
        }
    }

    var focusedField: TextField? {
        get { filter }
        set {
            // The cursor stays on its profile where the filter leaves that.
            let name = selected?.name
            if let newValue { filter = newValue }
            cursor = shown.firstIndex { $0.name == name } ?? 0
        }
    }

    static var choice: Action? { .switchTo }

    func lineCount(in state: State) -> Int { shown.count }
}
