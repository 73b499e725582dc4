import Localization
import Foundation
import SpacesModel

/// Why a membership has to stay as it is because nobody else manages the space, as a sentence; `nil` where it may change.
extension Collection<Member> {
    func refusalToRemove(_ member: Member, at now: Date) -> String? {
        guard isLastManager(member, at: now) else { return nil }
        let name = member.identity.shownName
        return localized("\(name) is the last manager and stays: make someone else a manager first.")
    }

    func refusalToDemote(_ member: Member, at now: Date) -> String? {
        guard isLastManager(member, at: now) else { return nil }
        let name = member.identity.shownName
        return localized("\(name) is the last manager and stays one: make someone else a manager first.")
    }

    func refusalToEnd(_ member: Member, _ end: MembershipEnd) -> String? {
        guard losesManagement(ifMembershipOf: member, ends: end) else { return nil }
        let name = member.identity.shownName
        return localized(
            "\(name) is the last manager, whose membership must not end: make someone else a manager first.")
    }

    /// Why the membership can be given no end at all, whatever the day.
    func refusalOfAnyEnd(of member: Member) -> String? { refusalToEnd(member, .at(.distantFuture)) }
}

extension MemberListing {
    /// Why a change has to be left out, with the members as the server lists them now: whose membership has ended is not
    /// among them.
    func refusal(of kind: MembershipChange.Kind) -> String? {
        switch kind {
        case .invite: nil
        case .changeRole(let member, let role):
            role.role == .manager ? nil : members.refusalToDemote(member, at: .distantPast)
        case .changeEnd(let member, let end): members.refusalToEnd(member, end)
        case .remove(let member): members.refusalToRemove(member, at: .distantPast)
        }
    }
}
