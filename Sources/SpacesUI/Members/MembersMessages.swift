package import SpacesClient
package import SpacesModel

/// What is to be done about members outside of the state.
package enum MembersEffect: Equatable, Sendable {
    case load(SpaceID, number: Int)
    case search(String, number: Int)
    case send(MembershipChange)

    /// True for what may have been done although nobody waits for it any more.
    var isChange: Bool {
        if case .send = self { true } else { false }
    }
}

/// What happened about members.
package enum MembersEvent: Sendable {
    case loaded(Result<MemberListing, SpacesFailure>, of: SpaceID, number: Int)
    case found(Result<PeopleListing, SpacesFailure>, number: Int)
    case answered(MembershipChange, MembershipOutcome)
    /// The same of a server that the person has left meanwhile for that of another profile.
    case answeredElsewhere(MembershipChange, profile: String?, MembershipOutcome)
    /// Nobody has typed for a moment, so that what was typed may be searched for.
    case typingPaused
}

/// A change of a membership that was asked of the server.
package struct MembershipChange: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case invite(Invitation, RoleDefinition)
        case changeRole(Member, RoleDefinition)
        case changeEnd(Member, MembershipEnd)
        case remove(Member)
    }

    package var kind: Kind
    package var space: SpaceID
    /// The name by which the person knows the space.
    package var spaceName: String
    /// Tells the answer of this change from that of any other.
    package var number: Int

    /// The grant that changes.
    var grantID: String {
        switch kind {
        case .invite(let invitation, _): invitation.identity.grantID
        case .changeRole(let member, _), .changeEnd(let member, _), .remove(let member): member.grantID
        }
    }
}

/// What became of a change.
package enum MembershipOutcome: Equatable, Sendable {
    /// It is done; the member is as the server stored it, or `nil` for one who is none any more.
    case done(Member?)
    /// Someone else had changed this member meanwhile, and nothing was sent; these are the members now.
    case overtaken(MemberListing)
    case failed(SpacesFailure)
}
