import Localization
import SpacesClient
import SpacesModel
import Texts

extension State {
    /// Sends a change and returns its number.
    @discardableResult
    mutating func send(_ kind: Change.Kind, of space: Space?, name: String, undoes: Int? = nil) -> Int {
        changeNumber += 1
        var change = Change(kind: kind, space: space, name: name, number: changeNumber)
        change.undoes = undoes
        if case .create = kind { change.namesakes = namesakes(of: name) }
        if let space { pending[space.id] = change }
        unanswered.insert(change.number)
        ask(.send(change))
        return changeNumber
    }

    /// The spaces of this name, which are not the one that is about to be made.
    private func namesakes(of name: String) -> Set<SpaceID> {
        Set((staged ?? list.catalog.spaces).filter { $0.name.isExactly(SpaceRules.trimmed(name)) }.map(\.id))
    }

    /// Takes the answer to a change: shows it at once, closes the form that waited for it, or says why it failed.
    mutating func finish(_ change: Change, _ result: Result<Space?, SpacesFailure>) {
        unanswered.remove(change.number)
        if let id = change.space?.id, pending[id]?.number == change.number { pending[id] = nil }
        switch result {
        case .success(let space):
            let isAwaited = closeForm(waitingFor: change)
            apply(change, space, isAwaited: isAwaited)
            if let undone = change.undoes { return finishUndo(change, space, of: undone) }
            var news = change.outcome(space, maximum: capabilities.maximumQuota)
            if change.kind == .disable {
                news.text = localized("\(news.text) \(keymap.name(of: .restore)) restores it.")
            }
            if noteForUndo(change, space) { news.text += " " + localized("\(keymap.name(of: .undo)) undoes it.") }
            announce(news, of: change)
        case .failure(let unnamed):
            let failure = unnamed.naming(change.name)
            // Whoever does not answer a change hardly answers anything else; the list is asked for, and says so.
            // Who asks to wait has answered, and is not to be asked at once.
            if failure.isOffline, failure.secondsToWait == nil, connection == .current { load() }
            if let undone = change.undoes { return failUndo(undone, failure) }
            if !fail(change, failure), !askAgain(change, failure) { notice = Notice(failure) }
        }
    }

    /// Tells that a change is done. That a space is there is told when it is in the list, under the cursor: a key that is
    /// pressed on that word means this space.
    private mutating func announce(_ news: Notice, of change: Change) {
        if case .create = change.kind { announcement = news } else { notice = news }
    }

    /// Gives a failure back to the form that waits for it, which keeps what was typed; false when none does.
    private mutating func fail(_ change: Change, _ failure: SpacesFailure) -> Bool {
        guard let index = formIndex(waitingFor: change), case .form(var form) = layers[index] else { return false }
        form.sent = nil
        if case .conflict(let conflict) = failure.kind {
            layers[index] = .form(form)
            ask(conflict, overFormAt: index)
        } else {
            form.failure = failure
            layers[index] = .form(form)
        }
        return true
    }

    /// Puts the question anew where the space is not the one that was confirmed; false when there is no such question.
    private mutating func askAgain(_ change: Change, _ failure: SpacesFailure) -> Bool {
        guard case .changedMeanwhile(let now) = failure.kind else { return false }
        adopt(now)
        guard layers.isEmpty,
            var question = Confirmation(asking: change.kind, about: now, isStrict: profile.isStrict)
        else { return false }
        question.news = failure.sentence
        // The question tells the outcome: nothing is under way any more.
        notice = nil
        layers.append(.confirmation(question))
        return true
    }

    /// Shows a space as the server has it now.
    mutating func adopt(_ space: Space) {
        var spaces = staged ?? list.catalog.spaces
        guard let index = spaces.firstIndex(where: { $0.id == space.id }) else { return }
        spaces[index] = space.keepingMembers(of: spaces[index])
        list.replace(spaces[index])
        stage(spaces)
    }

    /// True where a form was still waiting.
    private mutating func closeForm(waitingFor change: Change) -> Bool {
        guard let index = formIndex(waitingFor: change) else { return false }
        layers.remove(at: index)
        return true
    }

    private func formIndex(waitingFor change: Change) -> Int? {
        layers.firstIndex {
            if case .form(let form) = $0 { return form.sent == change.number }
            return false
        }
    }

    /// Brings the list in line with an answered change.
    private mutating func apply(_ change: Change, _ answer: Space?, isAwaited: Bool) {
        var spaces = staged ?? list.catalog.spaces
        let index = change.space.flatMap { space in spaces.firstIndex { $0.id == space.id } }
        switch change.kind {
        case .create:
            guard let answer else { break }
            spaces.append(answer)
            // Who went on meanwhile is left where they are.
            if isAwaited { list.expect(answer.id) }
        case .purge:
            if let index { spaces.remove(at: index) }
        case .edit, .disable, .restore:
            guard let index else { break }
            spaces[index] = answer.map { $0.keepingMembers(of: spaces[index]) } ?? spaces[index].disabled
            list.replace(spaces[index])
        }
        stage(spaces)
    }

    /// Lets the list be sorted and indexed anew from these spaces.
    mutating func stage(_ spaces: [Space]) {
        if isLoadUnderWay {
            // The list under way may have been taken before the change; only one taken after it is right.
            load(quietly: true)
        } else {
            generation += 1
            staged = spaces
            ask(.index(spaces, generation: generation))
        }
    }
}

extension Space {
    /// The space as a server tells it once it is disabled: only the limit of its quota is known then.
    var disabled: Space {
        var space = self
        space.root = space.root ?? Root(id: id.rawValue)
        space.root?.deletedState = "trashed"
        space.quota = quota.map { Quota(limit: $0.limit, used: nil) }
        space.special = []
        return space
    }

    /// The space with the members that were known, where an answer to a change leaves them out (newer servers).
    func keepingMembers(of earlier: Space) -> Space {
        guard members == nil else { return self }
        var space = self
        space.root?.members = earlier.members
        return space
    }
}
