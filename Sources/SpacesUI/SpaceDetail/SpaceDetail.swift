import Localization
import Foundation
import SpacesModel

/// Everything that is known about one space, in the order in which a person asks for it.
struct SpaceDetail {
    let space: Space
    let now: Date
    let timeZone: TimeZone
    /// What helps where nobody manages the space; only where there is room for sentences.
    var remedies: [String] = []

    var lines: [DetailLine] {
        [.title(space.name, subtitle: space.subtitle)] + quotaLines + [.blank] + stateLines + mainLines + memberLines
            + [.readme] + specialLines + remoteLines + idLines
    }

    /// Everything about the members, one a line.
    var memberPage: [DetailLine] {
        guard let members = space.members else {
            return [.property(localized("members"), localized("not told by the server"), .dim)]
        }
        if members.isEmpty { return stateLines + [.property(localized("members"), localized("none"))] }
        let roles =
            MemberRole.known + Set(members.map(\.role)).subtracting(MemberRole.known).sorted { $0.label < $1.label }
        var lines = stateLines + endingLines(members)
        for role in roles {
            let group = members.filter { $0.role == role }
            if group.isEmpty { continue }
            if !lines.isEmpty { lines.append(.blank) }
            for (index, member) in group.enumerated() {
                lines.append(.property(index == 0 ? Self.tally(of: group, role) : "", describe(member)))
            }
        }
        return lines
    }

    /// So many members of a role; where all were deleted, the role is told without a number.
    private static func tally(of group: [Member], _ role: MemberRole) -> String {
        group.knownCount == 0 ? role.plural : role.tally(group.knownCount)
    }

    /// Everything about the quota, to the byte, and how much room there is up to each state.
    var quotaPage: [DetailLine] {
        guard let quota = space.quota, space.type != .virtual else {
            return [.property(localized("quota"), localized("the server tells none"), .dim)]
        }
        var lines = quotaLines + [.blank]
        if let limit = quota.limit { lines.append(.property(localized("limit"), exact(limit))) }
        if let used = quota.used { lines.append(.property(localized("used"), exact(used))) }
        guard case .bytes(let total)? = quota.limit, let used = quota.used else { return lines }
        lines.append(.property(localized("left"), exact(quota.remaining ?? total - used)))
        for (state, percent) in [(QuotaState.nearing, Int64(75)), (.critical, 90), (.exceeded, 100)] {
            // In two steps, so that no limit is too large.
            let start = ByteCount(total.bytes / 100 * percent + total.bytes % 100 * percent / 100)
            let isReached = used >= start
            lines.append(
                .property(
                    RowState(state).label,
                    isReached
                        ? localized("reached: it begins at \(percent) %, \(start.formatted())")
                        : localized(
                            "\((start - used).formatted()) away: it begins at \(percent) %, \(start.formatted())"),
                    isReached ? Role.words(for: state) : .text))
        }
        return lines
    }

    private func exact(_ limit: QuotaLimit) -> String {
        if case .bytes(let bytes) = limit { return exact(bytes) }
        return limit.formatted
    }

    private func exact(_ size: ByteCount) -> String {
        localized("\(size.formatted()) (\(Numbers.grouped(Int(size.bytes))) bytes)")
    }

    /// The sentence about the quota: how much of how much, what is left, and what that means.
    static func sentence(about quota: Quota) -> String {
        switch (quota.limit, quota.used) {
        case (.unlimited?, let used?): return localized("\(used.formatted()) used, no limit")
        case (.unlimited?, nil): return localized("no limit")
        case (.bytes(let total)?, let used?):
            let left = quota.remaining ?? total - used
            return localized("\(used.formatted()) of \(total.formatted()) used, \(left.formatted()) left")
        case (.bytes(let total)?, nil): return localized("\(total.formatted()), use not told")
        case (nil, let used?): return localized("\(used.formatted()) used, quota not told")
        case (nil, nil): return localized("no quota told")
        }
    }

    private var quotaLines: [DetailLine] {
        guard let quota = space.quota, space.type != .virtual else { return [] }
        // Without a known use there is nothing to draw.
        if quota.state == .unknown { return [.property(localized("quota"), Self.sentence(about: quota))] }
        return [.gauge(quota, sentence: Self.sentence(about: quota))]
    }

    /// What needs care, in words.
    private var stateLines: [DetailLine] {
        var lines: [DetailLine] = []
        if space.isDisabled {
            lines.append(
                .property(localized("state"), localized("disabled: nobody reaches its content"), .stateDisabled))
        }
        if space.isOrphaned {
            lines.append(
                .property(
                    localized("state"), localized("orphaned: nobody manages it, no one can change its members"),
                    .stateOrphaned)
            )
            for (index, remedy) in remedies.enumerated() {
                lines.append(.property(index == 0 ? localized("remedy") : "", remedy))
            }
        }
        return lines
    }

    private var mainLines: [DetailLine] {
        [
            optional(localized("alias"), space.alias),
            .property(localized("type"), space.type.label),
            space.modified.map {
                .property(
                    localized("modified"), "\(Numbers.moment($0, in: timeZone)) (\(Numbers.phrase(since: $0, at: now)))"
                )
            },
        ].compactMap { $0 }
    }

    private var memberLines: [DetailLine] {
        guard let members = space.members else {
            return space.type == .project
                ? [.property(localized("members"), localized("not told by the server"), .dim)] : []
        }
        let groups = MemberRole.known.map { role in (role, members.filter { $0.role == role }) }
        let others = members.filter { !MemberRole.known.contains($0.role) }
        let deleted = members.count - members.knownCount
        let counts =
            groups.filter { $0.1.knownCount > 0 }.map { $0.0.tally($0.1.knownCount) }
            + (others.knownCount == 0 ? [] : [localized("\(others.knownCount) with a custom role")])
            + (deleted == 0 ? [] : [MemberRole.tallyOfDeleted(deleted)])
        var lines: [DetailLine] = [
            .property(localized("members"), counts.isEmpty ? localized("none") : counts.joined(separator: ", "))
        ]
        for (role, group) in groups where !group.isEmpty {
            lines.append(.property(role.plural, group.map(describe).joined(separator: ", ")))
        }
        if !others.isEmpty {
            lines.append(.property(localized("others"), others.map(describe).joined(separator: ", ")))
        }
        return lines + endingLines(members)
    }

    /// The memberships that end soon, and when nobody will manage the space any more.
    private func endingLines(_ members: [Member]) -> [DetailLine] {
        let ending = members.filter { $0.lifetime(at: now) == .ending }.sorted {
            ($0.expires ?? .distantFuture) < ($1.expires ?? .distantFuture)
        }
        var lines: [DetailLine] = []
        if !ending.isEmpty {
            let names = ending.map { member in
                member.identity.shownName + (member.expires.map { " \(Numbers.phrase(until: $0, at: now))" } ?? "")
            }
            lines.append(.property(localized("ending"), names.joined(separator: ", "), .warning))
        }
        if let end = members.endOfManagement {
            let day = Numbers.day(end, in: timeZone)
            lines.append(.property(localized("state"), localized("! nobody manages it after \(day)"), .warning))
        }
        return lines
    }

    private func describe(_ member: Member) -> String {
        let name = member.identity.shownName
        let notes = [
            member.identity.kind == .group && !member.identity.isUnknown ? localized("group") : nil,
            member.expires.map { end in
                let day = Numbers.day(end, in: timeZone)
                return end < now ? localized("ended \(day)") : localized("until \(day)")
            },
        ].compactMap { $0 }
        return notes.isEmpty ? name : "\(name) (\(notes.joined(separator: ", ")))"
    }

    private var specialLines: [DetailLine] {
        space.special.map { item in
            let facts = [item.mimeType, item.size?.formatted()].compactMap { $0 }.joined(separator: ", ")
            let name = item.name.isEmpty ? localized("(no name)") : item.name
            return .property(item.folder, name + (facts.isEmpty ? "" : " (\(facts))"))
        }
    }

    private var remoteLines: [DetailLine] {
        guard let remote = space.remoteItem else { return [] }
        return [
            .property(localized("share of"), remote.name.isEmpty ? localized("(no name)") : remote.name),
            optional(localized("path"), remote.path ?? ""), optional(localized("in"), remote.driveAlias ?? ""),
            remote.size.map { .property(localized("size"), $0.formatted()) },
            optional(localized("remote id"), remote.id),
        ].compactMap { $0 }
    }

    private var idLines: [DetailLine] {
        [
            space.owner.flatMap { owner in
                optional(
                    localized("owner"), owner.displayName.isEmpty ? owner.id : "\(owner.displayName) (\(owner.id))")
            },
            .property(localized("id"), space.id.description),
            optional(localized("web"), space.webURL ?? ""),
            optional("webdav", space.root?.webDavURL ?? ""),
            optional("etag", space.root?.eTag ?? ""),
            space.root.flatMap { $0.id == space.id.rawValue ? nil : optional("root", $0.id) },
        ].compactMap { $0 }
    }

    private func optional(_ label: String, _ value: String) -> DetailLine? {
        value.isEmpty ? nil : .property(label, value)
    }
}
