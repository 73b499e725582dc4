import Localization
import SpacesModel
import Terminal
import Widgets

/// What the line mode asks of the state, past the keys.
extension State {
    /// Does something in place of a key, and returns what is to be done about it.
    mutating func act(_ body: (inout State) -> Void) -> [Effect] {
        (notice, journalProblem) = (nil, nil)
        body(&self)
        rememberList()
        return takeEffects()
    }

    /// Performs a command on this space alone, wherever the cursor is, whatever is marked or filtered.
    mutating func perform(_ command: Command, on id: SpaceID) {
        // A number or a name means its space, whatever came under a cursor that nobody sees.
        cursorMove = nil
        let marks = list.marks
        list.unmarkAll()
        showing(id) {
            $0.list.select(id)
            $0.perform(command)
        }
        list.marks = marks
        list.countMarks()
    }

    /// Plans an action for all that is marked, whether the filter shows it or not.
    mutating func planForAllMarked(_ action: BulkAction) {
        forAllMarked { $0.planForMarked(action) }
    }

    /// Searches for someone to be made a member, in the dialog of a space or of many that is open.
    mutating func beginInvitation(of name: String) {
        switch layers.last {
        case .members(var dialog):
            var form = InvitationForm(dialog.listing)
            form.who = TextField(name)
            search(&form)
            dialog.step = .inviting(form)
            setTopLayer(.members(dialog))
        case .bulk(var dialog):
            var form = InvitationForm(MemberListing(members: []))
            form.who = TextField(name)
            searchForBulk(&form)
            dialog.step = .inviting(form)
            setTopLayer(.bulk(dialog))
        default: break
        }
    }

    /// The form of the dialog that is open, where it is that one.
    var invitation: InvitationForm? {
        if case .members(let dialog)? = layers.last, case .inviting(let form) = dialog.step { return form }
        return bulkInvitation
    }

    /// Does what Enter does in a form that is filled in: sends it, or shows the plan for many.
    mutating func send(_ form: InvitationForm) {
        switch layers.last {
        case .members(var dialog):
            dialog.step = .inviting(form)
            receive(Key(.enter), in: dialog)
        case .bulk(var dialog):
            dialog.step = .inviting(form)
            receive(Key(.enter), in: dialog)
        default: break
        }
    }

    /// Plans an action for one space, whatever is marked.
    mutating func planAlone(_ action: BulkAction, for id: SpaceID) {
        let marks = list.marks
        list.unmarkAll()
        list.mark([id])
        planForAllMarked(action)
        list.marks = marks
        list.countMarks()
    }

    /// The dialog of actions, for all that is marked.
    mutating func openActionsForAllMarked() {
        forAllMarked { $0.openActions() }
    }

    /// Writes all that is marked, or else the list, into a file.
    mutating func export(to path: String) {
        let filter = list.filter
        if list.marks.hiddenCount > 0 { setFilter("") }
        perform(.export)
        if case .export(var form)? = layers.last {
            form.take(path: path)
            receive(Key(.enter), in: form)
        }
        if filter != list.filter { setFilter(filter) }
    }

    private mutating func forAllMarked(_ body: (inout State) -> Void) {
        // Without marks the screen acts on the space under the cursor, which nobody sees here.
        if list.marks.isEmpty {
            notice = Notice(.warning, localized("no space is marked").asSentence)
            return
        }
        cursorMove = nil
        let filter = list.filter
        if list.marks.hiddenCount > 0 { setFilter("") }
        if let reason = availability(of: .act).reason {
            notice = Notice(.warning, reason.asSentence)
        } else {
            setTopLayer(nil)
            body(&self)
        }
        if filter != list.filter { setFilter(filter) }
    }

    /// Does something while the list shows this space.
    private mutating func showing(_ id: SpaceID, _ body: (inout State) -> Void) {
        let filter = list.filter
        if list.row(of: id) == nil { setFilter("") }
        body(&self)
        if filter != list.filter { setFilter(filter) }
    }
}
