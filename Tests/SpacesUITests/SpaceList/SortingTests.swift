import SpacesModel
import SpacesQuery
import TestSupport
import Testing

@testable import SpacesUI

/// Several columns at once.
@Suite struct SortingTests {
    private func names(_ spaces: [Space], _ keys: SortOrder.Key...) -> [String] {
        let catalog = SpaceCatalog(spaces)
        return catalog.allRows(matching: Query(), in: SortOrder(keys) ?? SortOrder()).map {
            catalog.spaces[Int($0)].name
        }
    }

    @Test func theSecondColumnDecidesWhereTheFirstIsEqual() {
        let spaces = [
            Sample.project("A", quota: Sample.quota(1, of: 5)), Sample.project("B", quota: Sample.quota(2, of: 5)),
            Sample.project("C", quota: Sample.quota(3, of: 9)), Sample.project("D", quota: nil),
        ]
        let quota = SortOrder.Key(.quota, isDescending: true)
        #expect(names(spaces, quota, .init(.used, isDescending: true)) == ["C", "B", "A", "D"])
        #expect(names(spaces, quota, .init(.used, isDescending: false)) == ["C", "A", "B", "D"])
        #expect(
            names(spaces, .init(.quota, isDescending: false), .init(.name, isDescending: true)) == ["B", "A", "C", "D"])
    }

    @Test func namesThatReadAlikeAreEqual() {
        let spaces = ["Éclair", "eclair", "Zebra"].enumerated().map { number, name in
            Space(id: SpaceID("\(9 - number)"), name: name, quota: Sample.quota(Double(number), of: 5))
        }
        #expect(
            names(spaces, .init(.name, isDescending: false), .init(.used, isDescending: true))
                == ["eclair", "Éclair", "Zebra"])
    }

    /// The fast way finds the order that comparing pair by pair does.
    @Test(arguments: 1...30)
    func agreesWithComparingPairByPair(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let spaces = (0..<60).map { number in
            Sample.project(
                "Space \(Int.random(in: 0..<8, using: &random))",
                subtitle: ["", "x 2", "x 10", "Éa", "ea"].randomElement(using: &random) ?? "",
                quota: .random(using: &random)
                    ? Sample.quota(Double(Int.random(in: 0..<4, using: &random)), of: 4) : nil,
                members: Array([Sample.marie, Sample.lise].prefix(.random(in: 0...2, using: &random)))
            ).numbered(number)
        }
        let columns: [Column] = [.used, .quota, .subtitle, .members, .managers, .remaining, .name, .state].shuffled(
            using: &random)
        let keys = columns.prefix(.random(in: 1...4, using: &random)).map {
            SortOrder.Key($0, isDescending: .random(using: &random))
        }
        let catalog = SpaceCatalog(spaces)
        func rows(_ order: SortOrder) -> [Int32] {
            catalog.allRows(matching: Query(), in: order)
        }
        // The place of a space in the order of one column, equal ones sharing theirs.
        let single = keys.map { rows(SortOrder($0.column, isDescending: $0.isDescending)) }
        guard let order = SortOrder(Array(keys)) else { return }
        let sorted = rows(order).map { catalog.spaces[Int($0)] }
        for (left, right) in zip(sorted, sorted.dropFirst()) {
            for (key, _) in zip(keys, single) {
                switch value(left, key.column).compared(to: value(right, key.column), isDescending: key.isDescending) {
                case .some(true): break
                case .some(false):
                    Issue.record("seed \(seed): \(left.id.rawValue) before \(right.id.rawValue) by \(keys)")
                case nil: continue
                }
                break
            }
        }
        #expect(Set(sorted.map(\.id)).count == spaces.count, "seed \(seed)")
    }

    /// What a column compares, as simply as it can be said.
    private enum Value: Equatable {
        case number(Int64?)
        case text(String)

        /// Whether this comes first; `nil` where they are equal.
        func compared(to other: Self, isDescending: Bool) -> Bool? {
            if self == other { return nil }
            switch (self, other) {
            case (.number(nil), _): return false
            case (_, .number(nil)): return true
            case (.text(""), _): return false
            case (_, .text("")): return true
            case (.number(let left?), .number(let right?)): return (left < right) != isDescending
            case (.text(let left), .text(let right)):
                return (left < right) != isDescending
            default: return nil
            }
        }
    }

    private func value(_ space: Space, _ column: Column) -> Value {
        switch column {
        case .used: .number(space.quota?.used?.bytes)
        case .quota: .number(space.quota == nil ? nil : 4)
        case .remaining: .number(space.quota?.remaining?.bytes)
        case .members: .number(space.members.map { Int64($0.count) })
        case .state: .number(Int64(RowState(space).rawValue))
        case .name: .text(space.name.lowercased())
        default:
            .text(
                (space.text(of: column) ?? "").lowercased().replacing("éa", with: "ea").replacing("x 2", with: "x 02"))
        }
    }

    @Test("Names that differ behind a zero are not taken for the same") func zerosEndNothing() {
        var list = SpaceList()
        let beta = Sample.project("Release 1.0 beta", quota: Sample.quota(1, of: 10))
        let alpha = Sample.project("Release 1.0 alpha", quota: Sample.quota(2, of: 10))
        list.show(SpaceCatalog([beta, alpha]))
        list.sort(by: SortOrder([.init(.name), .init(.used, isDescending: false)]) ?? SortOrder())
        #expect(list.shownNames == ["Release 1.0 alpha", "Release 1.0 beta"])
    }
}

extension Space {
    fileprivate func numbered(_ number: Int) -> Space {
        var space = self
        space.id = SpaceID("\(number)")
        return space
    }
}
