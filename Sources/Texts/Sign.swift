/// What a screen shows of characters that would show nothing, steer the terminal, or make one text look like another: THE
/// table of them.
///
/// A line break is `␊`, any other one its number, as `⟨200F⟩`. Texts themselves are kept as they came; whatever draws or
/// prints one asks here, so that layout, cursor and terminal agree about it.
package enum Sign {
    /// Takes a character apart: each scalar, and whether its sign stands for it.
    ///
    /// Joiners and selectors are shown as they are only where an emoji or a script is made with them.
    package static func forEachScalar(of character: Character, _ body: (Unicode.Scalar, _ isSign: Bool) -> Void) {
        let scalars = character.unicodeScalars
        /// The scalar before, where that is not a sign.
        var previous: Unicode.Scalar?
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            let isSign = isHidden(scalar, after: previous, before: index < scalars.endIndex ? scalars[index] : nil)
            body(scalar, isSign)
            previous = isSign ? nil : scalar
        }
    }

    /// The text with signs in the place of what they stand for; a text that needs none is returned as it is.
    package static func shown(_ text: String) -> String {
        guard isNeeded(in: text) else { return text }
        var shown = String.UnicodeScalarView()
        for character in text {
            forEachScalar(of: character) { scalar, isSign in
                if isSign { shown.append(contentsOf: of(scalar).unicodeScalars) } else { shown.append(scalar) }
            }
        }
        return String(shown)
    }

    /// True where the character is not shown as it is.
    package static func isNeeded(in character: Character) -> Bool {
        var isNeeded = false
        forEachScalar(of: character) { _, isSign in isNeeded = isNeeded || isSign }
        return isNeeded
    }

    /// The sign of a scalar: the picture of a control character, or its number.
    package static func of(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: "⟨\(String(scalar.value, radix: 16, uppercase: true))⟩"
        }
    }

    /// True where a text holds what looks like a sign: it may have been replaced by a program that kept signs in place of what
    /// they stand for.
    package static func looksReplaced(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { (0x2400...0x2421).contains($0.value) }) { return true }
        for part in text.split(separator: "⟨").dropFirst(text.hasPrefix("⟨") ? 0 : 1) {
            guard let end = part.firstIndex(of: "⟩") else { continue }
            let digits = part[..<end]
            if (2...6).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) { return true }
        }
        return false
    }

    /// Letters of Arabic, Syriac, the Indic scripts and those around them, which are written with joiners.
    package static func isOfJoiningScript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x1000...0x109F, 0x1780...0x18AF, 0xFB50...0xFDCF, 0xFDF0...0xFDFF,
            0xFE70...0xFEFC:
            true
        default: false
        }
    }

    // MARK: What is hidden

    private static func isNeeded(in text: String) -> Bool {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return false }
        return text.contains { isNeeded(in: $0) }
    }

    private static func isHidden(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> Bool {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return false }
        if value >= 0xAE && value < 0x300 { return false }
        switch value {
        case 0x200C: return !(previous.map(isOfJoiningScript) ?? false)
        case 0x200D:
            guard let previous else { return true }
            if isOfJoiningScript(previous) { return false }
            return !(isEmoji(previous) || previous.value == 0xFE0F) || !(next.map(isEmoji) ?? false)
        case 0xFE0E, 0xFE0F:
            guard let previous else { return true }
            // Beside a digit it shows nothing, unless a keycap follows.
            return previous.value < 0x80 ? next?.value != 0x20E3 : !isEmoji(previous)
        default: break
        }
        // A mark without a letter would be drawn over whatever stands before it.
        if previous == nil, value >= 0x300, isMark(scalar) { return true }
        return value & 0xFFFE == 0xFFFE || isInTable(value)
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0xA9 && scalar.properties.isEmoji }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Controls, what has no width or turns the direction, fillers and blanks that are letters, and what is of private use,
    /// where anything may be drawn.
    private static func isInTable(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
            0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x2800, 0x3164, 0xE000...0xF8FF, 0xFDD0...0xFDEF,
            0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
            0xE0000...0x10FFFF:
            true
        default: false
        }
    }
}
