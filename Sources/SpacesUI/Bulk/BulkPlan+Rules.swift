import Localization
import SpacesModel
import Texts

/// What a plan means for one space: a step, or a reason to leave it out.
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
        if name.isExactly(space.name) { throw SkipReason(localized("its name stays as it is")) }
        if let problem = SpaceRules.problem(inName: name) { throw SkipReason(problem) }
        return BulkItem(
            space, .edit(SpaceEdit(name: name)), before: space.name, after: name)
    }

    private func invite(_ invitation: Invitation, _ label: String, to space: Space) throws(SkipReason) -> BulkItem {
        try require(access.managingMembers(of: space))
        let member = space.members?.first { $0.identity.grantID == invitation.identity.grantID }
        if let member { throw SkipReason(localized("is a member already: \(member.role.label)")) }
        if space.members?.wouldEndManagement(invitation, at: now) == true {
            throw SkipReason(localized("would be its last manager, who cannot have an end"))
        }
        return BulkItem(
            space, .invite(invitation), before: space.memberCount.map { counted($0, "member", "members") } ?? "",
            after: "\(invitation.identity.shownName), \(label)")
    }

    private func remove(_ identity: Identity, from space: Space) throws(SkipReason) -> BulkItem {
        try require(access.managingMembers(of: space))
        guard let members = space.members,
            let member = members.first(where: { $0.identity.grantID == identity.grantID })
        else { throw SkipReason(localized("is no member of it")) }
        if members.isLastManager(member, at: now) {
            throw SkipReason(localized("is its last manager"))
        }
        return BulkItem(
            space, .remove(member), before: member.role.label, after: localized("no member"))
    }
}

extension BulkPlan.Rules {
    /// Why an entry of the menu cannot be done with a space, whatever its value will be; `nil` where it may.
    func refusal(of entry: BulkEntry, for space: Space) -> String? {
        if let reason = busy[space.id] { return reason }
        switch entry {
        case .setQuota, .raiseQuota, .lowerQuota, .quotaAtLeast, .unlimited:
            return access.editing(space).reason ?? access.changing(.quota, of: space).reason
                ?? (space.isDisabled ? localized("\(space.name) is disabled: restore it first") : nil)
                ?? (entry == .unlimited ? SpaceRules.problem(inLimit: .unlimited, maximum: maximumQuota) : nil)
        case .rename:
            return access.editing(space).reason ?? access.changing(.name, of: space).reason
                ?? (space.isDisabled ? localized("\(space.name) is disabled: restore it first") : nil)
        case .disable: return access.disabling(space).reason
        case .restore: return access.restoring(space).reason
        case .purge: return access.purging(space).reason
        case .invite, .remove: return access.managingMembers(of: space).reason
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
