/// Many short byte strings in one piece of memory, so that comparing and searching them touches nothing else.
package struct TextTable: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Where each string starts; one more entry marks the end.
    package private(set) var starts: [Int] = [0]

    package init() {}

    package var count: Int { starts.count - 1 }

    package mutating func reserve(strings: Int, bytesEach: Int) {
        bytes.reserveCapacity(strings * bytesEach)
        starts.reserveCapacity(strings + 1)
    }

    /// Appends one string that `write` puts at the end of the bytes.
    package mutating func append(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        starts.append(bytes.count)
    }

    /// The indices of all strings, sorted by their bytes; equal ones keep their order.
    package func sortedIndices() -> [Int32] {
        bytes.withUnsafeBufferPointer { bytes in
            starts.withUnsafeBufferPointer { starts in
                Array(0..<Int32(count)).sorted { left, right in
                    let leftBytes = bytes[starts[Int(left)]..<starts[Int(left) + 1]]
                    let rightBytes = bytes[starts[Int(right)]..<starts[Int(right) + 1]]
                    for (leftByte, rightByte) in zip(leftBytes, rightBytes) where leftByte != rightByte {
                        return leftByte < rightByte
                    }
                    return leftBytes.count == rightBytes.count ? left < right : leftBytes.count < rightBytes.count
                }
            }
        }
    }

    /// For each string, whether it holds the needle. A needle never spans two strings, because each ends in `terminator`.
    package func contains(_ needle: [UInt8]) -> [Bool] {
        if needle.isEmpty { return [Bool](repeating: true, count: count) }
        var found = [Bool](repeating: false, count: count)
        var (string, at) = (0, 0)
        while let place = bytes[at...].firstPlace(of: needle) {
            while starts[string + 1] <= place { string += 1 }
            found[string] = true
            // One hit is enough: go on with the next string.
            string += 1
            if string == count { break }
            at = starts[string]
        }
        return found
    }

    /// The same in one field only: the fields of a string end in terminators and are numbered from zero.
    package func contains(_ needle: [UInt8], inField number: Int) -> [Bool] {
        let found = contains(needle)
        if needle.isEmpty { return found }
        return found.indices.map { found[$0] && self.field(number, of: $0).firstPlace(of: needle) != nil }
    }

    /// For each string, whether one of the texts of these fields passes a test; `false` for those that are no candidates.
    func fits(_ candidates: [Bool], inFields numbers: Range<Int>, _ test: (ArraySlice<UInt8>) -> Bool) -> [Bool] {
        candidates.indices.map { candidates[$0] && fits($0, inFields: numbers, test) }
    }

    private func fits(_ string: Int, inFields numbers: Range<Int>, _ test: (ArraySlice<UInt8>) -> Bool) -> Bool {
        var (number, start) = (0, starts[string])
        for at in starts[string]..<starts[string + 1] {
            switch bytes[at] {
            case Self.separator:
                // Each text has one behind it.
                if numbers.contains(number), test(bytes[start..<at]) { return true }
                start = at + 1
            case Self.terminator:
                number += 1
                if number == numbers.upperBound { return false }
                start = at + 1
            default: break
            }
        }
        return false
    }

    private func field(_ number: Int, of string: Int) -> ArraySlice<UInt8> {
        var rest = bytes[starts[string]..<starts[string + 1]]
        for _ in 0..<number {
            guard let end = rest.firstIndex(of: Self.terminator) else { return [] }
            rest = rest[(end + 1)...]
        }
        return rest.prefix { $0 != Self.terminator }
    }

    /// Stands between the fields of a string and at its end; no folded text of a person holds it.
    package static let terminator: UInt8 = 0x00
    /// Stands between the texts of one field, such as the names of several people.
    package static let separator: UInt8 = 0x01
}
