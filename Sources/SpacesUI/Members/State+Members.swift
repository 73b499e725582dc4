import Localization
import SpacesModel
import Terminal
import Widgets

extension State {
    /// Opens the members of the selected space; who may change them gets them fresh from the server.
    mutating func showMembers() {
        guard let space = list.selected else { return }
        var dialog = MembersDialog(space, lock: memberLock(of: space))
        if dialog.lock != nil, dialog.isKnown {
            // Servers tell the members of a space to its members alone; the list told them to everybody.
            dialog.status = .current
        } else {
            load(&dialog)
        }
        layers.append(.members(dialog))
    }

    /// Why the members of a space can only be looked at; `nil` where they can be changed.
    func memberLock(of space: Space) -> String? {
        profile.readOnlyReason ?? access.managingMembers(of: space).reason
    }

    mutating func load(_ dialog: inout MembersDialog) {
        memberRequests += 1
        dialog.request = memberRequests
        dialog.status = .loading
        ask(.members(.load(dialog.spaceID, number: memberRequests)))
    }

    /// What a pause in typing would search for.
    var pendingSearch: String? {
        if let form = bulkInvitation { return form.pendingSearch }
        guard case .members(let dialog)? = layers.last, case .inviting(let form) = dialog.step else { return nil }
        return form.pendingSearch
    }

    mutating func receive(_ key: Key, in dialog: MembersDialog) {
        var dialog = dialog
        dialog.message = nil
        switch dialog.step {
        case .browsing:
            browse(key, &dialog)
            return
        case .filtering(let field): filter(key, field, &dialog)
        case .inviting(let form): receive(key, in: form, &dialog)
        case .changingRole(let choice): choose(key, choice, &dialog)
        case .changingEnd(let field): receive(key, in: field, &dialog)
        case .removing(let member): decide(key, member, &dialog)
        }
        setTopLayer(.members(dialog))
    }

    mutating func receive(paste text: String, in dialog: MembersDialog) {
        var dialog = dialog
        dialog.message = nil
        switch dialog.step {
        case .filtering(var field):
            field.paste(text)
            dialog.filter = field.text
            dialog.step = .filtering(field)
        case .inviting(var form) where form.focus == .who:
            form.who.paste(text)
            form.whoChanged()
            dialog.step = .inviting(form)
        case .inviting(var form) where form.focus == .end:
            form.end.paste(text)
            dialog.step = .inviting(form)
        case .changingEnd(var field):
            field.text.paste(text)
            dialog.step = .changingEnd(field)
        default: dialog.say(.info, localized("Pasted text was ignored: keys are typed."))
        }
        setTopLayer(.members(dialog))
    }

    // MARK: The list

    private mutating func browse(_ key: Key, _ dialog: inout MembersDialog) {
        let page = max(1, size.rows / 2)
        switch keymap.command(for: key) {
        case .moveUp: dialog.move(to: dialog.cursor - 1)
        case .moveDown: dialog.move(to: dialog.cursor + 1)
        case .pageUp, .halfPageUp: dialog.move(to: dialog.cursor - page)
        case .pageDown, .halfPageDown: dialog.move(to: dialog.cursor + page)
        case .moveToFirst: dialog.move(to: 0)
        case .moveToLast: dialog.move(to: dialog.rows.count - 1)
        case .filter: dialog.step = .filtering(TextField(dialog.filter))
        case .refresh where dialog.lock == nil || !dialog.isKnown: load(&dialog)
        case .clearFilter where !dialog.filter.isEmpty: dialog.filter = ""
        case .clearFilter, .quit, .members:
            close(dialog)
            return
        default: act(key, &dialog)
        }
        setTopLayer(.members(dialog))
    }

    private mutating func close(_ dialog: MembersDialog) {
        setTopLayer(nil)
        if dialog.sent != nil {
            notice = Notice(.info, localized("The change is still under way; its answer will be shown here."))
        }
    }

    private mutating func act(_ key: Key, _ dialog: inout MembersDialog) {
        guard ["a", "r", "x", "d", Key(.enter), Key(.delete)].contains(key) else {
            return dialog.say(.info, localized("\(key.name) has no meaning here."))
        }
        if let refusal = dialog.refusal { return dialog.say(.warning, refusal.asSentence) }
        if key == "a" {
            dialog.step = .inviting(InvitationForm(dialog.listing))
            return
        }
        guard let member = dialog.current else { return dialog.say(.info, localized("There is no member here.")) }
        dialog.selected = member.grantID
        let members = dialog.listing.members
        switch key {
        case "d", Key(.delete):
            if let refusal = members.refusalToRemove(member, at: now) { return dialog.say(.warning, refusal) }
            dialog.step = .removing(member)
        case "x":
            if let refusal = members.refusalOfAnyEnd(of: member) { return dialog.say(.warning, refusal) }
            dialog.step = .changingEnd(EndField(member, endingAt: endText(of: member)))
        default:
            if let refusal = members.refusalToDemote(member, at: now) { return dialog.say(.warning, refusal) }
            dialog.step = .changingRole(RoleChoice(member, in: dialog.listing))
        }
    }

    /// The end of a membership as it is typed; nothing for one without an end.
    private func endText(of member: Member) -> String {
        member.expires.map { Numbers.plainDay($0, in: timeZone) } ?? ""
    }

    private mutating func filter(_ key: Key, _ field: TextField, _ dialog: inout MembersDialog) {
        var field = field
        switch key {
        case Key(.enter): dialog.step = .browsing
        case Key(.escape), .control("c"):
            dialog.filter = ""
            dialog.step = .browsing
        case Key(.up): dialog.move(to: dialog.cursor - 1)
        case Key(.down): dialog.move(to: dialog.cursor + 1)
        default:
            guard field.handle(key) else { return }
            dialog.filter = field.text
            dialog.step = .filtering(field)
        }
    }
}
