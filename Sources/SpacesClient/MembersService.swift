package import SpacesModel

/// The members of spaces, as a server lets them be read and changed: the part of `SpacesService` that only managers use.
package protocol MembersService: Sendable {
    /// Reads the members of a space with the ids of their grants, and the roles that can be given.
    ///
    /// Servers answer members alone; they say 404 to others and about disabled spaces.
    func members(of id: SpaceID) async throws(SpacesFailure) -> MemberListing
    /// Makes a user or a group a member and returns it as the server stored it.
    func invite(_ invitation: Invitation, to id: SpaceID) async throws(SpacesFailure) -> Member
    /// Sends what changes about a member and returns it as the server stored it; an empty change sends nothing.
    func change(_ member: Member, _ change: MemberChange, of id: SpaceID) async throws(SpacesFailure) -> Member
    /// Takes the membership away.
    func remove(_ member: Member, from id: SpaceID) async throws(SpacesFailure)
    /// Looks for users and groups by a part of a name, user name or mail address.
    func people(matching text: String) async throws(SpacesFailure) -> PeopleListing
}
