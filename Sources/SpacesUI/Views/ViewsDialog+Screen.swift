import Localization
import SpacesModel
import Terminal
import Widgets

extension ViewsDialog: MenuScreen {
    enum Action: Equatable, Sendable {
        case apply, save, rename, delete, number, close
        case takeName, dropName
        case confirm, decline
        case move(Motion)
    }

    /// Among the views, typing a name, or answering whether one is replaced or deleted.
    enum Mode: CaseIterable, Sendable { case browsing, naming, replacing, deleting }

    static var title: String { localized("Views") }

    // swift-format-ignore
    static var bindings: [KeyBinding<Self>] {
        [
            .init(.apply,    [Key(.enter)],                          in: [.browsing],             hint: localized("apply"),             localized("Apply the view")),
            .init(.save,     ["n"],                                  in: [.browsing],             hint: localized("save as it is now"), localized("Save filter, order and columns of the list as a view")),
            .init(.rename,   ["r"],                                  in: [.browsing],             hint: localized("rename"),            localized("Rename the view")),
            .init(.delete,   ["d", Key(.delete)],                    in: [.browsing],             hint: localized("delete"),            localized("Delete the view")),
            .init(.number,   Key.digits + ["0"],                     in: [.browsing],             hint: localized("number"),            localized("Assign this number to the view; 0 removes it"), written: "1-9"),
            .init(.close,    [Key(.escape), .control("c"), "q"], like: .showViews, in: [.browsing], hint: localized("back"),            localized("Close"), leaves: true),
            .init(.takeName, [Key(.enter)],                          in: [.naming],               hint: localized("save"),              localized("Save the name")),
            .init(.dropName, [Key(.escape), .control("c")],          in: [.naming],               hint: localized("back"),              localized("Cancel naming"), leaves: true),
            .init(.confirm,  ["y", "Y"],                             in: [.replacing],            hint: localized("replace"),           localized("Replace the view of this name")),
            .init(.confirm,  ["y", "Y"],                             in: [.deleting],             hint: localized("delete"),            localized("Delete the view")),
            .init(.decline,  ["n"],                                  in: [.replacing, .deleting], hint: localized("keep"),              localized("Keep the view"), takesAnyKey: true),
        ] + KeyBinding.moving(Action.move, in: [.browsing])
    }

    var mode: Mode {
        if field != nil { return .naming }
        if replacing != nil { return .replacing }
        return doomed == nil ? .browsing : .deleting
    }

    func hint(for action: Action, in state: State) -> String? {
        action == .takeName && naming != .save ? localized("rename") : nil
    }

    func availability(of action: Action, in state: State) -> Availability {
        switch action {
        case .apply, .rename, .delete, .number: state.views.all.isEmpty ? .disabled("") : .enabled
        case .save, .close, .takeName, .dropName, .confirm, .decline, .move: .enabled
        }
    }

    mutating func perform(_ action: Action, by key: Key, in state: State) -> [Intent] {
        let views = state.views
        let view = views.all.indices.contains(cursor) ? views.all[cursor] : nil
        switch action {
        case .apply: return view.map { [.close, .apply($0)] } ?? []
        case .save: ask(for: .save)
        case .rename: if let view { ask(for: .rename(view.name)) }
        case .delete: doomed = view?.name
        case .number:
            guard let view, let number = key.viewNumber else { return [] }
            return [.change(.number(view.name, number == 0 ? nil : number))]
        case .close: return [.close]
        case .move(let motion): return move(motion, in: state)
        case .takeName: return takeName(in: state)
        case .dropName: field = nil
        case .confirm: return confirm(in: state)
        case .decline: (replacing, doomed) = (nil, nil)
        }
        return []
    }

    private mutating func takeName(in state: State) -> [Intent] {
        let words = (field?.text ?? "").split(separator: " ").joined(separator: " ")
        let name = String(words.prefix(SavedView.longestName))
        guard !name.isEmpty else { return [] }
        field = nil
        guard naming != .rename(name), state.views.all.contains(where: { $0.name == name }) else {
            return give(name, in: state)
        }
        replacing = name
        return []
    }

    private mutating func confirm(in state: State) -> [Intent] {
        defer { (replacing, doomed) = (nil, nil) }
        if let replacing { return give(replacing, in: state) }
        guard let doomed else { return [] }
        cursor = max(0, min(cursor, state.views.all.count - 2))
        return [.change(.delete(doomed))]
    }

    /// Saves or renames, as the dialog was asked to. A view of this name keeps its number.
    private mutating func give(_ name: String, in state: State) -> [Intent] {
        var views = state.views
        let change: SavedViews.Change
        switch naming {
        case .save:
            let number = views.named(name).map(\.number) ?? views.freeNumber
            let list = state.list
            change = .save(
                SavedView(name: name, filter: list.filter, order: list.order, columns: state.columns, number: number))
        case .rename(let old): change = .rename(old, to: name)
        }
        views.take(change)
        cursor = views.all.firstIndex { $0.name == name } ?? 0
        return [.change(change)]
    }

    var focusedField: TextField? {
        get { field }
        set { field = newValue }
    }

    var holdsTypedText: Bool {
        guard let field else { return false }
        return switch naming {
        case .save: !field.isEmpty
        case .rename(let name): field.text != name
        }
    }

    static var choice: Action? { .apply }

    mutating func turnWheel(by lines: Int, in state: State) -> [Intent] {
        mode == .browsing ? move(lines < 0 ? .up : .down, in: state) : []
    }

    func lineCount(in state: State) -> Int { max(1, state.views.all.count) }
}
