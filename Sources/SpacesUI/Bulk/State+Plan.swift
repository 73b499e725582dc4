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
        case "h" where !page.plan.hidden.isEmpty: replan(&page) { $0.includesHidden = true }
        case "p" where !page.plan.aside.isEmpty: replan(&page) { $0.includesSwept = true }
        case "p" where !page.plan.included.isEmpty: replan(&page) { $0.includesSwept = false }
        case Key(.up), Key(.down), Key(.pageUp), Key(.pageDown), Key(.home), Key(.end): scroll(&page, key)
        case Key(.enter) where page.isTyped && page.isRight: return begin(page.plan)
        case Key(.enter):
            dialog.hint =
                page.isTyped
                ? (page.wantsName ? page.plan.items.first?.space.notConfirmed : nil)
                    ?? localized("that is not the number of spaces")
                : localized("y does it, n leaves everything as it is")
        case "y" where page.isTyped && !page.wantsName, "Y" where page.isTyped && !page.wantsName:
            dialog.hint = localized("y alone does nothing: type \(page.wanted)")
        case "n" where page.isTyped && !page.wantsName, "N" where page.isTyped && !page.wantsName:
            return decline(page.plan)
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

    /// Another number of spaces: what was typed for the first one counts no more.
    private func replan(_ page: inout PlanPage, _ change: (inout BulkTargets) -> Void) {
        var targets = page.plan.targets
        change(&targets)
        page = PlanPage(plan(page.plan.action, for: targets), isStrict: page.isStrict)
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
