import SpacesClient
import SpacesModel

extension EffectRunner {
    static func run(_ effect: MembersEffect, in session: Session) async {
        switch effect {
        case .load(let space, let number):
            let result = await result { () async throws(SpacesFailure) in
                try await session.reached().members(of: space)
            }
            session.post(.members(.loaded(result, of: space, number: number)))
        case .search(let text, let number):
            let result = await result { () async throws(SpacesFailure) in
                try await session.reached().people(matching: text)
            }
            session.post(.members(.found(result, number: number)))
        case .send(let change):
            let outcome = await JournalRecorder.$spaceName.withValue(change.spaceName) {
                await send(change, in: session)
            }
            session.post(
                .members(.answered(change, outcome)),
                late: .members(.answeredElsewhere(change, profile: session.profile.name, outcome)))
        }
    }

    /// Looks at the member again before it is changed: servers let the last writer win without a word.
    private static func send(_ change: MembershipChange, in session: Session) async -> MembershipOutcome {
        do throws(SpacesFailure) {
            let service = try session.writable()
            if case .invite(let invitation, _) = change.kind {
                return .done(try await service.invite(invitation, to: change.space))
            }
            let listing = try await service.members(of: change.space)
            if let refusal = listing.refusal(of: change.kind) {
                return .failed(SpacesFailure(kind: .refused, sentence: refusal))
            }
            switch change.kind {
            case .invite: return .overtaken(listing)
            case .changeRole(let member, let role):
                guard listing.hasUnchanged(member) else { return .overtaken(listing) }
                return .done(try await service.change(member, MemberChange(roleID: role.id), of: change.space))
            case .changeEnd(let member, let end):
                guard listing.hasUnchanged(member) else { return .overtaken(listing) }
                return .done(try await service.change(member, MemberChange(end: end), of: change.space))
            case .remove(let member):
                guard listing.hasUnchanged(member) else { return .overtaken(listing) }
                try await service.remove(member, from: change.space)
                return .done(nil)
            }
        } catch {
            return .failed(error)
        }
    }

    private static func result<Value: Sendable>(
        _ call: () async throws(SpacesFailure) -> Value
    ) async -> Result<Value, SpacesFailure> {
        do throws(SpacesFailure) {
            return .success(try await call())
        } catch {
            return .failure(error)
        }
    }
}

extension MemberListing {
    /// Whether the member still is what it was when the person decided about it.
    fileprivate func hasUnchanged(_ member: Member) -> Bool {
        members.contains {
            $0.grantID == member.grantID && $0.role == member.role && $0.roleID == member.roleID
                && $0.expires == member.expires
        }
    }
}
