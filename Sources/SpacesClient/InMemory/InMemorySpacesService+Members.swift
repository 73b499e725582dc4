package import SpacesModel

extension InMemorySpacesService {
    /// Says whom a search can find.
    package func setDirectory(_ people: [Person]) {
        directory = people
    }

    package func members(of id: SpaceID) async throws(SpacesFailure) -> MemberListing {
        try begin(.members(id))
        let operation = Operation.members(.list, of: nil)
        return MemberListing(members: stored[try openSpace(id, operation)].members ?? [])
    }

    package func invite(_ invitation: Invitation, to id: SpaceID) async throws(SpacesFailure) -> Member {
        try begin(.invite(invitation, id))
        let operation = Operation.members(.invite(invitation.identity.displayName), of: nil)
        let index = try managedSpace(id, operation)
        let member = Member(
            identity: invitation.identity, role: MemberRole(wireName: invitation.roleID), expires: invitation.expires,
            permissionID: invitation.identity.grantID, roleID: invitation.roleID)
        guard directory.contains(where: { $0.identity.grantID == invitation.identity.grantID }) else {
            throw refusal(operation, 400, "invalidRequest", "itemNotFound: not found")
        }
        guard place(of: member, in: index) == nil else {
            throw refusal(operation, 409, "generalException", "grant already exists")
        }
        stored[index].root?.members?.append(member)
        return member
    }

    package func change(
        _ member: Member, _ change: MemberChange, of id: SpaceID
    ) async throws(SpacesFailure) -> Member {
        try begin(.change(member, change, id))
        let name = member.identity.displayName
        let operation = Operation.members(change.roleID == nil ? .changeEnd(of: name) : .changeRole(of: name), of: nil)
        let (index, place, found) = try find(member, in: id, operation)
        var changed = found
        if let roleID = change.roleID {
            changed.role = MemberRole(wireName: roleID)
            changed.roleID = roleID
            if changed.role != .manager { try keepManager(without: found, in: index, operation) }
        }
        if let end = change.end { changed.expires = end.date }
        stored[index].root?.members?[place] = changed
        return changed
    }

    package func remove(_ member: Member, from id: SpaceID) async throws(SpacesFailure) {
        try begin(.remove(member, id))
        let operation = Operation.members(.remove(member.identity.displayName), of: nil)
        let (index, place, found) = try find(member, in: id, operation)
        try keepManager(without: found, in: index, operation)
        stored[index].root?.members?.remove(at: place)
    }

    package func people(matching text: String) async throws(SpacesFailure) -> PeopleListing {
        try begin(.people(text))
        let needle = text.lowercased()
        return PeopleListing(
            people: directory.filter { "\($0.identity.displayName) \($0.detail)".lowercased().contains(needle) })
    }

    // MARK: Rules

    private func openSpace(_ id: SpaceID, _ operation: Operation) throws(SpacesFailure) -> Int {
        guard let index = stored.firstIndex(where: { $0.id == id && !$0.isDisabled }) else {
            throw refusal(operation, 404, "itemNotFound", "getting space")
        }
        return index
    }

    private func managedSpace(_ id: SpaceID, _ operation: Operation) throws(SpacesFailure) -> Int {
        let index = try openSpace(id, operation)
        guard stored[index].type == .project else {
            throw refusal(operation, 400, "invalidRequest", "unsupported space type")
        }
        let isManager = stored[index].members?.contains { $0.role == .manager && $0.identity.id == signedIn.id }
        guard isManager == true else { throw refusal(operation, 403, "accessDenied", "permission denied") }
        return index
    }

    private func find(
        _ member: Member, in id: SpaceID, _ operation: Operation
    ) throws(SpacesFailure) -> (space: Int, place: Int, member: Member) {
        let index = try managedSpace(id, operation)
        guard let place = place(of: member, in: index), let found = stored[index].members?[place] else {
            throw refusal(operation, 404, "itemNotFound", "not found")
        }
        return (index, place, found)
    }

    private func place(of member: Member, in index: Int) -> Int? {
        stored[index].members?.firstIndex { $0.grantID == member.grantID }
    }

    private func keepManager(
        without member: Member, in index: Int, _ operation: Operation
    ) throws(SpacesFailure) {
        guard stored[index].members?.isLastManager(member, at: now()) == true else { return }
        throw refusal(operation, 403, "accessDenied", "can't remove the last manager")
    }

    /// The failure that the same answer of a server would mean.
    private func refusal(_ operation: Operation, _ status: Int, _ code: String, _ message: String) -> SpacesFailure {
        let told = SpacesFailure.Details(status: status, code: code, message: message)
        if case .members(let members, _) = operation,
            let failure = SpacesFailure.answered(operation, about: members, status: status, told: told)
        {
            return failure
        }
        return .refusal(operation, message)
    }
}
