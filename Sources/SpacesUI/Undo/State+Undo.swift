import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

extension State {
    /// More than anybody takes back one by one; the oldest steps go first.
    private static let mostUndoSteps = 200

    var undoAvailability: Availability {
        guard let step = undoSteps.last else {
            return .disabled(localized("there is no change of this session on this server to undo"))
        }
        if case .impossible = step.way { return .enabled }
        if run?.isUnderWay == true {
            return .disabled(localized("a run is still under way; \(keymap.name(of: .showRun)) shows it"))
        }
        if connection.isOffline {
            return .disabled(localized("\(server.host) does not answer; \(keymap.name(of: .refresh)) tries again"))
        }
        guard let id = step.space?.id, pending[id] != nil else { return .enabled }
        return .disabled(localized("a change of this space is still under way"))
    }

    /// Asks whether the last change is to be taken back, or says that it cannot be and goes on to the one before.
    mutating func undo() {
        guard let step = undoSteps.last else { return }
        switch (step.way, step.space) {
        case (.impossible(let sentence), _):
            undoSteps.removeLast()
            notice = Notice(.info, sentence + furtherBack)
        case (.edit, _): open(UndoQuestion(step: step))
        case (.run(let plan), _): layers.append(.bulk(BulkDialog(plan, isStrict: profile.isStrict)))
        case (.restore, let space?): confirm(.restore, of: space, undoing: step)
        case (.disable, let space?): confirm(.disable, of: space, undoing: step)
        case (.restore, nil), (.disable, nil): undoSteps.removeLast()
        }
    }

    private mutating func confirm(_ action: Confirmation.Action, of space: Space, undoing step: UndoStep) {
        var question = Confirmation(action, space, isStrict: profile.isStrict)
        question.undoes = step.number
        layers.append(.confirmation(question))
    }

    // MARK: Answers

    /// Remembers how a change is taken back; true where `U` would write values back.
    @discardableResult
    mutating func noteForUndo(_ change: Change, _ answer: Space?) -> Bool {
        guard let step = UndoStep(change, answer: answer) else { return false }
        note(step)
        if case .edit = step.way { return true }
        return false
    }

    /// Remembers how a run is taken back; what took back another one is over.
    mutating func noteForUndo(_ run: BulkRun) {
        if let undone = run.plan.undoes {
            undoSteps.removeAll { $0.number == undone }
            return
        }
        if let step = UndoStep(run, as: { run.changes[$0] }) {
            note(step)
        } else if run.count(.done) > 0 {
            note(UndoStep(impossible: localized("“\(run.title)” is not undone here."), number: run.number))
        }
    }

    /// Remembers that there is no way back from a change of members but to change them again; `news` says what was done.
    mutating func noteForUndo(_ change: MembershipChange, _ news: String) {
        note(
            UndoStep(
                impossible: localized(
                    """
                    \(change.spaceName): \(news) Members are not undone here; \
                    \(keymap.name(of: .members)) changes them.
                    """), number: change.number))
    }

    private mutating func note(_ step: UndoStep) {
        undoSteps.append(step)
        if undoSteps.count > Self.mostUndoSteps { undoSteps.removeFirst() }
    }

    /// That the next undoing takes back this run, where it does; it begins with a blank.
    func undoHint(after number: Int) -> String {
        guard let step = undoSteps.last, step.number == number, case .run = step.way else { return "" }
        return " " + localized("\(keymap.name(of: .undo)) undoes it.")
    }

    /// What is said of a change that took back another one.
    mutating func finishUndo(_ change: Change, _ answer: Space?, of number: Int) {
        undoSteps.removeAll { $0.number == number }
        var news = change.undone(answer, maximum: capabilities.maximumQuota)
        news.text += furtherBack
        notice = news
    }

    /// Where the space is not as the change left it, nothing is written back, and the step is over; all else may go better
    /// the next time.
    mutating func failUndo(_ number: Int, _ failure: SpacesFailure) {
        switch failure.kind {
        case .conflict(let conflict):
            adopt(conflict.theirs)
            undoSteps.removeAll { $0.number == number }
            notice = Notice(.warning, conflict.refusalToUndo + furtherBack)
        case .changedMeanwhile(let now):
            adopt(now)
            undoSteps.removeAll { $0.number == number }
            notice = Notice(failure)
        case .goneOrNotAllowed, .notAllowed:
            // It would be refused again, and stand before the changes that can be taken back.
            undoSteps.removeAll { $0.number == number }
            notice = Notice(failure)
        default: notice = Notice(failure)
        }
    }

    private var furtherBack: String {
        undoSteps.isEmpty ? "" : " " + localized("\(keymap.name(of: .undo)) goes further back.")
    }
}

extension EditConflict {
    /// Why nothing is written back: what stands there now.
    fileprivate var refusalToUndo: String {
        var facts = fields.map { localized("its \($0.field.label) is \($0.theirs.shown) now") }
        if wasDisabled { facts.append(localized("it is disabled now")) }
        if wasRestored { facts.append(localized("it is restored now")) }
        return localized("Nothing was undone in \(base.name): \(facts.joined(separator: ", ")), by someone else.")
    }
}
