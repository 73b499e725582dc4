import TestSupport
import Testing

@testable import SpacesUI

@Suite struct ColumnLayoutTests {
    private static let few = ColumnArrangement([
        .init(.name), .init(.id), .init(.used, width: 12), .init(.subtitle), .init(.owner),
    ])

    @Test("Long names keep their room, and the less important columns give way") func namesComeFirst() {
        let short = ColumnLayout(width: 80, names: 12, sortedBy: SortOrder())
        #expect(short.shows(.modified))
        let long = ColumnLayout(width: 80, names: 40, sortedBy: SortOrder())
        #expect(!long.shows(.modified) && long.shows(.usage))
        #expect(long.places[0].width >= 24)
    }

    @Test func anUsualScreenShowsWhatMattersMost() {
        let layout = ColumnLayout(width: 80, sortedBy: SortOrder())
        #expect(layout.places.map(\.column) == [.name, .state, .used, .quota, .usage, .modified])
        #expect(layout.hiddenLeft == 0 && layout.hiddenRight == 2)
    }

    @Test func aWideScreenShowsAllAndNoSign() {
        let layout = ColumnLayout(width: 140, sortedBy: SortOrder())
        #expect(layout.places.map(\.column) == ColumnArrangement.standard.shown)
        #expect(layout.hiddenRight == 0 && layout.lastPan == 0)
    }

    @Test func theSortedColumnIsShownEvenWhereItWasHidden() {
        #expect(ColumnLayout(width: 60, sortedBy: SortOrder(.id)).shows(.id))
        #expect(ColumnLayout(width: 60, sortedBy: SortOrder(.members)).shows(.members))
    }

    @Test func chosenColumnsComeInTheirOrderAndWidth() {
        let layout = ColumnLayout(width: 200, arrangement: Self.few, sortedBy: SortOrder())
        #expect(layout.places.map(\.column) == [.name, .id, .used, .subtitle, .owner])
        #expect(layout.places[2].width == 12)
        #expect(layout.places[1].width > Column.id.width, "texts take the room that is left")
    }

    @Test(arguments: 20...200)
    func panningReachesEveryColumnAndNeverMovesTheName(width: Int) {
        let all = ColumnArrangement(Column.allCases.map { .init($0) })
        for arrangement in [ColumnArrangement.standard, all, Self.few] {
            var seen: Set<Column> = []
            var pan = 0
            while true {
                let layout = ColumnLayout(width: width, arrangement: arrangement, sortedBy: SortOrder(), pan: pan)
                #expect(layout.places.first?.column == .name && layout.places.first?.start == ColumnLayout.margin)
                #expect(layout.hiddenLeft == pan)
                seen.formUnion(layout.places.map(\.column))
                for (left, right) in zip(layout.places, layout.places.dropFirst()) {
                    #expect(left.start + left.width + ColumnLayout.gap == right.start)
                }
                if width >= 40, pan == 0, let last = layout.places.last { #expect(last.start + last.width <= width) }
                if layout.hiddenRight == 0 { break }
                pan += 1
                guard pan <= layout.lastPan else {
                    Issue.record("\(layout.hiddenRight) columns cannot be reached at \(width)")
                    break
                }
            }
            #expect(seen == Set(arrangement.shown), "\(width)")
        }
    }

    @Test func panningBeyondTheEndStaysThere() {
        let far = ColumnLayout(width: 60, sortedBy: SortOrder(), pan: 99)
        #expect(far.hiddenLeft == far.lastPan && far.hiddenRight == 0)
    }

    @Test func aNumberBehindTheArrowHasItsRoom() {
        let order = SortOrder([.init(.members), .init(.name)]) ?? SortOrder()
        let places = ColumnLayout(width: 140, sortedBy: order).places
        #expect(places.first { $0.column == .members }?.width == 9)
        #expect(places.first { $0.column == .used }?.width == 8)
    }
}
