/// A small picture for a made-up space, as a PNG: hills below a sky in colours of its own.
///
/// Its bytes are stored without compression, which needs no library and is a PNG as any other (RFC 1950, RFC 1951 §3.2.4).
enum SamplePicture {
    private static let width = 96
    private static let height = 60

    static func png(using random: inout SplitMix64) -> [UInt8] {
        let tint = (0..<3).map { _ in Int(random.next() % 160) }
        let slopes = (0..<3).map { _ in Int(random.next() % 40) + 20 }
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (1 + width * 3))
        for y in 0..<height {
            rows.append(0)  // no filter
            for x in 0..<width {
                // Each hill is a parabola; those in front are lower and darker.
                let hill = slopes.indices.last { index in
                    let off = x - (index * 31 + slopes[index]) % width
                    return y > 24 + index * 11 + off * off / (slopes[index] + 30)
                }
                for part in 0..<3 {
                    let sky = 255 - (255 - tint[part]) * (height - y) / (height * 2)
                    rows.append(UInt8(hill.map { tint[(part + $0) % 3] * (3 - $0) / 3 + 30 } ?? sky))
                }
            }
        }
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Eight bits for each of red, green and blue, not interlaced.
        let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
        return signature + chunk("IHDR", header) + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    /// A zlib stream with one block that is not compressed.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(bytes.count)
        func littleEndian(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return [0x78, 0x01, 0x01] + littleEndian(count) + littleEndian(~count) + bytes + bigEndian(high << 16 | low)
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        var checksum: UInt32 = .max
        for byte in body {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 0 ? checksum >> 1 : checksum >> 1 ^ 0xEDB8_8320 }
        }
        return bigEndian(UInt32(content.count)) + body + bigEndian(~checksum)
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
