package import SpacesModel

/// What is done to one space of many: always absolute, so that doing it once more changes nothing further.
package enum BulkStep: Equatable, Sendable {
    case edit(SpaceEdit)
    case disable, restore, purge
    case invite(Invitation)
    case remove(Member)

    /// Whether somebody loses the way to the content by it.
    var takesAccessAway: Bool {
        switch self {
        case .disable, .purge, .remove: true
        case .edit, .restore, .invite: false
        }
    }
}

/// One space of a plan: as it was when the plan was made, and what shall become of it.
package struct BulkItem: Equatable, Sendable {
    /// The space as the person saw it; it is read again and compared before anything is sent.
    package var space: Space
    package var step: BulkStep
    /// What the plan and its result call the space: the name, and more where several have it.
    package var label: String
    /// What changes, before and after, as the plan shows it.
    package var before: String
    package var after: String
    /// A thing to think about that keeps nothing from being done.
    package var warning: String?
    /// Why it is never done again: the file that tells of it does not have its texts as they were.
    package var refusal: String?

    package init(_ space: Space, _ step: BulkStep, before: String, after: String, warning: String? = nil) {
        self.space = space
        label = space.name
        self.step = step
        self.before = before
        self.after = after
        self.warning = warning
    }
}

/// A space that a plan leaves out, and why.
package struct BulkSkip: Equatable, Sendable {
    package var space: Space
    package var reason: String

    package init(_ space: Space, _ reason: String) {
        self.space = space
        self.reason = reason
    }
}
