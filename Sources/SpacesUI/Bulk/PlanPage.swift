import SpacesModel
package import Widgets

/// A plan as it is looked at before it is carried out; the answer is no until it is clearly yes.
package struct PlanPage: Equatable, Sendable {
    package let plan: BulkPlan
    /// Whether the profile wants more than a letter before spaces are disabled.
    package let isStrict: Bool
    package var scroll = 0
    /// The number of spaces or the name, where it is asked for.
    package var typed = TextField()

    init(_ plan: BulkPlan, isStrict: Bool) {
        self.plan = plan
        self.isStrict = isStrict
    }

    package var isTyped: Bool { plan.action == .purge || (isStrict && plan.action == .disable) }

    /// What has to be typed: the name of a single space, the number of several.
    package var wanted: String {
        plan.items.count == 1 && plan.hidden.isEmpty
            ? SpaceRules.trimmed(plan.items[0].space.name) : String(plan.items.count)
    }

    package var wantsName: Bool { plan.items.count == 1 && plan.hidden.isEmpty }

    package var isRight: Bool { !plan.items.isEmpty && SpaceRules.trimmed(typed.text) == wanted }
}
