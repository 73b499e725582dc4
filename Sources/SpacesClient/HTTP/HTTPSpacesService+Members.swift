import Localization
import Foundation
package import SpacesModel

extension HTTPSpacesService {
    package func members(of id: SpaceID) async throws(SpacesFailure) -> MemberListing {
        let operation = Operation.members(.list, of: nil)
        try check(id, for: operation)
        return try transport.decode(await transport.answer(to: .members(of: id), operation), operation) {
            MemberListing(wire: $0)
        }
    }

    package func invite(_ invitation: Invitation, to id: SpaceID) async throws(SpacesFailure) -> Member {
        let operation = Operation.members(.invite(invitation.identity.displayName), of: nil)
        try check(id, for: operation)
        let member = try await puttingOff { () throws(SpacesFailure) in
            try await write { () throws(SpacesFailure) in
                try transport.decode(await transport.answer(to: .invite(invitation, to: id), operation), operation) {
                    $0["value"]?.elements.first.flatMap { Member(wire: $0) }
                }
            } orLook: { () throws(SpacesFailure) in
                WriteOutcome(of: invitation, in: try await members(of: id))
            }
        }
        return try await asStored(member, until: invitation.expires, in: id)
    }

    package func change(
        _ member: Member, _ change: MemberChange, of id: SpaceID
    ) async throws(SpacesFailure) -> Member {
        if change.isEmpty { return member }
        let name = member.identity.displayName
        let operation = Operation.members(change.roleID == nil ? .changeEnd(of: name) : .changeRole(of: name), of: nil)
        try check(id, member, for: operation)
        let changed = try await puttingOff { () throws(SpacesFailure) in
            try await write { () throws(SpacesFailure) in
                let answer = try await transport.answer(to: .change(member, change, of: id), operation)
                return try transport.decode(answer, operation) { Member(wire: $0) }
            } orLook: { () throws(SpacesFailure) in
                WriteOutcome(of: change, from: member, in: try await members(of: id))
            }
        }
        return try await asStored(changed, until: change.end.map(\.date) ?? member.expires, in: id)
    }

    /// The member with the end that the server stored: where an answer leaves out the one that is to be there, as answers to
    /// invitations do, the members are read again.
    private func asStored(
        _ answer: Member, until end: Date?, in id: SpaceID
    ) async throws(SpacesFailure) -> Member {
        guard end != nil, answer.expires == nil else { return answer }
        do throws(SpacesFailure) {
            return try await members(of: id).members.first { $0.grantID == answer.grantID } ?? answer
        } catch {
            throw .make(
                .members(.changeEnd(of: answer.identity.displayName), of: nil), error.kind,
                reason: localized("the answer did not tell the end, and the members could not be read again"),
                advice: localized("Load the members again."),
                details: .init(
                    status: error.status, code: error.code, message: error.message, requestID: error.requestID,
                    cause: error.cause), mayHaveHappened: true)
        }
    }

    package func remove(_ member: Member, from id: SpaceID) async throws(SpacesFailure) {
        let operation = Operation.members(.remove(member.identity.displayName), of: nil)
        try check(id, member, for: operation)
        try await puttingOff { () throws(SpacesFailure) in
            try await write { () throws(SpacesFailure) in
                _ = try await transport.answer(to: .remove(member, from: id), operation)
            } orLook: { () throws(SpacesFailure) in
                do throws(SpacesFailure) {
                    return WriteOutcome(ofRemoving: member, in: try await members(of: id).members)
                } catch {
                    guard error.isToldByServer else { throw error }
                    return try await outcome(ofLeaving: id, as: member)
                }
            }
        }
    }

    /// What became of a removal where the members are not told: whoever has left a space cannot ask for them any more.
    private func outcome(
        ofLeaving id: SpaceID, as member: Member
    ) async throws(SpacesFailure) -> WriteOutcome<Void> {
        guard member.grantID == "u:" + (try await account().id) else { return .unknown }
        do throws(SpacesFailure) {
            return try await space(id).members.map { WriteOutcome(ofRemoving: member, in: $0) } ?? .unknown
        } catch {
            // A manager would see the space, even a disabled one.
            guard error.isToldByServer else { throw error }
            return .done(())
        }
    }

    /// Asks for users and groups at once; a server that tells no groups still tells users.
    package func people(matching text: String) async throws(SpacesFailure) -> PeopleListing {
        async let users = found(.user, text)
        async let groups = found(.group, text)
        let found = (users: await users, groups: await groups)
        let people: [Person]
        switch found.users {
        case .success(let users): people = users
        case .failure(let failure):
            // A name of two letters is searched for by no server, and may be that of a group.
            let exact = failure.kind == .notAllowed ? await exactly(text) : []
            if exact.isEmpty { throw failure }
            return PeopleListing(people: exact)
        }
        switch found.groups {
        case .success(let groups):
            let all = people + groups
            return PeopleListing(people: all.isEmpty ? await exactly(text) : all)
        case .failure(let failure): return PeopleListing(people: people, missingGroups: failure.explanation)
        }
    }

    /// Who has exactly this id or name; nobody where the server does not tell.
    private func exactly(_ text: String) async -> [Person] {
        let name = SpaceRules.trimmed(text)
        guard !["", ".", ".."].contains(name) else { return [] }
        async let user = person(.user, called: name)
        async let group = person(.group, called: name)
        return [await user, await group].compactMap(\.self)
    }

    private func person(_ kind: Identity.Kind, called name: String) async -> Person? {
        let operation = Operation.members(.search(name), of: nil)
        do throws(SpacesFailure) {
            let answer = try await transport.answer(to: .person(kind, called: name), operation)
            return try transport.decode(answer, operation) { Person(wire: $0, kind: kind) }
        } catch {
            return nil
        }
    }

    private func found(_ kind: Identity.Kind, _ text: String) async -> Result<[Person], SpacesFailure> {
        let operation = Operation.members(.search(text), of: nil)
        do throws(SpacesFailure) {
            let answer = try await transport.answer(to: .people(kind, matching: text), operation)
            return .success(try transport.decode(answer, operation) { Person.list(wire: $0, kind: kind) })
        } catch {
            return .failure(error)
        }
    }

    /// Refuses a member whose id would make the path of another resource: that of all members.
    private func check(_ id: SpaceID, _ member: Member, for operation: Operation) throws(SpacesFailure) {
        try check(id, for: operation)
        guard member.identity.id.isEmpty, member.permissionID?.isEmpty != false else { return }
        throw .make(
            operation, .refused, reason: localized("it has no usable id"), advice: localized("Load the members again."))
    }
}
