package import Foundation

extension Collection<Member> {
    /// Whether someone who is invited would be the only manager, and with an end: after it nobody could manage the space.
    package func wouldEndManagement(_ invitation: Invitation, at now: Date) -> Bool {
        let guest = Member(
            identity: invitation.identity, role: MemberRole(wireName: invitation.roleID), expires: invitation.expires)
        return invitation.expires != nil && isLastManager(guest, at: now)
    }
}
