import Localization
import Terminal

extension ColumnChooser: MenuScreen {
    enum Action: Equatable, Sendable {
        case toggle, moveDown, moveUp, keep, takeBack, narrow, widen, fit, reset
        case move(Motion)
    }

    static var title: String { localized("Columns") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.toggle,   [" ", "x"],                    hint: localized("show or hide"), localized("Show the column, or hide it")),
            .init(.moveDown, ["J", Key(.down, .shift)],     hint: localized("order"),        localized("Move the column to the right")),
            .init(.moveUp,   ["K", Key(.up, .shift)],       hint: localized("order"),        localized("Move the column to the left")),
            .init(.keep,     [Key(.enter), "q"], like: .chooseColumns, hint: localized("keep"), localized("Keep the columns"), leaves: true),
            .init(.takeBack, [Key(.escape), .control("c")], hint: localized("take back"),    localized("Restore the previous columns"), leaves: true),
            .init(.narrow,   [Key(.left), "h", "-"],        hint: localized("width"),        localized("Make the column narrower")),
            .init(.widen,    [Key(.right), "l", "+"],       hint: localized("width"),        localized("Make the column wider")),
            .init(.fit,      ["=", "0"],                    hint: localized("auto"),         localized("Fit the width automatically")),
            .init(.reset,    ["r"],                         hint: localized("reset"),        localized("Restore the default columns")),
        ] + KeyBinding.moving(Action.move)
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        var columns = state.columns
        switch action {
        case .keep:
            let shown = columns.shown.map { $0.word }.joined(separator: ", ")
            return [.close, .notice(Notice(.success, localized("The columns are \(shown).")))]
        case .takeBack: return [.arrange(before), .close]
        case .move(let motion): return move(motion, in: state)
        case .toggle: columns.toggle(at: cursor)
        case .moveUp: cursor = columns.move(at: cursor, by: -1)
        case .moveDown: cursor = columns.move(at: cursor, by: 1)
        case .narrow: columns.setWidth(width(in: state) - 1, at: cursor)
        case .widen: columns.setWidth(width(in: state) + 1, at: cursor)
        case .fit: columns.setWidth(nil, at: cursor)
        case .reset: columns = .standard
        }
        return [.arrange(columns)]
    }

    /// The width that the column under the cursor has on the screen.
    private func width(in state: State) -> Int {
        let entry = state.columns.entries[cursor]
        let places = state.columnLayout(width: state.layout.list.columns).places
        return entry.width ?? places.first { $0.column == entry.column }?.width ?? entry.column.width
    }

    var isTryingOut: Bool { true }

    func lineCount(in state: State) -> Int { state.columns.entries.count }
}
