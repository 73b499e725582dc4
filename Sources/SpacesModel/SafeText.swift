/// Makes text of a server safe to show: on the screen, in a log, in a file, in a window title alike.
///
/// Names are chosen by strangers; an escape character in one must never reach a terminal, and a character that turns the
/// reading direction must not make one name look like another.
package enum SafeText {
    /// The text with every control character replaced by a visible sign.
    package static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHostile) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00...0x1F: append(scalar.value + 0x2400, to: &safe)  // control pictures
            case 0x7F: append(0x2421, to: &safe)
            case _ where isHostile(scalar):
                safe.append(contentsOf: "⟨\(String(scalar.value, radix: 16, uppercase: true))⟩".unicodeScalars)
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    private static func append(_ value: UInt32, to text: inout String.UnicodeScalarView) {
        text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    /// C0, DEL, C1, marks and overrides of direction, line and paragraph separators, invisible fillers.
    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value >= 0x20 && value < 0x7F { return false }
        switch value {
        case 0x00...0x1F, 0x7F...0x9F: return true
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: return true
        case 0xE0000...0xE007F: return true
        default: return false
        }
    }
}
