import SpacesQuery

/// A key that makes bytes sort as people read: letters without case and accents, runs of digits as numbers.
///
/// A run of digits becomes `0`, the count of its digits, the digits: "Space 2" comes before "Space 10".
enum NaturalKey {
    static func append(_ text: String, to key: inout [UInt8]) {
        var run: [UInt8] = []
        func finishRun(_ key: inout [UInt8]) {
            guard !run.isEmpty else { return }
            let digits = run.drop { $0 == 0x30 }
            key.append(0x30)
            key.append(UInt8(clamping: digits.count))
            key.append(contentsOf: digits)
            run.removeAll(keepingCapacity: true)
        }
        for byte in FoldedText.bytes(of: text) {
            if byte >= 0x30 && byte <= 0x39 {
                run.append(byte)
            } else {
                finishRun(&key)
                key.append(byte)
            }
        }
        finishRun(&key)
    }
}
