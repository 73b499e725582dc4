import Localization
import Terminal
import Widgets

/// Letters filter; moving tries, Enter keeps, Esc goes back to what was.
extension ThemeChooser: Screen {
    enum Action: Equatable, Sendable {
        case keep, leave
        case move(Motion)
    }

    static var title: String { localized("Theme") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [.init(.keep, [Key(.enter)],                     hint: localized("keep"), localized("Keep the theme under the cursor"))]
            + KeyBinding.movingWhileTyping(Action.move,  hint: localized("try"))
            + [
                .init(.leave,        [Key(.escape), .control("c")], hint: localized("back"), localized("Restore the previous theme"), leaves: true),
                .init(.move(.first), [Key(.home)],                                           localized("Move to the first line")),
                .init(.move(.last),  [Key(.end)],                                            localized("Move to the last line")),
            ]
    }

    func availability(of action: Action, in state: State) -> Availability {
        action == .keep && selected(of: state.themes.catalog) == nil ? .disabled("") : .enabled
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        switch action {
        case .keep: selected(of: state.themes.catalog).map { [.keepTheme($0.name), .close] } ?? []
        case .leave: [.tryTheme(nil), .close]
        case .move(let motion): move(motion, in: state)
        }
    }

    private mutating func move(_ motion: Motion, in state: State) -> [Intent] {
        let shown = shown(of: state.themes.catalog)
        guard !shown.isEmpty else { return [.tryTheme(nil)] }
        name = shown[motion.line(from: cursor(among: shown), of: shown.count, page: 8)].name
        return [.tryTheme(name)]
    }

    var focusedField: TextField? {
        get { filter }
        set { if let newValue { filter = newValue } }
    }

    /// The cursor stays on its theme where the filter leaves that.
    mutating func typed(in state: State) -> [Intent] {
        guard let entry = selected(of: state.themes.catalog) else { return [.tryTheme(nil)] }
        name = entry.name
        return [.tryTheme(name)]
    }

    mutating func turnWheel(by lines: Int, in state: State) -> [Intent] { move(lines < 0 ? .up : .down, in: state) }
}
