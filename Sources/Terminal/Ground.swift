/// Whether the terminal's own background is light or dark.
package enum Ground: String, Hashable, Sendable {
    case light, dark

    /// Reads the variable `COLORFGBG`, such as `15;0` or `0;default;15`: the last part is the background's entry of the 16.
    package init?(colorFGBG text: String) {
        guard let last = text.split(separator: ";").last, let entry = Int(last), (0..<16).contains(entry) else {
            return nil
        }
        self = entry == 7 || entry > 8 ? .light : .dark
    }

    /// The question for the colour of the background (OSC 11), which a terminal answers late or never.
    package static let question: [UInt8] = Array("\u{1B}]11;?\u{1B}\\".utf8)

    /// Reads what stands in the answer: `11;rgb:1e1e/1e1e/2e2e`, each part of one to four digits; `rgba` has a fourth part.
    init?(answer: [UInt8]) {
        let words = String(decoding: answer, as: UTF8.self).split(separator: ":")
        guard words.count == 2, ["11;rgb", "11;rgba"].contains(words[0]) else { return nil }
        let parts = words[1].split(separator: "/", omittingEmptySubsequences: false).map(Self.amount)
        guard parts.count == (words[0] == "11;rgb" ? 3 : 4), let red = parts[0], let green = parts[1],
            let blue = parts[2]
        else { return nil }
        // The luma of ITU-R BT.601, as other full-screen programs decide it.
        self = 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? .light : .dark
    }

    /// An amount of light, 0…1.
    private static func amount(_ digits: Substring) -> Double? {
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
        else { return nil }
        return Double(value) / Double((1 << (4 * UInt32(digits.count))) - 1)
    }
}
