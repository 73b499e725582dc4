import Localization
import Foundation
package import SpacesModel
import Texts

/// What would be done, space by space, before anything is: who looks at it sees all that will happen and why some stay.
///
/// It is made once and then stands still: what the list does meanwhile changes neither the spaces nor their order.
package struct BulkPlan: Equatable, Sendable {
    package let action: BulkAction
    /// What is done, as a title.
    package let title: String
    package private(set) var items: [BulkItem] = []
    package private(set) var skipped: [BulkSkip] = []
    /// What it was asked for; what is left out of it can still be taken in.
    let targets: BulkTargets
    /// Spaces that are no projects and were swept along: the action could be done with them, and is not.
    private(set) var aside: [Space] = []
    /// The number of the run that it takes back.
    private(set) var undoes: Int?

    /// Whether the list that the spaces are from was the beginning of one only.
    var isOfPart = false

    /// What decides what may be done.
    struct Rules {
        let access: Access
        let maximumQuota: ByteCount?
        /// Whose membership has ended by now manages nothing any more.
        var now = Date.distantPast
        /// Why a space cannot be changed at this moment, such as a change that is under way.
        var busy: [SpaceID: String] = [:]

        /// What an action means for a space, or why it is left out.
        fileprivate func item(
            _ action: BulkAction, _ space: Space, number: Int, of count: Int
        ) -> Result<BulkItem, SkipReason> {
            busy[space.id].map { .failure(SkipReason($0)) } ?? step(of: action, for: space, number: number, of: count)
        }
    }

    init(_ action: BulkAction, for targets: BulkTargets, rules: Rules) {
        self.action = action
        self.targets = targets
        title = action.title
        let (taken, others) = targets.parts
        // Whom the action would be refused with anyway is told why, as all others are.
        for space in others {
            switch rules.item(action, space, number: 1, of: 1) {
            case .success:
                aside.append(space)
                skipped.append(BulkSkip(space, localized("not a project: included only on request")))
            case .failure(let skip): skipped.append(BulkSkip(space, skip.text))
            }
        }
        for (index, space) in taken.enumerated() {
            switch rules.item(action, space, number: index + 1, of: taken.count) {
            case .success(let item): items.append(item)
            case .failure(let skip): skipped.append(BulkSkip(space, skip.text))
            }
        }
    }

    /// The plan to do again what did not come about, with the spaces as they are now; what is so already is left out.
    ///
    /// What counts from the value that is there is made up anew. Elsewhere the wish stands, and a value that someone else
    /// changed since is told: it would be overwritten.
    init(
        _ action: BulkAction, again earlier: [BulkItem], title: String, rules: Rules, now: (SpaceID) -> Space?
    ) {
        self.action = action
        self.title = title
        targets = BulkTargets([])
        for var item in earlier {
            guard let space = now(item.space.id) else {
                skipped.append(BulkSkip(item.space, localized("it is not in the list any more")))
                continue
            }
            if let refusal = item.refusal {
                skipped.append(BulkSkip(space, refusal))
                continue
            }
            let wasChanged = item.isChanged(in: space)
            if wasChanged, action.isRelative {
                switch rules.step(of: action, for: space, number: 1, of: 1) {
                case .success(let again): items.append(again)
                case .failure(let skip): skipped.append(BulkSkip(space, skip.text))
                }
                continue
            }
            if wasChanged, case .edit(let edit) = item.step {
                item.before = edit.shownValues(of: space)
                item.warning = localized("someone else changed it meanwhile")
            }
            item.space = space
            switch item.step {
            case .edit(let edit) where edit.isDone(in: space):
                skipped.append(BulkSkip(space, localized("it is so already")))
            case .disable where space.isDisabled, .restore where !space.isDisabled:
                skipped.append(BulkSkip(space, localized("it is so already")))
            default: items.append(item)
            }
        }
    }

    /// A plan of steps that are known already, as those of a run that was cut off. They are absolute, and tell all that is
    /// needed.
    init(_ items: [BulkItem], title: String, undoes: Int? = nil) {
        self.title = title
        self.undoes = undoes
        action =
            switch items.first?.step {
            case .disable: .disable
            case .restore: .restore
            case .purge: .purge
            case .invite(let invitation): .invite(invitation, label: localized("member"))
            case .remove(let member): .remove(member.identity)
            case .edit(let edit): .setQuota(edit.limit ?? .unlimited)
            case nil: .restore
            }
        targets = BulkTargets([])
        self.items = items
    }

    var warningCount: Int { items.count { $0.warning != nil } }

    /// Marked spaces that the filter hides, and that are left out.
    package var hidden: [Space] { targets.includesHidden ? [] : targets.hidden }

    /// Spaces that are no projects, were swept along, and were included on request.
    var included: [Space] {
        targets.includesSwept ? items.map(\.space).filter { targets.swept.contains($0.id) } : []
    }

    /// How many spaces somebody loses access to.
    var lossCount: Int { items.count { $0.step.takesAccessAway } }

    /// Whether it is about spaces of several types.
    var hasSeveralTypes: Bool { Set(items.map(\.space.type) + skipped.map(\.space.type)).count > 1 }

    /// Adds the end of the id to the names of those that are not the only ones of their name.
    mutating func tellTwinsApart(among spaces: [Space]) {
        let names = Set(items.map { ExactText($0.space.name) })
        var counts: [ExactText: Int] = [:]
        for space in spaces where names.contains(ExactText(space.name)) {
            counts[ExactText(space.name), default: 0] += 1
        }
        for index in items.indices where counts[ExactText(items[index].space.name), default: 0] > 1 {
            items[index].label += " (…\(items[index].space.id.end))"
        }
    }
}

/// Why a space is left out of a plan.
struct SkipReason: Error, Equatable {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}

extension BulkAction {
    /// Whether what it asks for depends on the value that is there.
    fileprivate var isRelative: Bool {
        switch self {
        case .changeQuota, .quotaAtLeast: true
        default: false
        }
    }
}

extension BulkItem {
    /// Whether a value that it changes is no longer the one that the person saw.
    fileprivate func isChanged(in now: Space) -> Bool {
        guard case .edit(let edit) = step else { return false }
        return SpaceField.allCases.contains { edit[$0] != nil && now[$0] != space[$0] }
    }
}

extension SpaceEdit {
    /// The values that a space has where this has others, as a plan shows them.
    func shownValues(of space: Space) -> String {
        SpaceField.allCases.filter { self[$0] != nil }.map { field in
            field == .quota ? space.quota?.limit?.formatted ?? localized("not known") : space[field].plain
        }.joined(separator: ", ")
    }
}

extension FieldValue {
    /// The value as a plan shows it, without quotes.
    fileprivate var plain: String {
        switch self {
        case .text(let text): text
        case .limit(let limit): limit?.formatted ?? ""
        }
    }
}
