import Localization
import Foundation
import SpacesModel

/// What a summary says, section by section, in the order in which an administrator asks.
struct SummaryLines {
    typealias Line = SummaryPage.Line

    let summary: SpaceSummary
    let now: Date

    /// The sections; on a wide screen they stand in two columns.
    var sections: [[Line]] {
        [storage, states, types, histogram, fullest, oldest, orphans].filter { !$0.isEmpty }
    }

    private var storage: [Line] {
        let storage = summary.storage
        var lines: [Line] = [
            .heading(localized("Storage")), .fact(localized("used"), storage.used.formatted(), nil, .filter("")),
        ]
        if storage.limited > 0 {
            lines += [
                .fact(
                    localized("allotted"),
                    storage.limited == 1
                        ? localized("\(storage.allotted.formatted()) to 1 space")
                        : localized(
                            "\(storage.allotted.formatted()) to \(Numbers.grouped(storage.limited)) spaces"),
                    nil, .filter("quota>=1B !unlimited:")),
                .fact(
                    localized("of that"),
                    storage.usedFraction.map { localized("\(Int(($0 * 100).rounded(.down))) % used") } ?? "",
                    storage.usedFraction.map {
                        SummaryPage.Bar(
                            fraction: $0,
                            state: QuotaState(
                                used: storage.usedWithinLimits, total: storage.allotted))
                    }),
                .fact(localized("unused"), localized("\(storage.claimable.formatted()) may still be claimed")),
            ]
            if let times = storage.overCommitment {
                lines.append(
                    .fact(localized("over-commitment"), localized("\(Numbers.tenths(times)) times what they use")))
            }
        }
        if storage.unlimited > 0 {
            let count = counted(storage.unlimited, "space", "spaces")
            lines.append(
                .fact(
                    localized("no limit"), localized("\(count), using \(storage.usedWithoutLimit.formatted())"), nil,
                    .filter("unlimited:"))
            )
        }
        return lines
    }

    private var states: [Line] {
        let shown: [(RowState, QuotaState, String)] = [
            (.exceeded, .exceeded, "state:exceeded"), (.critical, .critical, "state:critical"),
            (.nearing, .nearing, "state:nearing"), (.normal, .normal, "state:normal"),
            (.unlimited, .unlimited, "unlimited: state:enabled"), (.orphaned, .unknown, "orphaned:"),
            (.disabled, .unknown, "disabled:"),
        ]
        let lines = shown.compactMap { state, quota, filter -> Line? in
            summary.states[state].map {
                .fact(state.label, Numbers.grouped($0), bar($0, quota), .filter(filter))
            }
        }
        return lines.isEmpty ? [] : [.heading(localized("State"))] + lines
    }

    private var types: [Line] {
        let ordered = summary.types.sorted { ($1.value, $0.key.label) < ($0.value, $1.key.label) }
        return [.heading(localized("Type"))]
            + ordered.map { type, count in
                .fact(type.label, Numbers.grouped(count), bar(count, .normal), .filter("type:\(type.wireName)"))
            }
    }

    private var histogram: [Line] {
        let highest = summary.histogram.max() ?? 0
        guard highest > 0 else { return [] }
        return [.heading(localized("Used part of the quota"))]
            + summary.histogram.enumerated().map { index, count in
                let state: QuotaState =
                    index >= 10 ? .exceeded : index >= 9 ? .critical : index >= 8 ? .nearing : .normal
                let label = index >= 10 ? localized("full") : "\(index * 10)-\(index * 10 + 9) %"
                let filter = index >= 10 ? "quota>=100%" : "quota>=\(index * 10)% quota<\(index * 10 + 10)%"
                return .fact(
                    label, Numbers.grouped(count),
                    SummaryPage.Bar(fraction: Double(count) / Double(highest), state: state),
                    count > 0 ? .filter(filter) : nil)
            }
    }

    private var fullest: [Line] {
        let lines = summary.fullest.compactMap { space -> Line? in
            guard let quota = space.quota, let fraction = quota.usedFraction, let percent = quota.usedPercent else {
                return nil
            }
            return .fact(
                space.name, "\(percent) %", SummaryPage.Bar(fraction: fraction, state: quota.state), .space(space.id))
        }
        return lines.isEmpty ? [] : [.heading(localized("Fullest"))] + lines
    }

    private var oldest: [Line] {
        let lines = summary.oldest.compactMap { space -> Line? in
            space.modified.map { .fact(space.name, Numbers.phrase(since: $0, at: now), nil, .space(space.id)) }
        }
        return lines.isEmpty ? [] : [.heading(localized("Untouched for longest"))] + lines
    }

    private var orphans: [Line] {
        let count = summary.states[.orphaned] ?? 0
        guard count > 0 else { return [] }
        var lines: [Line] = [.heading(localized("Managed by nobody"))]
        lines += summary.orphans.map { .fact($0.name, "", nil, .space($0.id)) }
        if count > summary.orphans.count {
            let more = count - summary.orphans.count
            lines.append(.fact(localized("and \(Numbers.grouped(more)) more"), "", nil, .filter("orphaned:")))
        }
        return lines
    }

    private func bar(_ count: Int, _ state: QuotaState) -> SummaryPage.Bar? {
        summary.count == 0 ? nil : SummaryPage.Bar(fraction: Double(count) / Double(summary.count), state: state)
    }
}
