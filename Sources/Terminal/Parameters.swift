/// The parameters of a control sequence: a private prefix and numbers.
struct Parameters {
    /// One of `<`, `=`, `>`, `?`, or `nil`.
    var prefix: UInt8?
    /// Parameters, each with its sub-parameters; an empty one is 0, none exceeds 99,999,999.
    var values: [[Int]] = []
    /// Whether there are bytes before the final one that no key has.
    var hasIntermediates = false

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        if let first = rest.first, (0x3C...0x3F).contains(first) {
            prefix = first
            rest = rest.dropFirst()
        }
        hasIntermediates = rest.contains { $0 < 0x30 || $0 > 0x3B }
        guard !rest.isEmpty else { return }
        values = rest.split(separator: 0x3B, omittingEmptySubsequences: false).map { parameter in
            parameter.split(separator: 0x3A, omittingEmptySubsequences: false).map { digits in
                digits.reduce(0) { $0 > 9_999_999 || $1 < 0x30 || $1 > 0x39 ? $0 : $0 * 10 + Int($1 - 0x30) }
            }
        }
    }

    /// A parameter, or what an absent one means.
    func value(_ index: Int, or absent: Int = 0, part: Int = 0) -> Int {
        guard index < values.count, part < values[index].count else { return absent }
        return values[index][part]
    }

    /// The modifiers as xterm numbers them: 1 and a sum of 1 Shift, 2 Alt, 4 Ctrl; others are ignored.
    func modifiers(_ index: Int) -> Key.Modifiers {
        let bits = max(0, value(index, or: 1) - 1)
        return Key.Modifiers(rawValue: UInt8(bits & 7))
    }
}
