@testable import SpacesClient
import Terminal
import Texts
@testable import Widgets

extension FuzzTarget {
    /// What a terminal gets has no control character in it and the width that it is said to have; what a program gets has every
    /// byte.
    static let text = FuzzTarget(
        name: "text", longest: 120,
        words: [
            "\u{1B}[2J", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{301}", "👩", "🚀", "\u{1F3FB}", "क", "्", "م",
            "\u{200C}",
            "\u{202E}", "\u{E0001}", "⟨200E⟩", "␊", "\r\n", "\u{1F1E9}", "한", "\u{1160}", "日本",
        ]
    ) { bytes throws(Broken) in
        let text = bytes.text
        let shown = TerminalText(text).characters
        try hold(!shown.hasControls, "it steers: \(shown.debugDescription)")
        try hold(TerminalText(shown).characters == shown, "signs of signs: \(shown)")
        for columns in [1, 7, 30] {
            let cut = CellWidth.truncate(text, to: columns)
            try hold(CellWidth.of(cut) <= columns, "\(cut.debugDescription) has more than \(columns) columns")
        }
        let quoted = JSONString.quoted(text)
        let read = allowed { () throws(JSONFault) in try JSONDocument(Array(quoted.utf8)).root.text }
        try hold(!quoted.hasControls && read??.isExactly(text) == true, "as JSON \(quoted)")
        var field = TextField(exactly: text)
        try hold(field.text.isExactly(text), "a field changes it")
        field.cursor = bytes.count / 2
        field.paste(text)
        for key in [
            Key(.left), Key(.backspace), .control("w"), .control("u"), .control("y"), .control("_"), Key(.delete),
        ] {
            _ = field.handle(key)
        }
        try hold((0...field.characters.count).contains(field.place), "the cursor is at \(field.place)")
    }
}
