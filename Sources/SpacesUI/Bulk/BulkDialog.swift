package import SpacesModel

/// The way from "act on these" to a plan: the menu of actions, what an action asks for, and the plan itself.
package struct BulkDialog: Equatable, Sendable {
    package enum Step: Equatable, Sendable {
        case menu(cursor: Int)
        case value(ValueForm)
        case renaming(RenameForm)
        case inviting(InvitationForm)
        case removing(LeaverChooser)
        case plan(PlanPage)
    }

    /// The spaces to act on, in the order of the list when the dialog opened.
    package let targets: [SpaceID]
    /// Marked spaces that the filter hid then.
    package let hidden: [SpaceID]
    /// Those of both that are no projects and were only swept along.
    let swept: Set<SpaceID>
    package var step: Step
    /// What led to the plan, with what was typed there.
    var earlier: Step?
    /// Said once about the last key.
    package var hint: String?

    /// True for a plan, which has the page to itself.
    var isPage: Bool {
        if case .plan = step { true } else { false }
    }

    init(targets: [Space], hidden: [Space], swept: Set<SpaceID>) {
        self.targets = targets.map(\.id)
        self.hidden = hidden.map(\.id)
        self.swept = swept
        step = .menu(cursor: 0)
    }

    /// Begins with a plan that is made already.
    init(_ plan: BulkPlan, isStrict: Bool) {
        targets = plan.items.map(\.space.id)
        (hidden, swept) = ([], [])
        step = .plan(PlanPage(plan, isStrict: isStrict))
    }
}
