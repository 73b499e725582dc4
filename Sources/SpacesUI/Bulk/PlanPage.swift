import SpacesModel
package import Widgets
import Texts

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

    /// Taking access away from more spaces than this wants their number, never a single letter.
    static let mostByLetter = 10

    /// Whether a name or a number is typed rather than a letter pressed.
    package var isTyped: Bool {
        !plan.items.isEmpty
            && (plan.action == .purge || (isStrict && plan.action == .disable) || plan.lossCount > Self.mostByLetter)
    }

    /// Whether the name of the only space is wanted, and not the number of spaces. Where others can still be taken in by a
    /// letter, letters are not for a name.
    package var wantsName: Bool {
        plan.items.count == 1 && plan.hidden.isEmpty && plan.aside.isEmpty && plan.included.isEmpty
    }

    /// The number that has to be typed where there are several spaces.
    package var wanted: String { String(plan.items.count) }

    package var isRight: Bool {
        guard let only = plan.items.first else { return false }
        if wantsName { return only.space.isConfirmed(by: typed) }
        // As it stands on the screen, too: 1,204.
        return typed.text.filter { !" ,.'’\u{A0}\u{202F}".contains($0) } == wanted
    }
}
