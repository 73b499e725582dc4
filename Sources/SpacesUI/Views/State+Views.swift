import Localization
import SpacesModel
import Terminal

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

    // MARK: Changing

    /// Changes the views on the screen at once, and their file.
    mutating func change(_ change: SavedViews.Change) {
        ask(.changeViews(change, of: views))
        views.take(change)
        switch change {
        case .save(let view): viewName = view.name
        case .rename(let old, let name): if viewName == old { viewName = name }
        case .delete(let name): if viewName == name { viewName = nil }
        case .number: break
        }
    }
}
