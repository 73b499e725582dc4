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

extension Collection<Member> {
    /// Whether nobody else manages the space: servers refuse to remove or demote such a one (recording 080).
    ///
    /// A group that manages counts like a person; whoever's membership has ended does not.
    package func isLastManager(_ member: Member, at now: Date) -> Bool {
        member.role == .manager
            && !contains { $0.role == .manager && $0.grantID != member.grantID && $0.lifetime(at: now) != .over }
    }

    /// When the last of the managers stops to be one; `nil` when one stays for ever, or when there is none.
    package var endOfManagement: Date? {
        let managers = filter { $0.role == .manager }
        let ends = managers.compactMap(\.expires)
        return ends.count == managers.count ? ends.max() : nil
    }
}
