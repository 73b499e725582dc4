import SpacesModel
import Testing

@testable import SpacesUI

/// What the summary adds up.
@Suite struct SpaceSummaryTests {
    @Test func countsWhatIsUsedAndPromised() {
        let summary = SpaceSummary([
            Sample.project("Small", quota: Sample.quota(1, of: 4)),
            Sample.project("Full", quota: Sample.quota(2, of: 2)),
            Sample.project("Open", quota: Quota(limit: .unlimited, used: Sample.gigabytes(7))),
            Sample.project("Asleep", quota: Quota(limit: .bytes(Sample.gigabytes(10)), used: nil), isDisabled: true),
        ])
        #expect(summary.count == 4 && summary.types == [.project: 4])
        #expect(summary.states == [.normal: 1, .exceeded: 1, .unlimited: 1, .disabled: 1])
        #expect(summary.storage.used == Sample.gigabytes(10))
        #expect(summary.storage.allotted == Sample.gigabytes(16) && summary.storage.limited == 3)
        #expect(summary.storage.usedWithinLimits == Sample.gigabytes(3))
        #expect(summary.storage.claimable == Sample.gigabytes(13))
        #expect(summary.storage.unlimited == 1 && summary.storage.usedWithoutLimit == Sample.gigabytes(7))
        #expect(summary.histogram == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1], "a space that tells no use is in no step")
        #expect(summary.fullest.map(\.name) == ["Full", "Small"])
    }

    @Test("What a space uses beyond its limit is taken from no other") func claims() {
        let storage = SpaceSummary([
            Sample.project("Over", quota: Sample.quota(5, of: 1)),
            Sample.project("Room", quota: Sample.quota(1, of: 10)),
        ]).storage
        #expect(storage.claimable == Sample.gigabytes(9))
        #expect(storage.overCommitment == 11.0 / 6)
    }

    @Test func namesTheOldestAndTheOrphansInOrder() {
        let spaces = (1...9).map { number in
            Sample.project("Space \(number)", members: [], modified: Sample.ago(days: Double(number)))
        }
        let summary = SpaceSummary(spaces)
        #expect(summary.oldest.map(\.name) == ["Space 9", "Space 8", "Space 7", "Space 6", "Space 5"])
        #expect(summary.orphans.map(\.name) == ["Space 1", "Space 2", "Space 3", "Space 4", "Space 5"])
        #expect(summary.states[.orphaned] == 9)
    }

    @Test func sumsThatNoNumberHoldsStayAtTheLargest() {
        let huge = Quota(limit: .bytes(.largest), used: .largest)
        let summary = SpaceSummary([Sample.project("A", quota: huge), Sample.project("B", quota: huge)])
        #expect(summary.storage.allotted == .largest && summary.storage.usedFraction == 1)
    }

    @Test func aLineLeadsToItsSpacesAndKeepsTheFilter() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("/")
        state.type("mars")
        state.press(.enter, "s", .down, .enter)
        #expect(state.layers.isEmpty && state.list.filter.hasPrefix("mars "))
        #expect(state.list.shownCount > 0, "what was counted is found: \(state.list.filter)")
    }

    /// Each line of the page finds as many spaces as it says.
    @Test func everyLineFindsWhatItCounts() throws {
        let start = Sample.loaded(at: "Mars Mission")
        let page = SummaryPage(SpaceSummary(start.list.shownSpaces), filter: "")
        let layout = page.layout(in: start)
        #expect(layout.targets.count > 10)
        for target in layout.targets {
            guard case .fact(let label, let value, _, .filter(let filter)?) = layout.places[target].line,
                // "9", or "179 GB to 9 spaces".
                let count = Int(value) ?? value.firstMatch(of: #/to (\d+) spaces/#).flatMap({ Int($0.output.1) })
            else { continue }
            var state = start
            state.setFilter(filter)
            #expect(state.list.shownCount == count, "\(label): \(filter)")
        }
    }
}
