import Localization
import Terminal
import Widgets

/// What header and footer say about marks, plans and runs.
extension State {
    /// How many spaces are marked, and how many of them the filter hides.
    var markLabel: String {
        if list.marks.rangeStart != nil {
            let (marked, reached) = (Numbers.grouped(list.marks.count), Numbers.grouped(list.range?.count ?? 0))
            return list.marks.isEmpty
                ? localized("range of \(reached)") : localized("\(marked) marked, range of \(reached)")
        }
        guard !list.marks.isEmpty else { return "" }
        let hidden = list.marks.hiddenCount
        let marked = Numbers.grouped(list.marks.count)
        return hidden > 0
            ? localized("\(marked) marked, \(Numbers.grouped(hidden)) hidden") : localized("\(marked) marked")
    }

    /// How a run stands whose page is closed.
    var runLabel: String {
        guard let run, run.isUnderWay else { return "" }
        if case .run? = layers.last { return "" }
        return localized(
            "\(run.phaseLabel) \(Numbers.grouped(run.settledCount)) of \(Numbers.grouped(run.plan.items.count))")
    }

    func hints(of dialog: BulkDialog) -> [KeyHints.Hint] {
        switch dialog.step {
        case .menu:
            [
                hint("Enter", localized("choose")), hint("Up Down", localized("move")),
                hint("Esc", localized("leave it")),
            ]
        case .value: [hint("Enter", localized("show the plan")), hint("Esc", localized("back"))]
        case .renaming:
            [
                hint("Enter", localized("show the plan")), hint("Tab", localized("other field")),
                hint("Esc", localized("back")),
            ]
        case .inviting(let form):
            form.focus == .who
                ? [
                    hint("Enter", localized("choose")), hint("Up Down", localized("move")),
                    hint("Esc", localized("back")),
                ]
                : [
                    hint("Enter", localized("show the plan")), hint("Tab", localized("next field")),
                    hint("Esc", localized("back")),
                ]
        case .removing:
            [
                hint("Enter", localized("show the plan")), hint("Up Down", localized("move")),
                hint("Esc", localized("back")),
            ]
        case .plan(let page):
            (page.isTyped
                ? [hint("Enter", page.plan.action.verb, isEnabled: page.isRight), hint("Esc", localized("leave it"))]
                : [
                    hint("y", page.plan.action.verb, isEnabled: !page.plan.items.isEmpty),
                    hint("n", localized("leave it")),
                ])
                + (page.plan.aside.isEmpty ? [] : [hint("p", localized("include personal"))])
                + (page.plan.included.isEmpty ? [] : [hint("p", localized("leave out personal"))])
                + (page.plan.hidden.isEmpty ? [] : [hint("h", localized("include hidden"))])
                + [hint("Up Down", localized("scroll"))]
        }
    }

    var runHints: [KeyHints.Hint] {
        guard let run else { return [] }
        var isPaused = false
        if case .paused = run.phase { isPaused = true }
        if run.isUnderWay {
            return [
                hint("p", isPaused ? localized("go on") : localized("pause"), isEnabled: run.phase != .stopping),
                hint("c", localized("cancel the rest"), isEnabled: run.phase != .stopping),
                hint("Esc", localized("leave it running")),
                hint("f", localized("problems")), hint("Up Down", localized("move")),
            ]
        }
        return [
            hint("r", localized("repeat"), isEnabled: !run.repeatable.isEmpty && !run.isElsewhere),
            hint("l", localized("look up"), isEnabled: run.count(.unknown) > 0), hint("w", localized("save as CSV")),
            hint("f", localized("problems")),
            hint("Up Down", localized("move")), hint("Esc", localized("close")),
        ]
    }
}
