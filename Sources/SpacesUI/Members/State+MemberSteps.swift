import Localization
import SpacesQuery
import SpacesModel
import Terminal
import Widgets

/// What the keys do while something is being done about a member. Esc leaves everything as it is.
extension State {
    mutating func choose(_ key: Key, _ choice: RoleChoice, _ dialog: inout MembersDialog) {
        var choice = choice
        switch key {
        case Key(.escape), .control("c"):
            dialog.step = .browsing
            return
        case Key(.enter):
            dialog.step = .browsing
            guard let role = choice.chosen, choice.isChange else {
                return dialog.say(
                    .info,
                    localized("\(dialog.name(of: choice.member)) keeps the role \(dialog.label(of: choice.member))."))
            }
            return send(.changeRole(choice.member, role), &dialog)
        default: choice.index = RoleKeys.index(after: key, from: choice.index, in: choice.roles)
        }
        dialog.step = .changingRole(choice)
    }

    mutating func receive(_ key: Key, in field: EndField, _ dialog: inout MembersDialog) {
        var field = field
        switch key {
        case Key(.escape), .control("c"): dialog.step = .browsing
        case Key(.enter):
            // What is wrong with it stands below the field.
            guard case .success(let end) = end(in: field.text) else { return }
            dialog.step = .browsing
            if end.isSameDay(as: MembershipEnd(field.member.expires), in: timeZone) {
                return dialog.say(
                    .info, localized("The membership of \(dialog.name(of: field.member)) ends as before."))
            }
            if let refusal = dialog.listing.members.refusalToEnd(field.member, end) {
                return dialog.say(.warning, refusal)
            }
            send(.changeEnd(field.member, end), &dialog)
        default:
            guard field.text.handle(key) else { return }
            dialog.step = .changingEnd(field)
        }
    }

    mutating func decide(_ key: Key, _ member: Member, _ dialog: inout MembersDialog) {
        switch key {
        case "y", "Y":
            dialog.step = .browsing
            send(.remove(member), &dialog)
        case "n", "N", "q", Key(.enter), Key(.escape), .control("c"):
            dialog.step = .browsing
            dialog.say(.info, localized("\(dialog.name(of: member)) stays a member."))
        default: break
        }
    }

    mutating func receive(_ key: Key, in form: InvitationForm, _ dialog: inout MembersDialog) {
        guard dialog.sent == nil || key == Key(.escape) || key == .control("c") else { return }
        var form = form
        switch (key, form.focus) {
        case (Key(.escape), _), (.control("c"), _):
            dialog.step = .browsing
            return
        case (Key(.enter), .who):
            if form.typed.isEmpty {
                dialog.say(.info, localized("Type a part of a name first."))
            } else if form.typed != form.search.text {
                search(&form)
            } else if let refusal = form.choose() {
                dialog.say(.info, refusal.asSentence)
            }
        case (Key(.enter), _): invite(&form, &dialog)
        case (Key(.tab), .who):
            if form.person != nil {
                form.moveFocus(by: 1)
            } else if let refusal = form.choose() {
                dialog.say(.info, refusal.asSentence)
            }
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
    }

    mutating func search(_ form: inout InvitationForm) {
        memberRequests += 1
        form.request = memberRequests
        form.search = .running(form.typed)
        ask(.members(.search(form.typed, number: memberRequests)))
    }

    private mutating func invite(_ form: inout InvitationForm, _ dialog: inout MembersDialog) {
        guard let person = form.person else {
            form.focus = .who
            return dialog.say(.info, localized("Search for someone first."))
        }
        guard let role = form.chosenRole, case .success(let end) = end(in: form.end) else {
            form.focus = .end
            return
        }
        let invitation = Invitation(person.identity, roleID: role.id, expires: end.date)
        send(.invite(invitation, role), &dialog)
    }

    /// What is typed into a field for the end of a membership.
    func end(in field: TextField) -> Result<MembershipEnd, MembershipEnd.ParsingFailure> {
        do throws(MembershipEnd.ParsingFailure) {
            return .success(try MembershipEnd(parsing: field.text, now: now, timeZone: timeZone))
        } catch {
            return .failure(error)
        }
    }

    private mutating func send(_ kind: MembershipChange.Kind, _ dialog: inout MembersDialog) {
        changeNumber += 1
        dialog.sent = changeNumber
        unanswered.insert(changeNumber)
        ask(
            .members(
                .send(
                    MembershipChange(
                        kind: kind, space: dialog.spaceID, spaceName: dialog.spaceName, number: changeNumber))))
    }
}

/// The keys that choose one of several roles: left and right, and the first letter of its word.
enum RoleKeys {
    static func index(after key: Key, from index: Int, in roles: [RoleDefinition]) -> Int {
        switch key {
        case Key(.left), Key(.up): return max(0, index - 1)
        case Key(.right), Key(.down), " ": return min(roles.count - 1, index + 1)
        default:
            guard case .character(let letter) = key.code, key.modifiers.isEmpty else { return index }
            let word = FoldedText.bytes(of: String(letter))
            return roles.firstIndex { FoldedText.bytes(of: $0.label).starts(with: word) } ?? index
        }
    }
}
