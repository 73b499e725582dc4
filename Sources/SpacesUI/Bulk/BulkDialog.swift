import Localization
package import SpacesModel
import Terminal
package import Widgets

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
    package var step: Step
    /// Said once about the last key.
    package var hint: String?

    /// True for a plan, which has the page to itself.
    var isPage: Bool {
        if case .plan = step { true } else { false }
    }

    init(targets: [Space], hidden: [Space]) {
        self.targets = targets.map(\.id)
        self.hidden = hidden.map(\.id)
        step = .menu(cursor: 0)
    }

    /// Begins with a plan that is made already.
    init(_ plan: BulkPlan, isStrict: Bool) {
        targets = plan.items.map(\.space.id)
        hidden = []
        step = .plan(PlanPage(plan, isStrict: isStrict))
    }
}

/// An entry of the menu of actions: THE table of what can be done with many spaces.
package enum BulkEntry: CaseIterable, Hashable, Sendable {
    case setQuota, raiseQuota, lowerQuota, quotaAtLeast, unlimited, disable, restore, purge, invite, remove, rename

    // swift-format-ignore
    private var definition: (key: Key, label: String) {
        switch self {
        case .setQuota:     ("s", localized("Set the quota to …"))
        case .raiseQuota:   ("+", localized("Raise the quota by … %"))
        case .lowerQuota:   ("-", localized("Lower the quota by … %"))
        case .quotaAtLeast: ("l", localized("Raise the quota to at least …"))
        case .unlimited:    ("u", localized("Take the quota limit away"))
        case .disable:      ("D", localized("Disable"))
        case .restore:      ("R", localized("Restore"))
        case .purge:        ("P", localized("Purge for ever"))
        case .invite:       ("a", localized("Add a member …"))
        case .remove:       ("d", localized("Remove a member …"))
        case .rename:       ("n", localized("Rename by a pattern …"))
        }
    }

    var key: Key { definition.key }
    var label: String { definition.label }

    /// The action of an entry that asks for nothing more.
    var action: BulkAction? {
        switch self {
        case .unlimited: .setQuota(.unlimited)
        case .disable: .disable
        case .restore: .restore
        case .purge: .purge
        default: nil
        }
    }
}

/// One value that an action needs: a size or a percentage.
package struct ValueForm: Equatable, Sendable {
    package let entry: BulkEntry
    package var field: TextField

    init(_ entry: BulkEntry) {
        self.entry = entry
        field = TextField(
            "",
            placeholder: entry == .setQuota || entry == .quotaAtLeast
                ? localized("such as 20 GB") : localized("such as 20"))
    }

    /// What the text means, or why it means nothing, to stand below the field.
    package var action: Result<BulkAction, FieldProblem> {
        switch entry {
        case .raiseQuota, .lowerQuota:
            let digits = SpaceRules.trimmed(field.text.replacing("%", with: ""))
            let most = entry == .raiseQuota ? 1000 : 99
            guard let percent = Int(digits), (1...most).contains(percent) else {
                return .failure(FieldProblem(.quota, localized("a whole number from 1 to \(most)")))
            }
            return .success(.changeQuota(percent: entry == .raiseQuota ? percent : -percent))
        default:
            do throws(ByteCount.ParsingFailure) {
                switch (try QuotaLimit(parsing: field.text), entry) {
                case (.bytes(let size), .quotaAtLeast): return .success(.quotaAtLeast(size))
                case (.unlimited, .quotaAtLeast):
                    return .failure(FieldProblem(.quota, localized("a size such as 20 GB")))
                case (let limit, _): return .success(.setQuota(limit))
                }
            } catch {
                return .failure(FieldProblem(.quota, error.message))
            }
        }
    }
}

/// What is to be found in the names, and what is put in its place.
package struct RenameForm: Equatable, Sendable {
    package var find = TextField("", placeholder: localized("the whole name"))
    package var replacement = TextField("", placeholder: localized("such as {name} 2026 or Team {n}"))
    package var isFindFocused = true

    package var pattern: Result<RenamePattern, RenamePattern.Problem> {
        do throws(RenamePattern.Problem) {
            return .success(try RenamePattern(find: find.text, replacement: replacement.text))
        } catch {
            return .failure(error)
        }
    }

    mutating func changeField(_ change: (inout TextField) -> Void) {
        if isFindFocused { change(&find) } else { change(&replacement) }
    }
}

/// The members of the spaces, one of whom is to be removed from all of them.
package struct LeaverChooser: Equatable, Sendable {
    package struct Leaver: Equatable, Sendable {
        package let identity: Identity
        /// In how many of the spaces.
        package var count: Int
    }

    package let leavers: [Leaver]
    package var filter = TextField("", placeholder: localized("type to filter"))
    package private(set) var cursor = 0

    init(of spaces: [Space]) {
        var found: [String: Leaver] = [:]
        for member in spaces.flatMap({ $0.members ?? [] }) {
            found[member.identity.grantID, default: Leaver(identity: member.identity, count: 0)].count += 1
        }
        leavers = found.values.sorted {
            ($0.identity.shownName, $0.identity.id) < ($1.identity.shownName, $1.identity.id)
        }
    }

    package var shown: [Leaver] {
        let words = filter.text.lowercased().split(separator: " ")
        return leavers.filter { leaver in
            words.allSatisfy { leaver.identity.shownName.lowercased().contains($0) }
        }
    }

    package var selected: Leaver? { shown.indices.contains(cursor) ? shown[cursor] : nil }

    mutating func move(by rows: Int) { cursor = max(0, min(shown.count - 1, cursor + rows)) }

    mutating func changeFilter(_ change: (inout TextField) -> Void) {
        change(&filter)
        cursor = 0
    }
}

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
