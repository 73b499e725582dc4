/// A QR code (ISO/IEC 18004) of bytes, versions 1 to 10 at error correction level L: enough for an address, and as small
/// as a terminal needs it.
struct QRCode: Equatable {
    /// Modules on a side.
    let size: Int
    /// True for dark ones, row by row.
    private(set) var modules: [Bool]
    /// Modules that are no data: patterns, format and version.
    private var isFixed: [Bool]

    /// Bytes of error correction in each block, and the number of blocks, by version.
    private static let corrections: [(bytes: Int, blocks: Int)] = [
        (7, 1), (10, 1), (15, 1), (20, 1), (26, 1), (18, 2), (20, 2), (24, 2), (30, 2), (18, 4),
    ]
    /// Bytes of data and error correction together, by version.
    private static let capacities = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]

    /// `nil` for what does not fit. The mask is the one that a camera reads best, unless one is asked for.
    init?(of bytes: [UInt8], mask: Int? = nil) {
        let fitting = Self.capacities.indices.first { index in
            let data = Self.capacities[index] - Self.corrections[index].bytes * Self.corrections[index].blocks
            return bytes.count + (index + 1 < 10 ? 2 : 3) <= data
        }
        guard let index = fitting else { return nil }
        let version = index + 1
        size = 17 + 4 * version
        modules = [Bool](repeating: false, count: size * size)
        isFixed = modules
        drawPatterns(version: version)
        place(Self.codewords(of: bytes, version: version))
        applyBestMask(of: mask.map { [$0] } ?? Array(0..<8))
    }

    subscript(column: Int, row: Int) -> Bool {
        column >= 0 && row >= 0 && column < size && row < size && modules[row * size + column]
    }

    /// The code as lines of half blocks in which dark modules are drawn, with two light modules around it.
    var halfBlocks: [String] {
        stride(from: -2, to: size + 2, by: 2).map { row in
            String(
                (-2..<size + 2).map { column -> Character in
                    switch (self[column, row], self[column, row + 1]) {
                    case (true, true): "█"
                    case (true, false): "▀"
                    case (false, true): "▄"
                    case (false, false): " "
                    }
                })
        }
    }

    // MARK: Data

    /// Mode and length, the bytes, padding, and the error correction of each block, interleaved.
    private static func codewords(of bytes: [UInt8], version: Int) -> [UInt8] {
        let total = capacities[version - 1]
        let (correction, blocks) = corrections[version - 1]
        let room = total - correction * blocks
        // Mode 4 (bytes) in four bits, then the length: all later bytes are shifted by half a byte.
        let length = version < 10 ? [4, 0] : [12, 8, 4, 0]
        var nibbles: [UInt8] = [4] + length.map { UInt8(bytes.count >> $0 & 15) }
        nibbles += bytes.flatMap { [$0 >> 4, $0 & 15] } + [0]
        var data = stride(from: 0, to: nibbles.count - 1, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
        var padding: UInt8 = 0xEC
        while data.count < room {
            data.append(padding)
            padding ^= 0xEC ^ 0x11
        }
        let short = room / blocks
        let shortBlocks = blocks - room % blocks
        let divisor = Self.divisor(degree: correction)
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        for block in 0..<blocks {
            let end = start + short + (block < shortBlocks ? 0 : 1)
            parts.append(data[start..<end])
            start = end
        }
        let remainders = parts.map { remainder(of: $0, by: divisor) }
        var result: [UInt8] = []
        for index in 0...short { result += parts.compactMap { $0.dropFirst(index).first } }
        for index in 0..<correction { result += remainders.map { $0[index] } }
        return result
    }

    /// Multiplies in the field of 256 elements with the polynomial 0x11D.
    private static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7) * 0x11D
            product ^= (Int(right) >> bit & 1) * Int(left)
        }
        return UInt8(product & 0xFF)
    }

    private static func divisor(degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in result.indices {
                result[index] = multiply(result[index], root)
                if index + 1 < result.count { result[index] ^= result[index + 1] }
            }
            root = multiply(root, 2)
        }
        return result
    }

    private static func remainder(of data: ArraySlice<UInt8>, by divisor: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: divisor.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for index in result.indices { result[index] ^= multiply(divisor[index], factor) }
        }
        return result
    }

    /// Puts the bits into the free modules: columns in pairs from the right, up and down in turns.
    private mutating func place(_ bytes: [UInt8]) {
        var bit = 0
        var right = size - 1
        while right >= 1 {
            if right == 6 { right = 5 }  // the vertical timing pattern
            let isUpward = (right + 1) & 2 == 0
            for step in 0..<size {
                for column in [right, right - 1] {
                    let row = isUpward ? size - 1 - step : step
                    guard !isFixed[row * size + column], bit < bytes.count * 8 else { continue }
                    modules[row * size + column] = bytes[bit >> 3] >> (7 - bit & 7) & 1 == 1
                    bit += 1
                }
            }
            right -= 2
        }
    }
}

// MARK: Patterns and masks

extension QRCode {
    private mutating func fix(_ column: Int, _ row: Int, _ isDark: Bool) {
        guard column >= 0, row >= 0, column < size, row < size else { return }
        modules[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    private mutating func drawPatterns(version: Int) {
        for index in 0..<size {
            fix(6, index, index % 2 == 0)
            fix(index, 6, index % 2 == 0)
        }
        for (column, row) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            for down in -4...4 {
                for across in -4...4 {
                    let distance = max(abs(down), abs(across))
                    fix(column + across, row + down, distance != 2 && distance != 4)
                }
            }
        }
        let places = Self.alignments(version: version, size: size)
        for (line, row) in places.enumerated() {
            for (place, column) in places.enumerated() {
                let last = places.count - 1
                // Not where the finders are.
                if (line, place) == (0, 0) || (line, place) == (0, last) || (line, place) == (last, 0) { continue }
                for down in -2...2 {
                    for across in -2...2 { fix(column + across, row + down, max(abs(down), abs(across)) != 1) }
                }
            }
        }
        drawFormat(mask: 0)
        guard version >= 7 else { return }
        var remainder = version
        for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
        let bits = version << 12 | remainder
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            fix(size - 11 + index % 3, index / 3, isDark)
            fix(index / 3, size - 11 + index % 3, isDark)
        }
    }

    private static func alignments(version: Int, size: Int) -> [Int] {
        switch version {
        case 1: []
        case 2...6: [6, size - 7]
        default: [6, size / 2, size - 7]
        }
    }

    /// The level (L) and the mask, twice, each with its error correction.
    private mutating func drawFormat(mask: Int) {
        let data = 1 << 3 | mask
        var remainder = data
        for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
        let bits = (data << 10 | remainder) ^ 0x5412
        func isDark(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0..<6 { fix(8, index, isDark(index)) }
        fix(8, 7, isDark(6))
        fix(8, 8, isDark(7))
        fix(7, 8, isDark(8))
        for index in 9..<15 { fix(14 - index, 8, isDark(index)) }
        for index in 0..<8 { fix(size - 1 - index, 8, isDark(index)) }
        for index in 8..<15 { fix(8, size - 15 + index, isDark(index)) }
        fix(8, size - 8, true)
    }

    /// Turns the data round by the mask after which a camera tells the modules apart best.
    private mutating func applyBestMask(of masks: [Int]) {
        let plain = self
        var best: (code: QRCode, penalty: Int)?
        for mask in masks {
            var code = plain
            for row in 0..<size {
                for column in 0..<size where !isFixed[row * size + column] {
                    if Self.isTurned(mask: mask, column, row) { code.modules[row * size + column].toggle() }
                }
            }
            code.drawFormat(mask: mask)
            let penalty = code.penalty
            if best.map({ penalty < $0.penalty }) ?? true { best = (code, penalty) }
        }
        if let best { self = best.code }
    }

    private static func isTurned(mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }

    /// How hard the code is to read: long runs, squares, what looks like a finder, and an uneven share of dark modules.
    private var penalty: Int {
        var sum = 0
        let finder = [true, false, true, true, true, false, true]
        let gap = [false, false, false, false]
        for index in 0..<size {
            for line in [(0..<size).map { self[$0, index] }, (0..<size).map { self[index, $0] }] {
                var run = 1
                for at in 1...size {
                    if at < size, line[at] == line[at - 1] {
                        run += 1
                    } else {
                        if run >= 5 { sum += run - 2 }
                        run = 1
                    }
                }
                for at in 0...(size - 11) {
                    let part = line[at..<at + 11]
                    if part.elementsEqual(finder + gap) || part.elementsEqual(gap + finder) { sum += 40 }
                }
            }
        }
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let isDark = self[column, row]
                if self[column + 1, row] == isDark, self[column, row + 1] == isDark, self[column + 1, row + 1] == isDark
                {
                    sum += 3
                }
            }
        }
        let dark = modules.count { $0 }
        return sum + abs(dark * 20 - modules.count * 10) / modules.count * 10
    }
}
