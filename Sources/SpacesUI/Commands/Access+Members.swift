import Localization
package import SpacesModel

extension Access {
    /// Whether the members of a space may be changed: by its managers, and by nobody else, whatever their role in the
    /// installation (docs/server-behaviour.md §5.2, §6.2).
    package func managingMembers(of space: Space) -> Availability {
        if space.type != .project { return .disabled(Self.onlyProjects) }
        if space.isDisabled {
            return .disabled(localized("members of a disabled space cannot be changed: restore it first"))
        }
        if space.members == nil || manages(space) { return .enabled }
        return .disabled(
            space.isOrphaned
                ? localized("orphaned: nobody manages this space, so that no one can change its members")
                : localized("only managers of the space may change its members; admins may not"))
    }

    static var onlyProjects: String { localized("only project spaces have members") }
}
