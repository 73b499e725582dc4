package import Texts

/// The title of the terminal's window, as a sequence of bytes (OSC 2), and how the title before it comes back.
package enum WindowTitle {
    /// Keeps the title that the window has, and gives it back, where the terminal can (XTWINOPS 22 and 23).
    package static let keeping: [UInt8] = Array("\u{1B}[22;2t".utf8)
    package static let restoring: [UInt8] = Array("\u{1B}[23;2t".utf8)

    /// More than any window shows.
    private static let longest = 120
    /// The beginnings of the names of types that take a title. Others might show its letters.
    private static let types = [
        "xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole", "gnome",
        "vte",
        "st-", "contour", "mlterm", "putty", "iterm", "eterm", "rio", "mintty",
    ]

    /// Whether a terminal of this type takes a title.
    package static func isUnderstood(by type: String) -> Bool {
        let type = type.lowercased()
        return types.contains { type.hasPrefix($0) } || type == "st"
    }

    /// The bytes that set a title. Nothing in it can end the sequence early or begin another one.
    package static func sequence(_ title: TerminalText, isASCII: Bool) -> [UInt8] {
        var kept = String.UnicodeScalarView()
        for scalar in title.characters.unicodeScalars.prefix(longest) {
            // A line break of our own is none in a title.
            let isSafe = scalar.properties.generalCategory != .control && !(isASCII && !scalar.isASCII)
            kept.append(isSafe ? scalar : "?")
        }
        return Array("\u{1B}]2;".utf8) + Array(String(kept).utf8) + [0x07]
    }
}
