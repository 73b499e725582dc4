import Localization
package import SpacesModel

/// What would be done, space by space, before anything is: who looks at it sees all that will happen and why some stay.
///
/// It is made once and then stands still: what the list does meanwhile changes neither the spaces nor their order.
package struct BulkPlan: Equatable, Sendable {
    package let action: BulkAction
    /// What is done, as a title.
    package let title: String
    package private(set) var items: [BulkItem] = []
    package private(set) var skipped: [BulkSkip] = []
    /// Marked spaces that the filter hides; they are left out until the person includes them.
    package let hidden: [Space]
    /// The number of the run that it takes back.
    private(set) var undoes: Int?

    /// What decides what may be done.
    struct Rules {
        let access: Access
        let maximumQuota: ByteCount?
        /// Why a space cannot be changed at this moment, such as a change that is under way.
        var busy: [SpaceID: String] = [:]
    }

    init(_ action: BulkAction, for spaces: [Space], hidden: [Space], rules: Rules) {
        self.action = action
        title = action.title
        self.hidden = hidden
        for (index, space) in spaces.enumerated() {
            switch rules.busy[space.id].map({ .failure(SkipReason($0)) })
                ?? rules.step(of: action, for: space, number: index + 1, of: spaces.count)
            {
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
        hidden = []
        for var item in earlier {
            guard let space = now(item.space.id) else {
                skipped.append(BulkSkip(item.space, localized("it is not in the list any more")))
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
        hidden = []
        self.items = items
    }

    var warningCount: Int { items.count { $0.warning != nil } }
}

/// Why a space is left out of a plan.
struct SkipReason: Error, Equatable {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}

extension BulkPlan.Rules {
    /// What the action means for one space, or why it is left out.
    func step(of action: BulkAction, for space: Space, number: Int, of count: Int) -> Result<BulkItem, SkipReason> {
        do throws(SkipReason) {
            return .success(
                try checkedStep(of: action, for: space, number: number, of: count))
        } catch {
            return .failure(error)
        }
    }

    private func checkedStep(
        of action: BulkAction, for space: Space, number: Int, of count: Int
    ) throws(SkipReason) -> BulkItem {
        switch action {
        case .setQuota(let limit): return try quota(of: space) { _ in limit }
        case .changeQuota(let percent):
            return try quota(of: space) { now throws(SkipReason) in
                guard case .bytes(let size) = now else { throw SkipReason(localized("it has no limit")) }
                return .bytes(size.scaled(byPercent: percent))
            }
        case .quotaAtLeast(let least):
            return try quota(of: space) { now throws(SkipReason) in
                guard let now, now < .bytes(least) else { throw SkipReason(localized("it has as much already")) }
                return .bytes(least)
            }
        case .disable:
            try require(access.disabling(space))
            return BulkItem(space, .disable, before: RowState(space).told, after: localized("disabled"))
        case .restore:
            try require(access.restoring(space))
            return BulkItem(space, .restore, before: localized("disabled"), after: localized("restored"))
        case .purge:
            try require(access.purging(space))
            return BulkItem(space, .purge, before: localized("disabled"), after: localized("gone for ever"))
        case .invite(let invitation, let label): return try invite(invitation, label, to: space)
        case .remove(let identity): return try remove(identity, from: space)
        case .rename(let pattern): return try rename(space, pattern.name(for: space.name, number: number, of: count))
        }
    }

    private func require(_ availability: Availability) throws(SkipReason) {
        if let reason = availability.reason { throw SkipReason(reason) }
    }

    private func quota(
        of space: Space, _ wanted: (QuotaLimit?) throws(SkipReason) -> QuotaLimit
    ) throws(SkipReason) -> BulkItem {
        try require(access.editing(space))
        try require(access.changing(.quota, of: space))
        if space.isDisabled { throw SkipReason(localized("disabled: restore it first")) }
        let now = space.quota?.limit
        let limit = try wanted(now)
        if limit == now { throw SkipReason(localized("it is \(limit.formatted) already")) }
        if let problem = SpaceRules.problem(inLimit: limit, maximum: maximumQuota) { throw SkipReason(problem) }
        var warning: String?
        if case .bytes(let size) = limit, let used = space.quota?.used, size < used {
            warning = localized("less than the \(used.formatted()) used")
        }
        return BulkItem(
            space, .edit(SpaceEdit(limit: limit)), before: now?.formatted ?? localized("not known"),
            after: limit.formatted,
            warning: warning)
    }

    private func rename(_ space: Space, _ name: String) throws(SkipReason) -> BulkItem {
        try require(access.editing(space))
        try require(access.changing(.name, of: space))
        if space.isDisabled { throw SkipReason(localized("disabled: restore it first")) }
        if name == space.name { throw SkipReason(localized("its name stays as it is")) }
        if let problem = SpaceRules.problem(inName: name) { throw SkipReason(problem) }
        return BulkItem(
            space, .edit(SpaceEdit(name: name)), before: space.name, after: SafeText.visible(name))
    }

    private func invite(_ invitation: Invitation, _ label: String, to space: Space) throws(SkipReason) -> BulkItem {
        try require(access.managingMembers(of: space))
        let member = space.members?.first { $0.identity.grantID == invitation.identity.grantID }
        if let member { throw SkipReason(localized("is a member already: \(member.role.label)")) }
        return BulkItem(
            space, .invite(invitation), before: space.members.map { counted($0.count, "member", "members") } ?? "",
            after: "\(invitation.identity.shownName), \(label)")
    }

    private func remove(_ identity: Identity, from space: Space) throws(SkipReason) -> BulkItem {
        try require(access.managingMembers(of: space))
        guard let members = space.members,
            let member = members.first(where: { $0.identity.grantID == identity.grantID })
        else { throw SkipReason(localized("is no member of it")) }
        if member.role == .manager, members.count(where: { $0.role == .manager }) == 1 {
            throw SkipReason(localized("is its last manager"))
        }
        return BulkItem(
            space, .remove(member), before: member.role.label, after: localized("no member"))
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

extension RowState {
    /// The state as a plan tells what is there now.
    fileprivate var told: String {
        self == .normal || self == .unlimited ? localized("enabled") : label.isEmpty ? localized("enabled") : label
    }
}

extension ByteCount {
    /// So many percent more or less, rounded to the nearest byte; at least one byte, because nothing would mean no limit.
    fileprivate func scaled(byPercent percent: Int) -> ByteCount {
        ByteCount(max(1, Int64(clamping: (Int128(bytes) * Int128(100 + percent) + 50) / 100)))
    }
}
