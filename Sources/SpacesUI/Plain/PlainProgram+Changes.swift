import Localization
import SpacesClient
import SpacesModel
import Widgets

/// Words that change spaces.
extension PlainProgram {
    mutating func create(_ name: String) {
        act { $0.perform(.create) }
        guard case .form(var form)? = state.layers.last else { return }
        form.setText(PlainTargets.unquoted(name), of: .name)
        submit(form)
    }

    mutating func quota(_ text: String) async {
        let (target, value) = PlainTargets.split(text)
        if let complaint = PlainTargets.complaint(about: value) { return fail(complaint) }
        if target.lowercased() != "marked", PlainTargets.isRelative(value) {
            guard let space = space(target) else { return }
            return plan(quota: value) { $0.planAlone($1, for: space.id) }
        }
        guard target.lowercased() == "marked" else {
            guard let form = form(of: target, setting: .quota, to: value) else { return }
            if let warning = form.quotaWarning {
                say(localized("\(form.text(of: .quota)) is \(warning)."))
                guard await isYes(localized("Type yes to save it; anything else leaves it as it is:")) else {
                    return act {
                        $0.setTopLayer(nil)
                        $0.notice = Notice(.info, localized("Nothing was changed."))
                    }
                }
            }
            return submit(form)
        }
        plan(quota: value) { $0.planForAllMarked($1) }
    }

    private mutating func plan(quota value: String, _ plan: (inout State, BulkAction) -> Void) {
        switch PlainTargets.quotaForm(value).action {
        case .success(let action): act { plan(&$0, action) }
        case .failure(let problem): fail(problem.reason.asSentence)
        }
    }

    mutating func change(_ row: SpaceForm.Row, _ text: String) {
        let (target, typed) = PlainTargets.split(text)
        let value = PlainTargets.unquoted(typed)
        guard target.lowercased() == "marked" else {
            guard let form = form(of: target, setting: row, to: value) else { return }
            return submit(form)
        }
        guard row == .name else { return fail(localized("The \(row.rawValue) of many spaces is not changed at once.")) }
        do throws(RenamePattern.Problem) {
            let pattern = try RenamePattern(find: "", replacement: value)
            act { $0.planForAllMarked(.rename(pattern)) }
        } catch {
            fail(error.message.asSentence)
        }
    }

    /// The form of a space with a new text in a row; `nil` where that cannot be, which is told.
    private mutating func form(of target: String, setting row: SpaceForm.Row, to text: String) -> SpaceForm? {
        guard let space = space(target) else { return nil }
        act { $0.perform(.edit, on: space.id) }
        guard case .form(var form)? = state.layers.last else { return nil }
        if let reason = form.locked[row] {
            fail(reason.asSentence)
            act { $0.setTopLayer(nil) }
            return nil
        }
        form.setText(text, of: row)
        return form
    }

    private mutating func submit(_ form: SpaceForm) {
        if state.hasTwin(form) { remark(localized("another space has this name").asSentence) }
        act {
            $0.setTopLayer(.form(form))
            $0.submit(form)
        }
    }

    mutating func lifecycle(_ command: Command, _ action: BulkAction, _ text: String) {
        if text.lowercased() == "marked" { return act { $0.planForAllMarked(action) } }
        guard let space = space(text) else { return }
        act { $0.perform(command, on: space.id) }
    }
}
