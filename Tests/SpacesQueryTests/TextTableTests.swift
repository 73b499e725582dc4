import TestSupport
import Testing

@testable import SpacesQuery

@Suite struct TextTableTests {
    private static func table(_ strings: [[UInt8]]) -> TextTable {
        var table = TextTable()
        for string in strings { table.append { $0 += string + [TextTable.terminator] } }
        return table
    }

    @Test func findsNothingInAnEmptyTable() {
        #expect(TextTable().contains([1]).isEmpty && TextTable().sortedIndices().isEmpty)
    }

    @Test func everythingHoldsTheEmptyText() {
        #expect(Self.table([[], [5]]).contains([]) == [true, true])
    }

    /// Few different bytes make near misses, repetitions and hits over borders likely.
    @Test(arguments: 0..<40)
    func findsAndSortsLikeTheSimplestCode(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<25 {
            let strings = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 1...3, using: &random) }
            }
            let needle = (0..<Int.random(in: 1...4, using: &random)).map { _ in UInt8.random(in: 1...3, using: &random)
            }
            let table = Self.table(strings)
            #expect(
                table.contains(needle) == strings.map { holds($0, needle) }, "seed \(seed): \(needle) in \(strings)")
            let sorted = strings.indices.sorted { left, right in
                strings[left] == strings[right] ? left < right : strings[left].lexicographicallyPrecedes(strings[right])
            }
            #expect(table.sortedIndices().map(Int.init) == sorted, "seed \(seed): \(strings)")
        }
    }

    private func holds(_ string: [UInt8], _ needle: [UInt8]) -> Bool {
        guard string.count >= needle.count else { return false }
        return (0...string.count - needle.count).contains { Array(string[$0..<$0 + needle.count]) == needle }
    }
}
