import SpacesModel
import SpacesQuery
import Synchronization

/// The spaces in the order of a column; those without a value come last, whatever the direction.
struct ColumnOrder: Sendable {
    private(set) var indices: [Int32]
    /// How many have a value.
    let known: Int
    /// Where a value differs from the one before it.
    private let isNew: [Bool]

    /// `isNew` tells of each that has a value whether it differs from the one before.
    init(known: [Int32], isNew: [Bool], unknown: [Int32] = []) {
        indices = known + unknown
        self.known = known.count
        self.isNew = isNew
    }

    /// Sorts by numbers; equal ones keep the order of names.
    init(_ spaces: [Space], byName: [Int32], value: (Space) -> Int64?) {
        var entries: [(value: Int64, rank: Int32)] = []
        var unknown: [Int32] = []
        entries.reserveCapacity(spaces.count)
        for (rank, index) in byName.enumerated() {
            if let value = value(spaces[Int(index)]) {
                entries.append((value, Int32(rank)))
            } else {
                unknown.append(index)
            }
        }
        entries.sort { $0.value == $1.value ? $0.rank < $1.rank : $0.value < $1.value }
        self.init(
            known: entries.map { byName[Int($0.rank)] },
            isNew: entries.indices.map { $0 == 0 || entries[$0].value != entries[$0 - 1].value }, unknown: unknown)
    }

    /// Sorts by texts as people read them; equal ones keep the order of names, and empty ones are not known.
    init(_ spaces: [Space], byName: [Int32], collation: Collation, text: (Space) -> String) {
        var table = TextTable()
        table.reserve(strings: spaces.count, bytesEach: 32)
        var filled: [Int32] = []
        var unknown: [Int32] = []
        for index in byName {
            let text = text(spaces[Int(index)])
            if text.isEmpty {
                unknown.append(index)
            } else {
                filled.append(index)
                table.append { key in
                    NaturalKey.append(text, to: &key, collation: collation)
                    key.append(TextTable.terminator)
                }
            }
        }
        let sorted = table.sortedIndices()
        self.init(
            known: sorted.map { filled[Int($0)] }, isNew: Self.beginnings(sorted, in: table), unknown: unknown)
    }

    /// Where a key, up to its first terminator, differs from the key before it.
    static func beginnings(_ sorted: [Int32], in table: TextTable) -> [Bool] {
        table.bytes.withUnsafeBufferPointer { bytes in
            func key(_ index: Int32) -> Slice<UnsafeBufferPointer<UInt8>> {
                let whole = bytes[table.starts[Int(index)]..<table.starts[Int(index) + 1]]
                return whole.prefix { $0 != TextTable.terminator }
            }
            return sorted.indices.map { $0 == 0 || !key(sorted[$0]).elementsEqual(key(sorted[$0 - 1])) }
        }
    }

    /// The indices in a direction.
    func indices(isDescending: Bool) -> [Int32] {
        guard isDescending else { return indices }
        var turned = indices
        turned[..<known].reverse()
        return turned
    }

    /// Sorts rows by this column and leaves those of the same value in the order that they have: one pass over small numbers.
    func sorting(_ rows: [Int32], isDescending: Bool) -> [Int32] {
        var ranks = [Int32](repeating: 0, count: indices.count)
        var rank: Int32 = -1
        for (place, index) in indices[..<known].enumerated() {
            if isNew[place] { rank += 1 }
            ranks[Int(index)] = rank
        }
        if isDescending { for index in indices[..<known] { ranks[Int(index)] = rank - ranks[Int(index)] } }
        for index in indices[known...] { ranks[Int(index)] = rank + 1 }
        var starts = [Int](repeating: 0, count: Int(rank) + 3)
        for row in rows { starts[Int(ranks[Int(row)]) + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        var sorted = rows
        for row in rows {
            let rank = Int(ranks[Int(row)])
            sorted[starts[rank]] = row
            starts[rank] += 1
        }
        return sorted
    }
}

/// The orders of texts, each made when it is first asked for: most people never sort by them.
final class LateOrders: Sendable {
    private let orders = Mutex<[Column: ColumnOrder]>([:])

    func order(of column: Column, orElse make: () -> ColumnOrder) -> ColumnOrder {
        if let made = orders.withLock({ $0[column] }) { return made }
        let order = make()
        orders.withLock { $0[column] = order }
        return order
    }
}
