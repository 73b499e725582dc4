import Localization
import SpacesModel
import Terminal
import Widgets

/// The keys of the page of a plan.
extension State {
    mutating func receive(_ key: Key, in page: PlanPage, _ dialog: BulkDialog) {
        var (page, dialog) = (page, dialog)
        switch key {
        case Key(.escape), .control("c"):
            guard let earlier = dialog.earlier else { return decline(page.plan) }
            // Back to what was typed.
            (dialog.step, dialog.earlier) = (earlier, nil)
            return setTopLayer(.bulk(dialog))
        case "h" where !page.plan.hidden.isEmpty:
            // Another number of spaces: what was typed for the first one counts no more.
            let all = dialog.targets + dialog.hidden
            let spaces = list.rows(of: all)
            let isStrict = page.isStrict
            var plan = BulkPlan(page.plan.action, for: spaces, hidden: [], rules: bulkRules)
            plan.tellTwinsApart(among: list.catalog.spaces)
            page = PlanPage(plan, isStrict: isStrict)
        case Key(.up), Key(.down), Key(.pageUp), Key(.pageDown), Key(.home), Key(.end): scroll(&page, key)
        case Key(.enter) where page.isTyped && page.isRight: return begin(page.plan)
        case Key(.enter):
            dialog.hint =
                page.isTyped
                ? (page.wantsName ? localized("that is not its name") : localized("that is not the number of spaces"))
                : localized("y does it, n leaves everything as it is")
        case _ where page.isTyped:
            _ = page.typed.handle(key)
        case "y", "Y":
            if !page.plan.items.isEmpty { return begin(page.plan) }
            dialog.hint = localized("there is nothing to do")
        case "n", "N", "q": return decline(page.plan)
        default: scroll(&page, key)
        }
        dialog.step = .plan(page)
        setTopLayer(.bulk(dialog))
    }

    private func scroll(_ page: inout PlanPage, _ key: Key) {
        let (rows, last) = planScroll(page)
        let height = max(1, rows - 1)
        page.scroll = min(page.scroll, last)
        switch keymap.command(for: key) {
        case .moveUp: page.scroll -= 1
        case .moveDown: page.scroll += 1
        case .pageUp, .halfPageUp: page.scroll -= height
        case .pageDown, .halfPageDown: page.scroll += height
        case .moveToFirst: page.scroll = 0
        case .moveToLast: page.scroll = last
        default: break
        }
        page.scroll = max(0, min(page.scroll, last))
    }

    private mutating func decline(_ plan: BulkPlan) {
        setTopLayer(nil)
        notice = Notice(.info, localized("Nothing was changed."))
    }

    /// Carries a plan out, in the background.
    mutating func begin(_ plan: BulkPlan) {
        changeNumber += 1
        // One page shows one run: what came of the one before was told at its end.
        if let file = run?.file { ask(.bulk(.forget(file: file))) }
        run = BulkRun(number: changeNumber, plan: plan, begun: now)
        ask(.bulk(.start(number: changeNumber, plan: plan, server: server.host)))
        setTopLayer(.run(RunPage()))
    }
}

extension SpaceList {
    /// Spaces in the order of the list: those that are shown first, then the others.
    func rows(of ids: [SpaceID]) -> [Space] {
        let wanted = Set(ids)
        let shown = rows.lazy.map { catalog.spaces[Int($0)] }.filter { wanted.contains($0.id) }
        let seen = Set(shown.map(\.id))
        return shown + ids.filter { !seen.contains($0) }.compactMap { space($0) }
    }
}
