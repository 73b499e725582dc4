import Foundation

/// Choices by chance that are the same for the same seed.
enum SampleRandom {
    static func pick<Element>(_ elements: [Element], _ random: inout SplitMix64) -> Element {
        elements[Int(random.next() % UInt64(elements.count))]
    }

    /// A number that is `least` times ten to some power, each power as likely as the next.
    static func magnitude(from least: Double, powers: Double, _ random: inout SplitMix64) -> Int64 {
        let fraction = Double(random.next() >> 11) / Double(1 << 53)
        return Int64(least * pow(10, fraction * powers))
    }

    /// A version 4 UUID (RFC 9562), in lower case as ids of spaces are.
    static func identifier(using random: inout SplitMix64) -> String {
        let (high, low) = (random.next() & ~0xF000 | 0x4000, random.next() & ~(0xC << 60) | 0x8 << 60)
        let digits: StaticString = "0123456789abcdef"
        return String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                let half = index < 16 ? high : low
                buffer[position] = digits.utf8Start[Int(half >> UInt64(60 - index % 16 * 4) & 15)]
                position += 1
            }
            return 36
        }
    }
}
