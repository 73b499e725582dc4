package import Foundation
package import Texts

/// What is to change about a member: only what differs, because what is sent is overwritten.
package struct MemberChange: Equatable, Sendable {
    /// The id of the new role's definition.
    @ExactOptionalText package var roleID: String?
    package var end: MembershipEnd?

    package init(roleID: String? = nil, end: MembershipEnd? = nil) {
        self.roleID = roleID
        self.end = end
    }

    /// True when there is nothing to send.
    package var isEmpty: Bool { self == MemberChange() }
}

/// When a membership is to end by itself.
package enum MembershipEnd: Equatable, Sendable {
    case never
    case at(Date)

    package init(_ date: Date?) {
        self = date.map(MembershipEnd.at) ?? .never
    }

    package var date: Date? {
        if case .at(let date) = self { date } else { nil }
    }
}

/// Someone who is to become a member of a space.
package struct Invitation: Equatable, Sendable {
    package var identity: Identity
    /// The id of the role's definition.
    @ExactText package var roleID: String
    /// When the membership is to end by itself; `nil` for never.
    package var expires: Date?

    package init(_ identity: Identity, roleID: String, expires: Date? = nil) {
        self.identity = identity
        self.roleID = roleID
        self.expires = expires
    }
}
