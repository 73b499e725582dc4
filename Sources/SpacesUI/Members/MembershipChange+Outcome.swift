import Localization
import Foundation
import SpacesModel

extension MembershipChange {
    /// What was done, as the server stored it; a warning where that is not what was asked for.
    ///
    /// - Parameter answer: The member as the server has it now; `nil` for one who is none any more.
    func outcome(_ answer: Member?, in zone: TimeZone) -> Notice {
        guard let stored = answer else { return Notice(.success, localized("\(who) is no longer a member.")) }
        let end = stored.expires.map { Numbers.day($0, in: zone) }
        switch kind {
        case .invite(let invitation, let role):
            let wish = MemberChange(roleID: role.id, end: MembershipEnd(invitation.expires))
            let label = stored.label(offered: role)
            let told =
                end.map { localized("\(who) was added as \(label) until \($0).") }
                ?? (invitation.expires == nil
                    ? localized("\(who) was added as \(label).")
                    : localized("\(who) was added as \(label), without an end."))
            return wish.notice(told, stored, offered: role, in: zone)
        case .changeRole(_, let role):
            let told = localized("\(who) has the role \(stored.label(offered: role)) now.")
            return MemberChange(roleID: role.id).notice(told, stored, offered: role, in: zone)
        case .changeEnd(_, let wanted):
            let told =
                end.map { localized("\(who) is a member until \($0).") }
                ?? localized("\(who) is a member without an end now.")
            return MemberChange(end: wanted).notice(told, stored, offered: nil, in: zone)
        case .remove: return Notice(.warning, localized("\(who) is still a member."))
        }
    }
}

extension MemberChange {
    /// What of this wish a member is not, in words; empty where all is as it was wanted. Ends are compared by the day.
    func differences(in stored: Member, offered role: RoleDefinition?, in zone: TimeZone) -> [String] {
        var differences: [String] = []
        if let role, roleID != nil, !stored.has(role) { differences.append(role.label) }
        if let end, !end.isSameDay(as: MembershipEnd(stored.expires), in: zone) {
            differences.append(
                end.date.map { localized("until \(Numbers.day($0, in: zone))") } ?? localized("without an end"))
        }
        return differences
    }

    fileprivate func notice(
        _ told: String, _ stored: Member, offered role: RoleDefinition?, in zone: TimeZone
    ) -> Notice {
        let differences = differences(in: stored, offered: role, in: zone)
        if differences.isEmpty { return Notice(.success, told) }
        return Notice(.warning, told + " " + localized("Asked for: \(differences.joined(separator: ", "))."))
    }
}

extension Member {
    /// Whether the member has this role, which v1beta1 tells by its id and v1.0 by its word.
    fileprivate func has(_ role: RoleDefinition) -> Bool {
        roleID.map { $0 == role.id } ?? (self.role == role.role)
    }

    /// The word for the role that is stored, in the server's own where it is the one that was offered.
    fileprivate func label(offered role: RoleDefinition) -> String { has(role) ? role.label : self.role.label }
}
