/// Many short byte strings in one piece of memory, so that comparing and searching them touches nothing else.
struct TextTable: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each string starts; one more entry marks the end.
    private(set) var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    mutating func reserve(strings: Int, bytesEach: Int) {
        bytes.reserveCapacity(strings * bytesEach)
        starts.reserveCapacity(strings + 1)
    }

    /// Appends one string that `write` puts at the end of the bytes.
    mutating func append(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        starts.append(bytes.count)
    }

    /// The indices of all strings, sorted by their bytes; equal ones keep their order.
    func sortedIndices() -> [Int32] {
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
    func contains(_ needle: [UInt8]) -> [Bool] {
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
    static let terminator: UInt8 = 0x00
}
