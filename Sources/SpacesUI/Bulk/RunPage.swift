import Localization

/// The page of a run: where the cursor stands on it, and which rows it shows.
package struct RunPage: Equatable, Sendable {
    /// Counts the rows that are shown.
    package var cursor = 0
    package var top = 0
    /// True until the person moves: the page follows what is under way.
    package var follows = true
    /// True when only what did not come about is shown.
    package var showsProblemsOnly = false
    /// Said about the last key.
    package var message: Notice?

    package init() {}
}

/// A row of the page: an item of the plan, or a space that was left out.
enum RunRow: Equatable {
    case item(Int)
    case skipped(Int)
}

extension BulkRun {
    func rows(problemsOnly: Bool) -> [RunRow] {
        let items = outcomes.indices.filter { !problemsOnly || ![.done, .sending].contains(outcomes[$0].kind) }
        return items.map(RunRow.item) + (problemsOnly ? [] : plan.skipped.indices.map(RunRow.skipped))
    }

    /// What it does, as a title.
    package var title: String { plan.title }

    /// The counts in words: `39 done, 1 not done, 3 left out`.
    var summary: String {
        let kinds: [BulkOutcome.Kind] = [.done, .failed, .unknown, .sending, .waiting]
        var words = kinds.compactMap { kind in
            let number = count(kind)
            return number > 0 ? "\(Numbers.grouped(number)) \(kind.label)" : nil
        }
        if !plan.skipped.isEmpty { words.append(localized("\(Numbers.grouped(plan.skipped.count)) left out")) }
        return words.joined(separator: ", ")
    }

    /// How it stands, in a few words.
    var phaseLabel: String {
        switch phase {
        case .running: localized("running")
        case .paused: localized("paused")
        case .stopping: localized("stopping")
        case .ended: count(.waiting) > 0 ? localized("cancelled") : localized("finished")
        case .interrupted: localized("interrupted")
        }
    }

    var hasProblems: Bool { outcomes.contains { $0.kind != .done } }
}
