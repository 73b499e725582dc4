import Localization
import SpacesModel
import Terminal
import Widgets

/// From the marks to a plan, and from a plan to a run.
extension State {
    /// The rules that plans are made by at this moment.
    var bulkRules: BulkPlan.Rules {
        BulkPlan.Rules(
            access: access, maximumQuota: capabilities.maximumQuota, now: now,
            busy: pending.mapValues { _ in localized("a change of this space is still under way") })
    }

    /// Opens the menu for the marked spaces, or for the selected one where none is marked.
    mutating func openActions() {
        layers.append(.bulk(newBulkDialog()))
    }

    /// Opens the plan of an action for the marked spaces.
    mutating func planForMarked(_ action: BulkAction) {
        var dialog = newBulkDialog()
        dialog.step = .plan(PlanPage(plan(action, dialog), isStrict: profile.isStrict))
        layers.append(.bulk(dialog))
    }

    private mutating func newBulkDialog() -> BulkDialog {
        list.endRange()
        let targets = list.marks.isEmpty ? [list.selected].compactMap { $0 } : list.markedShown
        let hidden = list.markedHidden
        let swept = Set((targets + hidden).filter(list.isSweptAlong).map(\.id))
        return BulkDialog(targets: targets, hidden: hidden, swept: swept)
    }

    /// The spaces that forms are about: those that a plan takes in. Where it would take in none, all of them.
    func spaces(of dialog: BulkDialog) -> [Space] {
        let all = dialog.targets.compactMap { list.space($0) }
        let taken = all.filter { !dialog.swept.contains($0.id) }
        return taken.isEmpty ? all : taken
    }

    /// Those that a plan leaves out until they are asked for.
    func sweptSpaces(of dialog: BulkDialog) -> [Space] {
        dialog.targets.filter(dialog.swept.contains).compactMap { list.space($0) }
    }

    private func plan(_ action: BulkAction, _ dialog: BulkDialog) -> BulkPlan {
        plan(
            action,
            for: BulkTargets(
                dialog.targets.compactMap { list.space($0) }, hidden: dialog.hidden.compactMap { list.space($0) },
                swept: dialog.swept))
    }

    func plan(_ action: BulkAction, for targets: BulkTargets) -> BulkPlan {
        var plan = BulkPlan(action, for: targets, rules: bulkRules)
        plan.tellTwinsApart(among: list.catalog.spaces)
        plan.isOfPart = incompleteness != nil
        return plan
    }

    /// Why an entry of the menu would change nothing, or `nil`; the number of spaces that it could be done with.
    func refusal(of entry: BulkEntry, in dialog: BulkDialog) -> (reason: String?, count: Int) {
        let spaces = spaces(of: dialog)
        let refusals = spaces.map { bulkRules.refusal(of: entry, for: $0) }
        let count = refusals.count { $0 == nil }
        guard count == 0 else { return (nil, count) }
        let reasons = Set(refusals.compactMap { $0 })
        return (reasons.count == 1 ? reasons.first : localized("not possible with any of them"), 0)
    }

    // MARK: Keys

    mutating func receive(_ key: Key, in dialog: BulkDialog) {
        var dialog = dialog
        dialog.hint = nil
        switch dialog.step {
        case .menu(let cursor): receive(key, inMenuOf: dialog, cursor: cursor)
        case .value(var form):
            switch key {
            case Key(.escape), .control("c"): toMenu(dialog, form.entry)
            case Key(.enter):
                switch form.action {
                case .success(let action): show(plan(action, dialog), dialog)
                case .failure(let problem):
                    dialog.hint = problem.reason
                    setTopLayer(.bulk(dialog))
                }
            default:
                _ = form.field.handle(key)
                dialog.step = .value(form)
                setTopLayer(.bulk(dialog))
            }
        case .renaming(let form): receive(key, in: form, dialog)
        case .inviting(let form): receive(key, in: form, dialog)
        case .removing(let chooser): receive(key, in: chooser, dialog)
        case .plan(let page): receive(key, in: page, dialog)
        }
    }

    private mutating func toMenu(_ dialog: BulkDialog, _ entry: BulkEntry) {
        var dialog = dialog
        dialog.step = .menu(cursor: BulkEntry.allCases.firstIndex(of: entry) ?? 0)
        setTopLayer(.bulk(dialog))
    }

    private mutating func receive(_ key: Key, inMenuOf dialog: BulkDialog, cursor: Int) {
        let entries = BulkEntry.allCases
        if let entry = entries.first(where: { $0.key == key }) { return choose(entry, dialog) }
        var dialog = dialog
        switch keymap.command(for: key) {
        case .clearFilter, .quit, .act:
            setTopLayer(nil)
            return
        case .moveUp: dialog.step = .menu(cursor: max(0, cursor - 1))
        case .moveDown: dialog.step = .menu(cursor: min(entries.count - 1, cursor + 1))
        case .moveToFirst, .pageUp: dialog.step = .menu(cursor: 0)
        case .moveToLast, .pageDown: dialog.step = .menu(cursor: entries.count - 1)
        default: if key == Key(.enter) { return choose(entries[cursor], dialog) }
        }
        setTopLayer(.bulk(dialog))
    }

    private mutating func choose(_ entry: BulkEntry, _ dialog: BulkDialog) {
        var dialog = dialog
        if let reason = refusal(of: entry, in: dialog).reason {
            dialog.step = .menu(cursor: BulkEntry.allCases.firstIndex(of: entry) ?? 0)
            dialog.hint = reason.asSentence
        } else if let action = entry.action {
            return show(plan(action, dialog), dialog)
        } else {
            switch entry {
            case .invite: dialog.step = .inviting(InvitationForm(MemberListing(members: [])))
            case .remove: dialog.step = .removing(LeaverChooser(of: spaces(of: dialog)))
            case .rename: dialog.step = .renaming(RenameForm())
            default: dialog.step = .value(ValueForm(entry))
            }
        }
        setTopLayer(.bulk(dialog))
    }

    mutating func planInvitation(_ invitation: Invitation, label: String, _ dialog: BulkDialog) {
        show(plan(.invite(invitation, label: label), dialog), dialog)
    }

    private mutating func show(_ plan: BulkPlan, _ dialog: BulkDialog) {
        var dialog = dialog
        dialog.earlier = dialog.step
        dialog.step = .plan(PlanPage(plan, isStrict: profile.isStrict))
        setTopLayer(.bulk(dialog))
    }

    private mutating func receive(_ key: Key, in form: RenameForm, _ dialog: BulkDialog) {
        var (form, dialog) = (form, dialog)
        switch key {
        case Key(.escape), .control("c"): return toMenu(dialog, .rename)
        case Key(.enter):
            switch form.pattern {
            case .success(let pattern): return show(plan(.rename(pattern), dialog), dialog)
            case .failure(let problem): dialog.hint = problem.message
            }
        case Key(.tab), Key(.tab, .shift), Key(.up), Key(.down): form.isFindFocused.toggle()
        default: form.changeField { _ = $0.handle(key) }
        }
        dialog.step = .renaming(form)
        setTopLayer(.bulk(dialog))
    }

    private mutating func receive(_ key: Key, in chooser: LeaverChooser, _ dialog: BulkDialog) {
        var (chooser, dialog) = (chooser, dialog)
        switch key {
        case Key(.escape), .control("c"): return toMenu(dialog, .remove)
        case Key(.enter):
            if let leaver = chooser.selected { return show(plan(.remove(leaver.identity), dialog), dialog) }
        case Key(.up), .control("p"): chooser.move(by: -1)
        case Key(.down), .control("n"), Key(.tab): chooser.move(by: 1)
        case Key(.pageUp): chooser.move(by: -10)
        case Key(.pageDown): chooser.move(by: 10)
        default: chooser.changeFilter { _ = $0.handle(key) }
        }
        dialog.step = .removing(chooser)
        setTopLayer(.bulk(dialog))
    }

    /// Pasted text goes into the field that is being typed in.
    mutating func receive(paste text: String, in dialog: BulkDialog) {
        var dialog = dialog
        switch dialog.step {
        case .value(var form):
            form.field.paste(text)
            dialog.step = .value(form)
        case .renaming(var form):
            form.changeField { $0.paste(text) }
            dialog.step = .renaming(form)
        case .inviting(var form) where form.focus == .who:
            form.who.paste(text)
            form.whoChanged()
            dialog.step = .inviting(form)
        case .inviting(var form) where form.focus == .end:
            form.end.paste(text)
            dialog.step = .inviting(form)
        case .removing(var chooser):
            chooser.changeFilter { $0.paste(text) }
            dialog.step = .removing(chooser)
        case .plan(var page) where page.isTyped:
            if page.wantsName, let only = page.plan.items.first {
                only.space.paste(text, toConfirmIn: &page.typed)
            } else {
                page.typed.paste(text)
            }
            dialog.step = .plan(page)
        default: dialog.hint = localized("Pasted text was ignored: keys are typed.")
        }
        setTopLayer(.bulk(dialog))
    }
}
