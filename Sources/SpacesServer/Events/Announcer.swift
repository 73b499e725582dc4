import HTTPTypes
import Hummingbird

/// Tells those who listen what a request did: exactly what a real server tells, and to exactly those whom it tells.
struct Announcer: Sendable {
    let store: Store
    let events: Events
    let dialect: Dialect

    /// Does what a request asks for, and announces it if it succeeded.
    func announcing(_ call: Call, _ handler: RouteTable.Handler) async throws -> Response {
        guard events.haveSubscribers, let (change, reference) = AnnouncedChange.made(by: call) else {
            return try await handler(call)
        }
        let before = try await store.announcedSpace(reference)
        let response = try await handler(call)
        guard (200..<300).contains(response.status.code) else { return response }
        try await announce(change, of: reference, before: before, by: call)
        return response
    }

    /// Announces a change that is done.
    ///
    /// - Parameter before: The space as it was; `nil` for one that was made.
    func announce(
        _ change: AnnouncedChange, of reference: SpaceReference, before: AnnouncedSpace? = nil, by call: Call
    ) async throws {
        guard events.haveSubscribers else { return }
        let after = try await store.announcedSpace(reference)
        guard let space = after ?? before else { return }
        let (earlier, later) = (before?.principals ?? [], after?.principals ?? [])
        let affected = affectedPrincipals(earlier, later, change, call)
        let message = EventMessage(
            id: "\(store.storageID)$\(space.id)", name: space.name, caller: call.caller,
            initiator: Self.initiator(of: call), affected: users(of: affected).map(\.id).sorted(),
            time: store.clock.now())
        let members = keys(of: earlier.union(later))
        for announcement in Announcement.all(about: change, in: dialect) {
            let audience =
                switch announcement.audience {
                case .members: members
                case .otherMembers: members.subtracting([call.caller.key])
                case .affected: keys(of: affected).subtracting([call.caller.key])
                }
            events.publish(message.text(of: announcement, about: change), to: audience)
        }
    }

    /// The users and groups whose membership a change is about.
    private func affectedPrincipals(
        _ earlier: Set<Int64>, _ later: Set<Int64>, _ change: AnnouncedChange, _ call: Call
    ) -> Set<Int64> {
        switch change {
        case .memberAdded, .memberRemoved: earlier.symmetricDifference(later)
        case .memberChanged: Set([store.directory.key(permissionID: call["permission"])].compactMap { $0 })
        default: []
        }
    }

    private func users(of principals: Set<Int64>) -> [User] {
        let directory = store.directory
        return directory.users.filter { directory.keys(of: $0).contains(where: principals.contains) }
    }

    private func keys(of principals: Set<Int64>) -> Set<Int64> { Set(users(of: principals).map(\.key)) }

    /// As the client names itself, as far as that can stand in a text.
    private static func initiator(of call: Call) -> String {
        String(
            (call.header("Initiator-ID") ?? "").prefix(64).filter {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
            })
    }
}
