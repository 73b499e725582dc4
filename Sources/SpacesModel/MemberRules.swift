package import Foundation

extension Member {
    /// How near the end of a membership is.
    package enum Lifetime: Equatable, Sendable {
        case unlimited
        case limited
        /// It ends within two weeks.
        case ending
        /// It has ended; the server drops it the next time that the members are read.
        case over
    }

    /// The time before its end in which a membership is `ending`, in seconds.
    package static let warningTime: TimeInterval = 14 * 86_400

    package func lifetime(at now: Date) -> Lifetime {
        guard let expires else { return .unlimited }
        if expires <= now { return .over }
        return expires.timeIntervalSince(now) <= Self.warningTime ? .ending : .limited
    }
}

extension Member {
    /// Whether somebody can manage the space by this membership. A group counts like a person, a deleted account does not.
    fileprivate var isKnownManager: Bool { role == .manager && !identity.isUnknown }
}

extension Collection<Member> {
    /// Whether anybody manages the space: a manager whose account was deleted is nobody.
    package var hasManager: Bool { contains(where: \.isKnownManager) }

    /// How many members there are that the server knows.
    package var knownCount: Int { count { !$0.identity.isUnknown } }

    /// Whether nobody else manages the space: such a one is neither removed nor demoted.
    ///
    /// Servers refuse it as well (recording 080), but count managers whose accounts were deleted. Whoever's membership has
    /// ended does not count.
    package func isLastManager(_ member: Member, at now: Date) -> Bool {
        member.role == .manager
            && !contains { $0.isKnownManager && $0.grantID != member.grantID && $0.lifetime(at: now) != .over }
    }

    /// Whether nobody would manage the space from some day on, or from an earlier one than now, if this membership had this
    /// end. Servers accept that, and then nobody can ever manage the space again.
    package func losesManagement(ifMembershipOf member: Member, ends end: MembershipEnd) -> Bool {
        guard end.date != nil, member.isKnownManager else { return false }
        let changed = map { (other: Member) -> Member in
            var other = other
            if other.grantID == member.grantID { other.expires = end.date }
            return other
        }
        guard let then = changed.endOfManagement else { return false }
        return endOfManagement.map { then < $0 } ?? true
    }

    /// When the last of the managers stops to be one; `nil` when one stays for good, or when there is none.
    package var endOfManagement: Date? {
        let managers = filter(\.isKnownManager)
        let ends = managers.compactMap(\.expires)
        return ends.count == managers.count ? ends.max() : nil
    }
}
