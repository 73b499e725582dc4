import Localization
import SpacesModel
import Terminal
import Widgets
import Texts

extension State {
    mutating func receive(_ key: Key, in form: SpaceForm) {
        var form = form
        switch key {
        case Key(.escape), .control("c"):
            setTopLayer(nil)
            if form.sent != nil {
                notice = Notice(.info, localized("The change is still under way; its answer will be shown here."))
            }
            return
        case Key(.enter):
            submit(form)
            return
        case Key(.tab), Key(.down): form.moveFocus(by: 1)
        case Key(.tab, .shift), Key(.up): form.moveFocus(by: -1)
        case Key(.pageUp): form.stepQuota(by: 1)
        case Key(.pageDown): form.stepQuota(by: -1)
        case " " where form.focus == .template, Key(.left) where form.focus == .template,
            Key(.right) where form.focus == .template:
            form.usesTemplate.toggle()
        default: _ = form.changeFocusedField { $0.handle(key) }
        }
        if form.focus == .name { form.hasTwin = hasTwin(form) }
        setTopLayer(.form(form))
    }

    /// Whether another space has the name that was typed: allowed, and seldom meant.
    func hasTwin(_ form: SpaceForm) -> Bool {
        let name = SpaceRules.trimmed(form.text(of: .name))
        guard !name.isEmpty else { return false }
        if case .edit(let space) = form.purpose {
            return !name.isExactly(space.name)
                && list.catalog.spaces.contains { $0.name.isExactly(name) && $0.id != space.id }
        }
        return list.catalog.spaces.contains { $0.name.isExactly(name) }
    }

    /// Sends what changed; what cannot be sent stays in the form with its reason.
    mutating func submit(_ form: SpaceForm) {
        guard form.sent == nil else { return }
        var form = form
        if let row = form.rows.first(where: { form.problems[$0] != nil }) {
            form.point(at: row)
            setTopLayer(.form(form))
            return
        }
        form.failure = nil
        switch form.purpose {
        case .create:
            form.sent = send(.create(form.draft), of: nil, name: form.draft.name)
        case .edit(let space):
            if form.edit.isEmpty {
                setTopLayer(nil)
                notice = Notice(.info, localized("Nothing was changed."))
                return
            }
            form.sent = send(.edit(form.edit), of: space, name: space.name)
        }
        setTopLayer(.form(form))
    }
}
