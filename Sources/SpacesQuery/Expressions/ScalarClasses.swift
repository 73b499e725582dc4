/// Which scalars an expression cannot tell apart: each such class has a number, found when its first scalar comes.
struct ScalarClasses: Sendable {
    private let sets: [ScalarSet]
    private let needsWords: Bool
    /// What finding the page of a scalar costs beside the step of every letter.
    private static let stepsOfPage = 3
    /// The numbers of the scalars below 128, and those of the others in pages of 256; 0 is a scalar not seen yet.
    private var ascii = [UInt16](repeating: 0, count: 128)
    private var pages: [UInt32: [UInt16]] = [:]
    private var numbers: [[UInt64]: UInt16] = [:]
    /// What is in each class: a bit for each set, and last whether it is of words.
    private var contents: [[UInt64]] = [[]]

    init(_ program: ExpressionProgram) {
        sets = program.sets
        needsWords = program.needsWords
    }

    /// The highest number of a class so far.
    var last: Int { contents.count - 1 }

    func isInSet(_ set: Int, _ number: Int) -> Bool { contents[number][set / 64] >> UInt64(set % 64) & 1 == 1 }

    func isWord(_ number: Int) -> Bool { contents[number].last == 1 }

    /// The number of a scalar; `steps` pays for one that was not seen yet, or is not of ASCII.
    mutating func number(of scalar: Unicode.Scalar, steps: inout Int) -> Int {
        let value = scalar.value
        if value < 128 {
            if ascii[Int(value)] == 0 { ascii[Int(value)] = classify(scalar, &steps) }
            return Int(ascii[Int(value)])
        }
        steps -= Self.stepsOfPage
        if let known = pages[value >> 8]?[Int(value & 0xFF)], known != 0 { return Int(known) }
        let number = classify(scalar, &steps)
        pages[value >> 8, default: [UInt16](repeating: 0, count: 256)][Int(value & 0xFF)] = number
        return Int(number)
    }

    private mutating func classify(_ scalar: Unicode.Scalar, _ steps: inout Int) -> UInt16 {
        steps -= sets.count
        var content = [UInt64](repeating: 0, count: (sets.count + 63) / 64 + 1)
        for (number, set) in sets.enumerated() where set.contains(scalar) {
            content[number / 64] |= 1 << UInt64(number % 64)
        }
        if needsWords, ScalarClass.word.contains(scalar) { content[content.count - 1] = 1 }
        if let known = numbers[content] { return known }
        contents.append(content)
        numbers[content] = UInt16(contents.count - 1)
        return UInt16(contents.count - 1)
    }
}
