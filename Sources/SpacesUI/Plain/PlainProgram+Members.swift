import Localization
import SpacesModel
import SpacesQuery
import Terminal
import Widgets

/// Words that change who the members of spaces are: the steps of the dialogs, each asked in a line.
extension PlainProgram {
    mutating func add(_ text: String) async {
        let (target, typed) = PlainTargets.split(text)
        let name = PlainTargets.unquoted(typed)
        if name.isEmpty { return fail(localized("Whom? Add a part of the name or mail address.")) }
        if target.lowercased() == "marked" {
            act { $0.openActionsForAllMarked() }
        } else if await openMembers(of: target) == nil {
            return
        }
        act { $0.beginInvitation(of: name) }
        await settle()
        guard let found = state.invitation, let chosen = await choosing(found) else { return }
        act { $0.send(chosen) }
    }

    /// Asks who of those that were found it is, in which role, and until when; `nil` where nobody is to be added.
    private mutating func choosing(_ form: InvitationForm) async -> InvitationForm? {
        var form = form
        if case .failed(_, let failure) = form.search {
            fail(Notice(failure).text)
            return nil
        }
        let people = form.people.map {
            $0.detail.isEmpty ? $0.identity.shownName : "\($0.identity.shownName), \($0.detail)"
        }
        if people.isEmpty {
            fail(localized("Nobody was found."))
            return nil
        }
        guard let person = await choice(of: people, localized("Who is it?")) else { return nil }
        form.moveSelection(by: person)
        if let refusal = form.choose() {
            fail(refusal.asSentence)
            return nil
        }
        guard let role = await choice(of: form.roles.map(\.label), localized("In which role?")) else { return nil }
        form.role = role
        repeat {
            guard
                let end = await ask(localized("Until which day, as 2027-01-31 or +30d? An empty line means for good:"))
            else { return nil }
            form.end = TextField(end)
            guard case .failure(let problem) = state.end(in: form.end) else { break }
            remark(problem.message.asSentence)
        } while true
        form.focus = .end
        return isOver ? nil : form
    }

    mutating func role(_ text: String) async {
        guard let (dialog, member) = await member(text) else { return }
        if let refusal = dialog.listing.members.refusalToDemote(member, at: state.now) { return fail(refusal) }
        var step = RoleChoice(member, in: dialog.listing)
        say(localized("\(dialog.name(of: member)) has the role \(dialog.label(of: member))."))
        guard let role = await choice(of: step.roles.map(\.label), localized("Which role instead?")) else { return }
        step.index = role
        var changed = dialog
        changed.step = .changingRole(step)
        act { [changed] in $0.receive(Key(.enter), in: changed) }
    }

    mutating func remove(_ text: String) async {
        let (target, typed) = PlainTargets.split(text)
        let name = PlainTargets.unquoted(typed)
        if target.lowercased() == "marked" { return await removeFromMarked(name) }
        guard let (dialog, member) = await member(text) else { return }
        let shown = dialog.name(of: member)
        if let refusal = dialog.listing.members.refusalToRemove(member, at: state.now) { return fail(refusal) }
        say(localized("\(shown) would be no member of \(dialog.spaceName) any more."))
        let isYes = await isYes(localized("Type yes to remove this member; anything else leaves it as it is:"))
        var asked = dialog
        asked.step = .removing(member)
        act { [asked] in $0.receive(isYes ? "y" : "n", in: asked) }
    }

    private mutating func removeFromMarked(_ name: String) async {
        act { $0.openActionsForAllMarked() }
        guard case .bulk(let dialog)? = state.layers.last else { return }
        var chooser = LeaverChooser(of: state.spaces(of: dialog))
        chooser.filter = TextField(name)
        let leavers = chooser.shown.map { "\($0.identity.shownName), \(counted($0.count, "space", "spaces"))" }
        if leavers.isEmpty { return fail(localized("None of their members is called \(name).")) }
        guard let index = await choice(of: leavers, localized("Who is it?")) else { return }
        let leaver = chooser.shown[index]
        act { $0.planForAllMarked(.remove(leaver.identity)) }
    }

    // MARK: Steps

    /// The dialog of a space with its members as they are now; `nil` where they cannot be changed, which is told.
    private mutating func openMembers(of target: String) async -> MembersDialog? {
        guard let space = space(target) else { return nil }
        act { $0.perform(.members, on: space.id) }
        await settle()
        guard case .members(let dialog)? = state.layers.last else { return nil }
        if case .failed(let failure) = dialog.status {
            fail(Notice(failure).text)
            return nil
        }
        if let refusal = dialog.refusal {
            fail(refusal.asSentence)
            return nil
        }
        return dialog
    }

    /// A member of a space, by the number that `members` tells or by a part of the name.
    private mutating func member(_ text: String) async -> (MembersDialog, Member)? {
        let (target, typed) = PlainTargets.split(text)
        let name = PlainTargets.unquoted(typed)
        if name.isEmpty {
            fail(localized("Whom? Add the number of the member, or a part of the name."))
            return nil
        }
        guard let dialog = await openMembers(of: target) else { return nil }
        if let number = Int(name) {
            // The numbers of `members`, which sorts as this does.
            if dialog.sorted.indices.contains(number - 1) { return (dialog, dialog.sorted[number - 1]) }
            fail(localized("There is no member \(number). The space has \(dialog.sorted.count)."))
            return nil
        }
        let wanted = FoldedText.bytes(of: name)
        let found = dialog.sorted.filter { FoldedText.bytes(of: dialog.name(of: $0)).contains(wanted) }
        if found.isEmpty {
            fail(localized("No member is called \(name). Type members and the space for all of them."))
            return nil
        }
        let names = found.map { PlainWords.member($0, at: state.now, in: state.timeZone) }
        guard let index = await choice(of: names, localized("Who is it?")) else { return nil }
        return (dialog, found[index])
    }

    /// Asks for one of several by its number, unless there is only one; `nil` where none is chosen.
    private mutating func choice(of texts: [String], _ question: String) async -> Int? {
        if texts.count == 1 { return 0 }
        for (index, text) in texts.enumerated() { say("\(index + 1). \(text)") }
        let answer = SpaceRules.trimmed(
            await ask(localized("\(question) Type its number or its beginning; anything else changes nothing:")) ?? "")
        if let number = Int(answer), texts.indices.contains(number - 1) { return number - 1 }
        let wanted = FoldedText.bytes(of: answer)
        let fitting = texts.indices.filter { FoldedText.bytes(of: texts[$0]).starts(with: wanted) }
        if !wanted.isEmpty, fitting.count == 1 { return fitting[0] }
        fail(localized("Nothing was changed."))
        return nil
    }
}
