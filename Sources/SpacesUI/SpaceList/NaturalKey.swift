import Foundation
import SpacesQuery

/// A key that makes bytes sort as people read: letters without case and accents, runs of digits as numbers.
///
/// A run of digits becomes `0`, one more than the count of its digits, the digits: "Space 2" comes before "Space 10".
enum NaturalKey {
    static func append(_ text: String, to key: inout [UInt8], collation: Collation = .plain) {
        var run: [UInt8] = []
        func finishRun(_ key: inout [UInt8]) {
            guard !run.isEmpty else { return }
            let digits = run.drop { $0 == 0x30 }
            key.append(0x30)
            // Never zero, which would end the text.
            key.append(UInt8(clamping: digits.count + 1))
            key.append(contentsOf: digits)
            run.removeAll(keepingCapacity: true)
        }
        for byte in folded(text, collation) {
            if byte >= 0x30 && byte <= 0x39 {
                run.append(byte)
            } else {
                finishRun(&key)
                key.append(byte)
            }
        }
        finishRun(&key)
    }

    /// The folded text with the letters that the language has of its own at their places.
    private static func folded(_ text: String, _ collation: Collation) -> [UInt8] {
        if collation.letters.isEmpty || text.utf8.allSatisfy({ $0 < 0x80 }) { return FoldedText.bytes(of: text) }
        var bytes: [UInt8] = []
        for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if let own = collation.letters[scalar] {
                bytes += own
            } else {
                FoldedText.append(String(scalar), to: &bytes)
            }
        }
        return bytes
    }
}
