package import Texts

/// Someone whom a search found: a user, or a group of users, that can become a member of a space.
package struct Person: Hashable, Sendable {
    package var identity: Identity
    /// What tells two people of one name apart: the mail address or the user name; empty for groups.
    @ExactText package var detail: String

    package init(_ identity: Identity, detail: String = "") {
        self.identity = identity
        self.detail = detail
    }
}

/// What a search for people found.
package struct PeopleListing: Equatable, Sendable {
    /// Users, then groups.
    package var people: [Person]
    /// Why only users were searched, where the server refused to search groups.
    package var missingGroups: String?

    package init(people: [Person], missingGroups: String? = nil) {
        self.people = people
        self.missingGroups = missingGroups
    }
}
