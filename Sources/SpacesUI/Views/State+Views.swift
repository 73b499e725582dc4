import Localization
import SpacesModel
import Terminal
import Widgets

extension Key {
    /// The number of a view, 0 to 9, that a digit stands for.
    var viewNumber: Int? {
        guard case .character(let character) = code, modifiers.isEmpty, character.isASCII else { return nil }
        return character.wholeNumberValue
    }
}

extension State {
    // MARK: Applying

    /// Begins with a view instead of what is remembered of the list.
    package mutating func begin(with view: SavedView) { apply(view) }

    /// Looks at the list as a view has it.
    mutating func apply(_ view: SavedView) {
        columns = view.columns
        pan = 0
        list.sort(by: view.order)
        setFilter(view.filter)
        viewName = view.name
    }

    /// Applies the view of a number; 0 is the list as it was without any view.
    mutating func applyView(numbered number: Int) {
        if let view = views.numbered(number) {
            apply(view)
        } else if number == 0 {
            leaveView()
        } else {
            notice = Notice(
                .info,
                localized("No view has the number \(number). \(keymap.name(of: .showViews)) shows and saves views."))
        }
    }

    private mutating func leaveView() {
        guard viewName != nil else {
            notice = Notice(
                .info, localized("No view is in use. \(keymap.name(of: .showViews)) shows and saves views."))
            return
        }
        viewName = nil
        columns = rememberedColumns
        pan = 0
        list.sort(by: rememberedOrder)
        setFilter("")
    }

    /// The view in use as the header names it, and whether the list was changed since.
    var viewLabel: String? {
        guard let viewName else { return nil }
        guard let view = views.named(viewName) else { return nil }
        let isSame = view.filter == list.filter && view.order == list.order && view.columns == columns
        return isSame ? viewName : localized("\(viewName), changed")
    }

    // MARK: The dialog

    mutating func receive(_ key: Key, in dialog: ViewsDialog) {
        if dialog.field != nil { return receiveName(key, in: dialog) }
        if let name = dialog.replacing { return answer(key, aboutTaking: name, in: dialog) }
        if let doomed = dialog.doomed { return answer(key, about: doomed, in: dialog) }
        var dialog = dialog
        let view = views.all.indices.contains(dialog.cursor) ? views.all[dialog.cursor] : nil
        switch key {
        case Key(.escape), "q", "'", .control("c"): return setTopLayer(nil)
        case Key(.enter):
            guard let view else { break }
            setTopLayer(nil)
            return apply(view)
        case Key(.up), "k", .control("p"): dialog.cursor = max(0, dialog.cursor - 1)
        case Key(.down), "j", .control("n"): dialog.cursor = max(0, min(views.all.count - 1, dialog.cursor + 1))
        case "n": dialog.ask(for: .save)
        case "r": if let view { dialog.ask(for: .rename(view.name)) }
        case "d", Key(.delete): dialog.doomed = view?.name
        default:
            guard let view, let number = key.viewNumber else { break }
            change(.number(view.name, number == 0 ? nil : number))
        }
        setTopLayer(.views(dialog))
    }

    private mutating func answer(_ key: Key, about doomed: String, in dialog: ViewsDialog) {
        var dialog = dialog
        dialog.doomed = nil
        if key == "y" || key == "Y" {
            change(.delete(doomed))
            if viewName == doomed { viewName = nil }
            dialog.cursor = max(0, min(dialog.cursor, views.all.count - 1))
        }
        setTopLayer(.views(dialog))
    }

    private mutating func receiveName(_ key: Key, in dialog: ViewsDialog) {
        var dialog = dialog
        switch key {
        case Key(.escape), .control("c"): dialog.field = nil
        case Key(.enter):
            let words = (dialog.field?.text ?? "").split(separator: " ").joined(separator: " ")
            let name = String(words.prefix(SavedView.longestName))
            guard !name.isEmpty else { break }
            dialog.field = nil
            let isTaken = dialog.naming != .rename(name) && views.all.contains { $0.name == name }
            if isTaken { dialog.replacing = name } else { give(name, &dialog) }
        default: _ = dialog.field?.handle(key)
        }
        setTopLayer(.views(dialog))
    }

    private mutating func answer(_ key: Key, aboutTaking name: String, in dialog: ViewsDialog) {
        var dialog = dialog
        dialog.replacing = nil
        if key == "y" || key == "Y" { give(name, &dialog) }
        setTopLayer(.views(dialog))
    }

    /// Saves or renames, as the dialog was asked to.
    private mutating func give(_ name: String, _ dialog: inout ViewsDialog) {
        switch dialog.naming {
        case .save: save(as: name)
        case .rename(let old):
            change(.rename(old, to: name))
            if viewName == old { viewName = name }
        }
        dialog.cursor = views.all.firstIndex { $0.name == name } ?? 0
    }

    /// Saves the list as it is now; a view of this name keeps its number.
    private mutating func save(as name: String) {
        let number = views.named(name).map(\.number) ?? views.freeNumber
        let view = SavedView(name: name, filter: list.filter, order: list.order, columns: columns, number: number)
        change(.save(view))
        viewName = name
    }

    /// Changes the views on the screen at once, and their file.
    private mutating func change(_ change: SavedViews.Change) {
        ask(.changeViews(change, of: views))
        views.take(change)
    }
}
