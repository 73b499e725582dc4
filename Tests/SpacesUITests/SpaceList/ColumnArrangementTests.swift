import TestSupport
import Testing

@testable import SpacesUI

@Suite struct ColumnArrangementTests {
    @Test(arguments: 1...20)
    func everyColumnStaysOnceWithTheNameFirst(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var columns = ColumnArrangement.standard
        for _ in 0..<200 {
            let index = Int.random(in: -1...Column.allCases.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: columns.toggle(at: index)
            case 1: _ = columns.move(at: index, by: .random(using: &random) ? 1 : -1)
            case 2: columns.setWidth(.random(in: -5...500, using: &random), at: index)
            default: columns.setWidth(nil, at: index)
            }
            let entries = columns.entries
            #expect(entries.first?.column == .name && entries.first?.isShown == true, "seed \(seed)")
            #expect(Set(entries.map(\.column)).count == Column.allCases.count && entries.count == Column.allCases.count)
            #expect(entries.allSatisfy { $0.width.map(ColumnArrangement.widths.contains) ?? true }, "seed \(seed)")
        }
    }

    @Test func aColumnThatIsGivenTwiceCountsOnce() {
        let columns = ColumnArrangement([.init(.used, width: 10), .init(.used, width: 20), .init(.name)])
        #expect(columns.shown == [.name, .used] && columns.width(of: .used) == 10)
    }
}
