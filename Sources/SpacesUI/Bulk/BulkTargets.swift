import Localization
import SpacesModel

/// The spaces that an action was asked for, as they were then, and which of them it takes in.
package struct BulkTargets: Equatable, Sendable {
    /// What is shown, in the order of the list.
    let shown: [Space]
    /// Marked spaces that the filter hides; they are left out until the person includes them.
    let hidden: [Space]
    /// Those of both that are no projects and were only swept along with others; left out until the person includes them.
    let swept: Set<SpaceID>
    var includesHidden = false
    var includesSwept = false

    init(_ shown: [Space], hidden: [Space] = [], swept: Set<SpaceID> = []) {
        self.shown = shown
        self.hidden = hidden
        self.swept = swept
    }

    /// The spaces that the action is about, and those that it would be about if what was swept along were included.
    var parts: (taken: [Space], aside: [Space]) {
        let all = includesHidden ? shown + hidden : shown
        if includesSwept || swept.isEmpty { return (all, []) }
        return (all.filter { !swept.contains($0.id) }, all.filter { swept.contains($0.id) })
    }
}

extension Sequence<Space> {
    /// How many there are of which type, of the types that are left out: "9 personal spaces".
    var countedByType: String {
        let personal = count { $0.type == .personal }
        let others = count { $0.type != .personal }
        let words = [
            personal > 0 ? counted(personal, "personal space", "personal spaces") : nil,
            others > 0 ? counted(others, "space of another type", "spaces of another type") : nil,
        ]
        return words.compactMap { $0 }.joined(separator: ", ")
    }
}
