import Foundation
package import SpacesModel

extension JournaledService {
    package func members(of id: SpaceID) async throws(SpacesFailure) -> MemberListing {
        try await service.members(of: id)
    }

    package func people(matching text: String) async throws(SpacesFailure) -> PeopleListing {
        try await service.people(matching: text)
    }

    package func invite(_ invitation: Invitation, to id: SpaceID) async throws(SpacesFailure) -> Member {
        let name = invitation.identity.displayName
        func changes(_ role: MemberRole, _ end: Date?) -> [JournalEntry.FieldChange] {
            let end = end.map { " until \(Timestamp.day(of: $0))" } ?? ""
            return [.init(name, before: nil, after: role.wireName + end)]
        }
        return try await record(
            .invite, of: id, changes(MemberRole(wireName: invitation.roleID), invitation.expires),
            stored: { changes($0.role, $0.expires) }
        ) { () async throws(SpacesFailure) in
            try await service.invite(invitation, to: id)
        }
    }

    package func change(
        _ member: Member, _ change: MemberChange, of id: SpaceID
    ) async throws(SpacesFailure) -> Member {
        let name = member.identity.displayName
        func changes(_ role: MemberRole?, _ end: MembershipEnd?) -> [JournalEntry.FieldChange] {
            let words = [member.expires, end?.date].map { $0.map { "until \(Timestamp.day(of: $0))" } ?? "without end" }
            return [
                role.map { .init(name, before: member.role.wireName, after: $0.wireName) },
                end.map { _ in .init(name, before: words[0], after: words[1]) },
            ].compactMap(\.self)
        }
        return try await record(
            .changeMember, of: id, changes(change.roleID.map(MemberRole.init(wireName:)), change.end),
            stored: {
                changes(change.roleID == nil ? nil : $0.role, change.end == nil ? nil : MembershipEnd($0.expires))
            }
        ) { () async throws(SpacesFailure) in
            try await service.change(member, change, of: id)
        }
    }

    package func remove(_ member: Member, from id: SpaceID) async throws(SpacesFailure) {
        let change = JournalEntry.FieldChange(member.identity.displayName, before: member.role.wireName, after: nil)
        try await record(.removeMember, of: id, [change]) { () async throws(SpacesFailure) in
            try await service.remove(member, from: id)
        }
    }

    private func record<Value: Sendable>(
        _ action: JournalEntry.Action, of id: SpaceID, _ changes: [JournalEntry.FieldChange],
        stored: (Value) -> [JournalEntry.FieldChange]? = { _ in nil },
        _ change: () async throws(SpacesFailure) -> Value
    ) async throws(SpacesFailure) -> Value {
        try await recorder.record(
            action, id: id, name: JournalRecorder.spaceName ?? "", changes, stored: stored, change)
    }
}
