import Foundation
import SpacesModel

extension WriteOutcome where Value == Member {
    /// What the members say about an invitation.
    init(of invitation: Invitation, in listing: MemberListing) {
        guard let now = listing.member(of: invitation.identity.grantID) else {
            self = .notDone
            return
        }
        // One who is a member otherwise was added by someone else.
        let wanted = MemberChange(roleID: invitation.roleID, end: MembershipEnd(invitation.expires))
        self = wanted.isDone(in: now) ? .done(now) : .unknown
    }

    /// What the members say about a change that started from `before`.
    init(of change: MemberChange, from before: Member, in listing: MemberListing) {
        guard let now = listing.member(of: before.grantID) else {
            self = .unknown
            return
        }
        if change.isDone(in: now) {
            self = .done(now)
        } else {
            self = now.isAsGiven(before) ? .notDone : .unknown
        }
    }
}

extension WriteOutcome where Value == Void {
    /// What the members say about the removal of one of them.
    init(ofRemoving before: Member, in members: [Member]) {
        guard let now = members.first(where: { $0.grantID == before.grantID }) else {
            self = .done(())
            return
        }
        self = now.isAsGiven(before) ? .notDone : .unknown
    }
}

extension MemberListing {
    fileprivate func member(of grantID: String) -> Member? { members.first { $0.grantID == grantID } }
}

extension MemberChange {
    /// True where a member is as this change wants it. Dates are sent in whole seconds.
    fileprivate func isDone(in now: Member) -> Bool {
        let hasRole = roleID.map { $0 == now.roleID || now.roleID == nil && MemberRole(wireName: $0) == now.role }
        let hasEnd = end.map { $0.isSameSecond(as: MembershipEnd(now.expires)) }
        return hasRole != false && hasEnd != false
    }
}

extension Member {
    /// True where role and end are the same.
    fileprivate func isAsGiven(_ other: Member) -> Bool {
        role == other.role && roleID == other.roleID
            && MembershipEnd(expires).isSameSecond(as: MembershipEnd(other.expires))
    }
}

extension MembershipEnd {
    fileprivate func isSameSecond(as other: MembershipEnd) -> Bool {
        switch (date, other.date) {
        case (nil, nil): true
        case (let left?, let right?): abs(left.timeIntervalSince(right)) < 1
        default: false
        }
    }
}
