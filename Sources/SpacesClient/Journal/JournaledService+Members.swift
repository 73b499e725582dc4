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
        let end = invitation.expires.map { " until \(Timestamp.day(of: $0))" } ?? ""
        return try await record(
            .invite, of: id, [.init(name, before: nil, after: MemberRole(wireName: invitation.roleID).wireName + end)]
        ) { () async throws(SpacesFailure) in
            try await service.invite(invitation, to: id)
        }
    }

    package func change(
        _ member: Member, _ change: MemberChange, of id: SpaceID
    ) async throws(SpacesFailure) -> Member {
        let name = member.identity.displayName
        var changes: [JournalEntry.FieldChange] = []
        if let role = change.roleID {
            changes.append(.init(name, before: member.role.wireName, after: MemberRole(wireName: role).wireName))
        }
        if let end = change.end {
            let words = [member.expires, end.date].map { $0.map { "until \(Timestamp.day(of: $0))" } ?? "without end" }
            changes.append(.init(name, before: words[0], after: words[1]))
        }
        return try await record(.changeMember, of: id, changes) { () async throws(SpacesFailure) in
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
        _ change: () async throws(SpacesFailure) -> Value
    ) async throws(SpacesFailure) -> Value {
        try await recorder.record(action, id: id, name: JournalRecorder.spaceName ?? "", changes, change)
    }
}
