import Terminal
import Widgets

/// What header and footer say about marks, plans and runs.
extension State {
    /// How many spaces are marked, and how many of them the filter hides.
    var markLabel: String {
        if list.marks.rangeStart != nil {
            let marked = list.marks.isEmpty ? "" : "\(Numbers.grouped(list.marks.count)) marked, "
            return marked + "range of \(Numbers.grouped(list.range?.count ?? 0))"
        }
        guard !list.marks.isEmpty else { return "" }
        let hidden = list.marks.hiddenCount
        return "\(Numbers.grouped(list.marks.count)) marked" + (hidden > 0 ? ", \(Numbers.grouped(hidden)) hidden" : "")
    }

    /// How a run stands whose page is closed.
    var runLabel: String {
        guard let run, run.isUnderWay else { return "" }
        if case .run? = layers.last { return "" }
        return "\(run.phaseLabel) \(Numbers.grouped(run.settledCount)) of \(Numbers.grouped(run.plan.items.count))"
    }

    func hints(of dialog: BulkDialog) -> [KeyHints.Hint] {
        switch dialog.step {
        case .menu: [hint("Enter", "choose"), hint("Up Down", "move"), hint("Esc", "leave it")]
        case .value: [hint("Enter", "show the plan"), hint("Esc", "back")]
        case .renaming: [hint("Enter", "show the plan"), hint("Tab", "other field"), hint("Esc", "back")]
        case .inviting(let form):
            form.focus == .who
                ? [hint("Enter", "choose"), hint("Up Down", "move"), hint("Esc", "back")]
                : [hint("Enter", "show the plan"), hint("Tab", "next field"), hint("Esc", "back")]
        case .removing:
            [hint("Enter", "show the plan"), hint("Up Down", "move"), hint("Esc", "back")]
        case .plan(let page):
            (page.isTyped
                ? [hint("Enter", page.plan.action.verb, isEnabled: page.isRight), hint("Esc", "leave it")]
                : [hint("y", page.plan.action.verb, isEnabled: !page.plan.items.isEmpty), hint("n", "leave it")])
                + (page.plan.hidden.isEmpty ? [] : [hint("h", "include hidden")])
                + [hint("Up Down", "scroll")]
        }
    }

    var runHints: [KeyHints.Hint] {
        guard let run else { return [] }
        var isPaused = false
        if case .paused = run.phase { isPaused = true }
        if run.isUnderWay {
            return [
                hint("p", isPaused ? "go on" : "pause", isEnabled: run.phase != .stopping),
                hint("c", "cancel the rest", isEnabled: run.phase != .stopping), hint("Esc", "leave it running"),
                hint("f", "problems"), hint("Up Down", "move"),
            ]
        }
        return [
            hint("r", "repeat", isEnabled: !run.repeatable.isEmpty && !run.isElsewhere),
            hint("l", "look up", isEnabled: run.count(.unknown) > 0), hint("w", "save as CSV"), hint("f", "problems"),
            hint("Up Down", "move"), hint("Esc", "close"),
        ]
    }
}
