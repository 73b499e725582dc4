import Texts

extension TextField {
    /// The places of a text that the cursor can stand at: its characters, and whatever has a sign by itself, so that deleting it
    /// deletes no letter along with it. Put together they are the text again, byte by byte.
    static func positions(of text: String) -> [Character] {
        var positions: [Character] = []
        positions.reserveCapacity(text.utf8.count)
        for character in text {
            if character.unicodeScalars.count == 1 || character == "\r\n" {
                positions.append(character)
            } else {
                positions += parts(of: character)
            }
        }
        return positions
    }

    /// The parts of a character of several scalars.
    private static func parts(of character: Character) -> [Character] {
        var parts: [String.UnicodeScalarView] = []
        var previous: Unicode.Scalar?
        Sign.forEachScalar(of: character) { scalar, isSign in
            let continues = previous.map { !isSign && belongs(scalar, to: $0) } ?? false
            if parts.isEmpty || !continues { parts.append(String.UnicodeScalarView()) }
            parts[parts.count - 1].append(scalar)
            previous = isSign ? nil : scalar
        }
        return parts.map { Character(String($0)) }
    }

    /// False for a letter behind a sign of numbers, as Arabic has them: Unicode takes both for one character, and what is typed
    /// there must not be deleted with it.
    private static func belongs(_ scalar: Unicode.Scalar, to previous: Unicode.Scalar) -> Bool {
        if extends(scalar) || extends(previous) { return true }
        switch previous.value {
        // Letters that make up a Korean syllable; halves of a flag.
        case 0x1100...0x11FF, 0xA960...0xA97C, 0xAC00...0xD7FB, 0x1F1E6...0x1F1FF: return true
        default: return false
        }
    }

    /// True for marks, joiners, selectors and skin tones.
    private static func extends(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: (0x200C...0x200D).contains(scalar.value) || (0x1F3FB...0x1F3FF).contains(scalar.value)
        }
    }
}
