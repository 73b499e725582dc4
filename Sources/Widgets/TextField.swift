import Texts

/// A line of text that a person edits, with the keys of a shell's command line.
///
/// A text of a server that is edited here stays as it is but for what the person changes: whatever has no width of its own has
/// its sign, which moves and is deleted as one. Two fields are equal when they hold the same bytes and show the same place;
/// what they could undo or bring back does not count.
package struct TextField: Equatable, Sendable {
    /// More than any name, description or token needs; a pasted file does not freeze the program. A text that is longer stays
    /// whole, and gets no longer.
    package static let longest = 10_000

    /// Shown while the field is empty.
    package var placeholder: String
    /// Whether the characters are hidden. A secret is copied nowhere: nothing of it can be undone or brought back.
    package let isSecret: Bool

    var characters: [Character]
    var place: Int
    var killed: [Character] = []
    var history = EditHistory()

    package init(_ text: String = "", placeholder: String = "", isSecret: Bool = false) {
        self.placeholder = placeholder
        self.isSecret = isSecret
        characters = Self.clean(text)
        place = characters.count
    }

    /// A field that begins with a text as it is kept elsewhere, to the last byte.
    package init(exactly text: String, placeholder: String = "") {
        self.placeholder = placeholder
        isSecret = false
        characters = Self.positions(of: text)
        place = characters.count
    }

    /// What was typed. Setting it puts the cursor at the end and forgets what could be undone.
    package var text: String {
        get { String(characters) }
        set { self = TextField(newValue, placeholder: placeholder, isSecret: isSecret) }
    }

    package var isEmpty: Bool { characters.isEmpty }

    /// The number of characters left of the cursor.
    package var cursor: Int {
        get { place }
        set {
            place = min(max(0, newValue), characters.count)
            history.endRun()
        }
    }

    /// Inserts text that arrived in one piece: line ends and tabs become one space, other control characters vanish.
    package mutating func paste(_ text: String) {
        history.endRun()
        insert(Self.clean(text), isTyped: false)
    }

    package static func == (left: TextField, right: TextField) -> Bool {
        left.text.isExactly(right.text) && left.place == right.place && left.placeholder == right.placeholder
            && left.isSecret == right.isSecret
    }
}

extension TextField {
    /// The characters of a typed text that may stand in one line.
    static func clean(_ text: String) -> [Character] {
        var kept = String.UnicodeScalarView()
        var isAfterBreak = false
        for scalar in text.unicodeScalars {
            let isBreak = Self.isBreak(scalar)
            if isBreak, !isAfterBreak { kept.append(" ") }
            if !isBreak, isAllowed(scalar) { kept.append(scalar) }
            isAfterBreak = isBreak
        }
        return Array(positions(of: String(kept)).prefix(longest))
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// Neither a control character nor one that turns the direction of the text around it.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: scalar.properties.generalCategory != .control
        }
    }
}
