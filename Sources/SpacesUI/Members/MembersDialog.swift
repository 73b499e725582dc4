import Localization
package import SpacesClient
package import SpacesModel
package import Widgets

/// The members of one space, and whatever is being done about them.
///
/// It opens with the members that the list knew, and reads them anew, with the roles that can be given, where this account
/// may change them.
package struct MembersDialog: Equatable, Sendable {
    package enum Status: Equatable, Sendable {
        case loading
        case current
        case failed(SpacesFailure)
    }

    /// What the keys are for at the moment.
    package enum Step: Equatable, Sendable {
        case browsing
        case filtering(TextField)
        case inviting(InvitationForm)
        case changingRole(RoleChoice)
        case changingEnd(EndField)
        /// Asks before this member is removed.
        case removing(Member)
    }

    package let spaceID: SpaceID
    package let spaceName: String
    /// Why the members can only be looked at; `nil` for a manager.
    package var lock: String?
    package var listing: MemberListing {
        didSet { sorted = Self.sorted(listing) }
    }
    /// All members, the most powerful role first, by name within a role.
    private(set) var sorted: [Member]
    /// False as long as nobody has told the members.
    package var isKnown: Bool
    package var status = Status.loading
    package var filter = ""
    package var step = Step.browsing
    /// The grant under the cursor.
    package var selected: String?
    /// The first member that is shown.
    package private(set) var top = 0
    /// What just happened; it stays until the next key.
    package var message: Notice?
    /// The number of the change that was sent, while its answer is awaited.
    package var sent: Int?
    /// Counts requests; an answer to an older one is dropped.
    var request = 0

    init(_ space: Space, lock: String?) {
        spaceID = space.id
        spaceName = space.name
        self.lock = lock
        listing = MemberListing(members: space.members ?? [])
        sorted = Self.sorted(listing)
        isKnown = space.members != nil
    }

    /// Why nothing can be changed at this moment, or `nil`.
    var refusal: String? {
        if let lock { return lock }
        if sent != nil { return localized("a change of the members is still under way") }
        return switch status {
        case .loading: localized("the members are still being loaded")
        case .failed: localized("the members could not be loaded")
        case .current: nil
        }
    }

    /// Scrolls so that the cursor is among so many rows.
    mutating func scroll(toFit count: Int) {
        let (cursor, total) = (cursor, rows.count)
        if cursor < top { top = cursor }
        if cursor >= top + count { top = cursor - count + 1 }
        top = max(0, min(top, total - count))
    }

    mutating func say(_ level: Notice.Level, _ text: String) {
        message = Notice(level, text)
    }
}

/// A role that is being chosen for a member.
package struct RoleChoice: Equatable, Sendable {
    package let member: Member
    package let roles: [RoleDefinition]
    /// Index into `roles`.
    package var index: Int
    /// The role that the member has; `nil` for one that is not offered.
    private let start: Int?

    init(_ member: Member, in listing: MemberListing) {
        self.member = member
        roles = listing.roles
        start = listing.definition(of: member).flatMap(listing.roles.firstIndex(of:))
        index = start ?? 0
    }

    package var chosen: RoleDefinition? { roles.indices.contains(index) ? roles[index] : nil }

    /// Whether the choice differs from what the member is.
    var isChange: Bool { chosen != nil && index != start }
}

/// The end of a membership while it is being typed.
package struct EndField: Equatable, Sendable {
    package let member: Member
    package var text: TextField
    /// What stood there before anything was typed.
    let before: String

    init(_ member: Member, endingAt text: String) {
        self.member = member
        self.text = TextField(text, placeholder: localized("never"))
        before = text
    }
}
