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
        var found = [Bool](repeating: false, count: count)
        guard let first = needle.first else { return [Bool](repeating: true, count: count) }
        bytes.withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                var string = 0
                var at = 0
                let last = bytes.count - needle.count
                while at <= last {
                    guard bytes[at] == first, Self.matches(bytes, at, needle) else {
                        at += 1
                        continue
                    }
                    while starts[string + 1] <= at { string += 1 }
                    found[string] = true
                    // One hit is enough: go on with the next string.
                    string += 1
                    if string == found.count { break }
                    at = starts[string]
                }
            }
        }
        return found
    }

    /// The same in one field only: the fields of a string end in terminators and are numbered from zero.
    package func contains(_ needle: [UInt8], inField number: Int) -> [Bool] {
        var found = contains(needle)
        guard !needle.isEmpty else { return found }
        bytes.withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                for string in found.indices where found[string] {
                    found[string] = Self.isInField(number, bytes[starts[string]..<starts[string + 1]], needle)
                }
            }
        }
        return found
    }

    private static func isInField(
        _ number: Int, _ string: Slice<UnsafeBufferPointer<UInt8>>, _ needle: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var field = 0
        for at in string.indices {
            if string[at] == terminator {
                field += 1
                if field > number { return false }
            } else if field == number, string.endIndex - at >= needle.count, string[at] == needle[0],
                matches(string.base, at, needle)
            {
                return true
            }
        }
        return false
    }

    private static func matches(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ needle: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var index = 1
        while index < needle.count {
            if bytes[at + index] != needle[index] { return false }
            index += 1
        }
        return true
    }

    /// Stands between the fields of a string and at its end; no folded text of a person holds it.
    package static let terminator: UInt8 = 0x00
    /// Stands between the texts of one field, such as the names of several people.
    package static let separator: UInt8 = 0x01
}
