import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets
import Texts

/// What the state asks in dialogs, asked in words. The answer is no until it is clearly yes.
extension PlainProgram {
    /// Waits for what was begun, and puts every question that comes of it, until there is none.
    mutating func converse() async {
        await settle()
        while let layer = state.layers.last {
            switch layer {
            case .confirmation(let question): await answer(question)
            case .conflict(let choice): await answer(choice)
            case .form(let form): close(form)
            case .bulk(let dialog): await answer(dialog)
            case .run: await answerRun()
            case .members(let dialog): close(dialog)
            case .export(let form): await answer(form)
            case .screen(let open):
                switch open.screen {
                case let question as UndoQuestion: await answer(question)
                case let question as SignInQuestion: await answer(question)
                default: act { $0.setTopLayer(nil) }
                }
            default: act { $0.setTopLayer(nil) }
            }
            await settle()
        }
    }

    mutating func isYes(_ question: String) async -> Bool {
        let answer = await ask(question)?.lowercased().split(separator: " ").map(String.init) ?? []
        let isYes = answer == ["yes"] || answer == [localized("yes")]
        // What was asked for is not done, and a script notices.
        if !isYes { hasFailed = true }
        return isYes
    }

    private mutating func answer(_ question: Confirmation) async {
        if let news = question.news { say(news) }
        if question.undoes != nil { say(localized("This undoes your last change.")) }
        say("\(question.title): \(PlainWords.line(question.space, at: state.now)).")
        tellTwins(of: question.space)
        say(question.consequence)
        guard question.needsName else {
            let isYes = await isYes(localized("Type yes to \(question.word) it; anything else leaves it as it is:"))
            return act { $0.receive(isYes ? "y" : "n", in: question) }
        }
        let end = question.space.id.end
        if let warning = question.space.nameWarning { say(warning) }
        let typed = await ask(
            question.space.hasInvisibleName
                ? localized(
                    "To \(question.word) it, type the end of its id, \(end); anything else leaves it as it is:")
                : localized(
                    "To \(question.word) it, type its name or the end of its id, \(end); anything else leaves it as it is:"
                ))
        var answered = question
        answered.typed = TextField(typed ?? "")
        if answered.isNameRight { return act { $0.receive(Key(.enter), in: answered) } }
        if typed?.isEmpty == false { say(question.space.notConfirmed.asSentence) }
        hasFailed = true
        act { $0.receive(Key(.escape), in: question) }
    }

    /// A name that several spaces have does not tell which one is meant.
    private func tellTwins(of space: Space) {
        let twins = state.list.catalog.spaces.count { $0.name.isExactly(space.name) && $0.id != space.id }
        guard twins > 0 else { return }
        say(
            localized(
                "\(counted(twins, "other space has", "other spaces have")) this name. This one's id is \(space.id.rawValue)."
            ))
    }

    private mutating func answer(_ question: UndoQuestion) async {
        let step = question.step
        say(localized("This undoes your last change of \(step.space?.name ?? localized("a space"))."))
        for line in step.lines { say(localized("\(line.label): it is \(line.now) and will be \(line.back).")) }
        let isYes = await isYes(localized("Type yes to undo it; anything else leaves it as it is:"))
        act { $0.receive(isYes ? "y" : "n", in: OpenScreen(question)) }
    }

    /// Two changed the same fields: asks of each by number.
    private mutating func answer(_ question: ConflictChoice) async {
        var choice = question
        for line in question.story { say(line) }
        for field in question.conflict.fields {
            say(

                localized(
                    """
                    \(field.field.label): it was \(field.base.shown). 1, theirs: \(field.theirs.shown). \
                    2, mine: \(field.mine.shown).
                    """))
            switch await ask(localized("Type 1 or 2; anything else sends nothing:")) {
            case "1": choice.choose(.theirs)
            case "2": choice.choose(.mine)
            default: return leave(question)
            }
            choice.moveFocus(by: 1)
        }
        if question.conflict.fields.isEmpty {
            guard await isYes(localized("Type yes to save your change; anything else sends nothing:")) else {
                return leave(question)
            }
        }
        act { $0.receive(Key(.enter), in: choice) }
    }

    private mutating func leave(_ question: ConflictChoice) {
        hasFailed = true
        act {
            $0.setTopLayer(nil)
            if case .form? = $0.layers.last { $0.setTopLayer(nil) }
            $0.notice = Notice(
                .info, localized("Nothing was sent: \(question.conflict.theirs.name) stays as it is saved."))
        }
    }

    /// A form that is still there was not taken: says why.
    private mutating func close(_ form: SpaceForm) {
        if let failure = form.failure { fail(Notice(failure).text) }
        for row in form.rows {
            if let problem = form.problems[row] { fail("\(row.label): \(problem)".asSentence) }
        }
        act { $0.setTopLayer(nil) }
    }

    /// Tells what came of the last step.
    private mutating func close(_ dialog: MembersDialog) {
        if let message = dialog.message { tell(message) }
        act { $0.setTopLayer(nil) }
    }

    private mutating func answer(_ form: ExportForm) async {
        if let problem = form.problem { fail(problem) }
        guard let refused = form.refused else { return act { $0.setTopLayer(nil) } }
        say(localized("\(refused.path) is there already."))
        let replaces = await isYes(localized("Type yes to replace it; anything else leaves it as it is:"))
        act { $0.receive(replaces ? "y" : "n", in: form) }
    }

    /// Tells what came of a run, or asks whether one that came to a halt goes on.
    private mutating func answerRun() async {
        guard let run = state.run, case .run(let page)? = state.layers.last else {
            return act { $0.setTopLayer(nil) }
        }
        if let message = page.message {
            tell(message)
            return act { $0.receive(.control("c"), in: page) }
        }
        if case .paused(let reason) = run.phase {
            say("\((reason ?? localized("The run is paused")).asSentence) \(run.summary).")
            let goesOn = await isYes(localized("Type yes to go on; anything else leaves the rest undone:"))
            return act { $0.receive(goesOn ? "p" : "c", in: page) }
        }
        guard !run.isUnderWay else { return act { $0.setTopLayer(nil) } }
        if run.phase == .interrupted { say(localized("An earlier run was cut off. This is what came of it.")) }
        // Of a long run what did not come about is enough; its file has it all.
        let isShort = run.plan.items.count <= Self.page
        for (item, outcome) in zip(run.plan.items, run.outcomes) {
            if !isShort, outcome.kind == .waiting || outcome.kind == .done && outcome.sentence.isEmpty { continue }
            let reference = outcome.reference.isEmpty ? "" : " (\(outcome.reference))"
            let sentence = outcome.sentence.isEmpty ? "" : ". " + outcome.sentence
            say("\(item.label): \(outcome.kind.label)\(sentence)\(reference)")
        }
        let summary = "\(run.title), \(run.phaseLabel): \(run.summary).\(state.undoHint(after: run.number))"
        if run.hasProblems { fail(summary) } else { say(summary) }
        if !state.list.marks.isEmpty {
            let count = state.list.marks.count
            remark(
                localized(
                    "\(counted(count, "space stays", "spaces stay")) marked; the marks of those that are done are gone."
                ))
        }
        // A script is nobody who has seen what came of a run that was cut off: the next one is told as well.
        if run.isRecovered, echoes { return act { $0.setTopLayer(nil) } }
        act {
            $0.receive(.control("c"), in: page)
            // Said above.
            $0.notice = nil
        }
    }
}
