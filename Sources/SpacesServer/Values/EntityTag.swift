/// Makes 32 hexadecimal digits that look like the real server's and differ for every version of every thing.
enum EntityTag {
    static func make(key: Int64, version: Int64, salt: UInt64) -> String {
        // Mixed before they meet: neighbouring keys and versions must not share a half.
        var (first, second) = (UInt64(bitPattern: key), UInt64(bitPattern: version) &+ salt << 32)
        var state = SplitMix64.mix(&first) ^ SplitMix64.mix(&second) &* 3
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        let digits: StaticString = "0123456789abcdef"
        for _ in 0..<2 {
            let half = SplitMix64.mix(&state)
            for shift in stride(from: 60, through: 0, by: -4) {
                bytes.append(digits.utf8Start[Int(half >> UInt64(shift) & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
