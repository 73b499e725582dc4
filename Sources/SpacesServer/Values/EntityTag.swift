/// Makes 32 hexadecimal digits that look like the real server's and differ for every version of every thing.
enum EntityTag {
    static func make(key: Int64, version: Int64, salt: UInt64) -> String {
        var state = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: version) &+ salt << 32
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
