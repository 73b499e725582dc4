import Localization
import Foundation
import SpacesClient
import SpacesModel

extension State {
    mutating func take(_ event: MembersEvent) {
        switch event {
        case .loaded(let result, let space, let number): take(result, of: space, number: number)
        case .found(let result, let number):
            changeInvitation { if $0.request == number { $0.take(result) } }
        case .answered(let change, let outcome): finish(change, outcome)
        case .answeredElsewhere(let change, let profile, let outcome): tell(change, outcome, of: profile)
        case .typingPaused:
            guard pendingSearch != nil, let index = membersLayer, case .members(var dialog) = layers[index],
                case .inviting(var form) = dialog.step
            else { return }
            search(&form)
            dialog.step = .inviting(form)
            layers[index] = .members(dialog)
        }
    }

    private mutating func take(_ result: Result<MemberListing, SpacesFailure>, of space: SpaceID, number: Int) {
        guard let index = membersLayer, case .members(var dialog) = layers[index], dialog.request == number else {
            return
        }
        switch result {
        case .success(let listing):
            dialog.listing = listing
            dialog.isKnown = true
            dialog.status = .current
            show(listing.members, of: space)
            relock(&dialog)
        case .failure(let failure): dialog.status = .failed(failure.naming(dialog.spaceName))
        }
        layers[index] = .members(dialog)
    }

    private mutating func finish(_ change: MembershipChange, _ outcome: MembershipOutcome) {
        unanswered.remove(change.number)
        let index = membersLayer
        var dialog: MembersDialog?
        if let index, case .members(let open) = layers[index], open.spaceID == change.space { dialog = open }
        if dialog?.sent == change.number { dialog?.sent = nil }
        switch outcome {
        case .done(let member): apply(change, member, &dialog)
        case .overtaken(let listing):
            dialog?.listing = listing
            show(listing.members, of: change.space)
            tell(.warning, change.overtaken, &dialog)
        case .failed(let failure):
            tell(Notice(failure.naming(change.spaceName)), &dialog)
            // The server may have done it, or know better who is a member.
            if !failure.isOffline, var open = dialog {
                load(&open)
                dialog = open
            }
        }
        if let index, let dialog { layers[index] = .members(dialog) }
    }

    /// What came of a change on a server that is not on the screen any more.
    private mutating func tell(_ change: MembershipChange, _ outcome: MembershipOutcome, of profile: String?) {
        let said =
            switch outcome {
            case .done(let member): change.outcome(member, in: timeZone).about(change.spaceName)
            case .overtaken: Notice(.warning, "\(change.spaceName): \(change.overtaken)")
            case .failed(let failure): Notice(failure.naming(change.spaceName))
            }
        notice = said.from(profile)
    }

    private mutating func apply(_ change: MembershipChange, _ answer: Member?, _ dialog: inout MembersDialog?) {
        var members = dialog?.listing.members ?? list.space(change.space)?.members ?? []
        let place = members.firstIndex { $0.grantID == change.grantID }
        switch (answer, place) {
        case (let member?, let place?): members[place] = member.keepingName(of: members[place])
        case (let member?, nil): members.append(member)
        case (nil, let place?): members.remove(at: place)
        case (nil, nil): break
        }
        if case .invite = change.kind {
            dialog?.step = .browsing
            dialog?.filter = ""
            dialog?.selected = change.grantID
        }
        dialog?.listing.members = members
        show(members, of: change.space)
        if var open = dialog {
            relock(&open)
            dialog = open
        }
        let news = change.outcome(answer, in: timeZone)
        noteForUndo(change, news.text)
        tell(news, &dialog)
        // Who left a space may not see it any more.
        if answer == nil, let account = access.account, change.grantID == "u:" + account.id { load() }
    }

    /// Says it in the dialog, or above the keys where the dialog is closed.
    private mutating func tell(_ level: Notice.Level, _ text: String, _ dialog: inout MembersDialog?) {
        tell(Notice(level, text), &dialog)
    }

    private mutating func tell(_ said: Notice, _ dialog: inout MembersDialog?) {
        if dialog == nil { notice = said } else { dialog?.message = said }
    }

    /// Finds out anew whether the members may be changed: the account may have given its own role away.
    private func relock(_ dialog: inout MembersDialog) {
        guard let space = list.space(dialog.spaceID) else { return }
        dialog.lock = memberLock(of: space)
        if dialog.lock == nil, !dialog.listing.mayChange {
            dialog.lock = localized("the server lets this account only look")
        }
        if dialog.lock != nil { dialog.step = .browsing }
    }

    /// Brings the list in line with the members of a space.
    private mutating func show(_ members: [Member], of id: SpaceID) {
        var spaces = staged ?? list.catalog.spaces
        guard let index = spaces.firstIndex(where: { $0.id == id }), spaces[index].members != members else { return }
        var root = spaces[index].root ?? Space.Root(id: id.rawValue)
        root.members = members
        spaces[index].root = root
        list.replace(spaces[index])
        stage(spaces)
    }

    private mutating func changeInvitation(_ change: (inout InvitationForm) -> Void) {
        guard let index = membersLayer, case .members(var dialog) = layers[index],
            case .inviting(var form) = dialog.step
        else { return }
        change(&form)
        dialog.step = .inviting(form)
        layers[index] = .members(dialog)
    }

    private var membersLayer: Int? {
        layers.lastIndex {
            if case .members = $0 { true } else { false }
        }
    }
}

extension MembershipChange {
    /// Whom it is about.
    var who: String {
        switch kind {
        case .invite(let invitation, _): invitation.identity.shownName
        case .changeRole(let member, _), .changeEnd(let member, _), .remove(let member): member.identity.shownName
        }
    }

    /// What is said where someone else was quicker.
    var overtaken: String {
        localized("\(who) was changed by someone else meanwhile; nothing was sent. Look, and repeat it.")
    }
}

extension Member {
    /// The member with the name that was known, where an answer leaves it out.
    fileprivate func keepingName(of earlier: Member) -> Member {
        guard identity.displayName.isEmpty else { return self }
        var member = self
        member.identity.displayName = earlier.identity.displayName
        return member
    }
}

extension Notice {
    /// The same with what it is about in front.
    fileprivate func about(_ name: String) -> Notice { Notice(level, "\(name): \(text)") }
}

extension MembershipEnd {
    /// Whether both end on one day: a date that is typed has no time of day.
    func isSameDay(as other: MembershipEnd, in zone: TimeZone) -> Bool {
        date.map { Numbers.plainDay($0, in: zone) } == other.date.map { Numbers.plainDay($0, in: zone) }
    }
}
