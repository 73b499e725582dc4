import Localization
import SpacesClient
import SpacesModel
import Terminal
import Widgets

/// Who is to become a member of many spaces: the form of the members dialog, with a plan at its end.
extension State {
    mutating func receive(_ key: Key, in form: InvitationForm, _ dialog: BulkDialog) {
        var (form, dialog) = (form, dialog)
        switch (key, form.focus) {
        case (Key(.escape), _), (.control("c"), _):
            dialog.step = .menu(cursor: BulkEntry.allCases.firstIndex(of: .invite) ?? 0)
            setTopLayer(.bulk(dialog))
            return
        case (Key(.enter), .who), (Key(.tab), .who):
            if form.person != nil {
                form.moveFocus(by: 1)
            } else if form.typed.isEmpty {
                dialog.hint = localized("type a part of a name first")
            } else if form.typed != form.search.text {
                searchForBulk(&form)
            } else {
                dialog.hint = form.choose()
            }
        case (Key(.enter), _):
            guard let person = form.person else {
                form.focus = .who
                break
            }
            guard let role = form.chosenRole, case .success(let end) = end(in: form.end) else {
                form.focus = .end
                break
            }
            let invitation = Invitation(person.identity, roleID: role.id, expires: end.date)
            planInvitation(invitation, label: role.label, dialog)
            return
        case (Key(.up), .who): form.moveSelection(by: -1)
        case (Key(.down), .who): form.moveSelection(by: 1)
        case (Key(.pageUp), .who): form.moveSelection(by: -5)
        case (Key(.pageDown), .who): form.moveSelection(by: 5)
        case (Key(.tab), _), (Key(.down), _): form.moveFocus(by: 1)
        case (Key(.tab, .shift), _), (Key(.up), _): form.moveFocus(by: -1)
        case (_, .who):
            if form.who.handle(key), form.typed != form.search.text || form.person != nil { form.whoChanged() }
        case (_, .role): form.role = RoleKeys.index(after: key, from: form.role, in: form.roles)
        case (_, .end): _ = form.end.handle(key)
        }
        dialog.step = .inviting(form)
        setTopLayer(.bulk(dialog))
    }

    /// Searches for what was typed, as a pause in typing does in both forms.
    mutating func searchForBulk(_ form: inout InvitationForm) {
        memberRequests += 1
        form.request = memberRequests
        form.search = .running(form.typed)
        ask(.bulk(.search(form.typed, number: memberRequests)))
    }

    /// The form of the dialog on top, where it is that one.
    var bulkInvitation: InvitationForm? {
        guard case .bulk(let dialog)? = layers.last, case .inviting(let form) = dialog.step else { return nil }
        return form
    }

    mutating func changeBulkInvitation(_ change: (inout InvitationForm) -> Void) {
        guard case .bulk(var dialog)? = layers.last, case .inviting(var form) = dialog.step else { return }
        change(&form)
        dialog.step = .inviting(form)
        setTopLayer(.bulk(dialog))
    }

    mutating func typingPausedInBulk() {
        guard var form = bulkInvitation, form.pendingSearch != nil else { return }
        searchForBulk(&form)
        changeBulkInvitation { $0 = form }
    }
}
