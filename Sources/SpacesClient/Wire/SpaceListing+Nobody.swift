import SpacesModel

extension SpaceListing {
    /// The whole answer to a list request that asked for the members, with nobody where it tells no members of a project.
    ///
    /// A project without any member has no `root.permissions` at all. In an answer without the members of any project they
    /// may be hidden, and nothing is known of them.
    var tellingNobody: SpaceListing {
        guard spaces.contains(where: { $0.type == .project && $0.members != nil }) else { return self }
        var listing = self
        for index in spaces.indices where spaces[index].type == .project && spaces[index].members == nil {
            listing.spaces[index].root?.members = []
        }
        return listing
    }
}
