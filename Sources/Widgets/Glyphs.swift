/// The characters that shapes are drawn with: Unicode, or ASCII alone for terminals that know no more.
///
/// Every character takes one cell. None needs a special font, and none is one of the emoji whose width terminals
/// disagree on.
package struct Glyphs: Equatable, Sendable {
    /// Lines, corners and joints of frames and rules.
    package let horizontal, vertical: Character
    package let topLeft, topRight, bottomLeft, bottomRight: Character
    package let teeLeft, teeRight, teeTop, teeBottom, cross: Character
    /// The bar left of the selected row.
    package let selection: Character
    /// The sign left of a marked row.
    package let mark: Character
    /// The arrows of a sorted column's heading.
    package let ascending, descending: Character
    /// Stand in a row of headings where more columns are at the left and at the right.
    package let moreLeft, moreRight: String
    /// Stands where text was cut.
    package let ellipsis: Character
    /// Stands between the parts of a title.
    package let separator: String
    /// The signs before a failure, a warning and a success.
    package let failure, warning, success: Character
    /// Stands behind the name of a space that nobody manages.
    package let orphaned: Character
    /// Stands behind the name of a space that is pinned.
    package let pinned: Character
    /// Stands for a quota without a limit.
    package let unlimited: String
    /// Stands for a value that there is none of.
    package let missing: String
    /// The names of the keys as hints show them.
    package let enter, escape, space, tab, backspace: String
    package let up, down, left, right: String
    /// The part of a gauge that is not filled.
    package let track: Character
    /// The filled cells of a gauge, from the thinnest to the full one.
    package let blocks: [Character]
    /// The moving part of a scroll bar and the line it moves on.
    package let scrollThumb, scrollTrack: Character
    /// A switch that is on, and one that is off.
    package let checked, unchecked: String

    package static let unicode = Glyphs(
        horizontal: "─", vertical: "│",
        topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯",
        teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
        selection: "▌", mark: "•", ascending: "▲", descending: "▼",
        moreLeft: "‹", moreRight: "›", ellipsis: "…", separator: "▪",
        failure: "✕", warning: "!", success: "✓", orphaned: "○", pinned: "◆", unlimited: "∞", missing: "–",
        enter: "enter", escape: "esc", space: "space", tab: "tab", backspace: "backspace",
        up: "↑", down: "↓", left: "←", right: "→",
        track: "·", blocks: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
        scrollThumb: "┃", scrollTrack: "│", checked: "[✓]", unchecked: "[ ]")

    package static let ascii = Glyphs(
        horizontal: "-", vertical: "|",
        topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
        selection: ">", mark: "*", ascending: "^", descending: "v",
        moreLeft: "<", moreRight: ">", ellipsis: "~", separator: "*",
        failure: "X", warning: "!", success: "+", orphaned: "o", pinned: "@", unlimited: "none", missing: "-",
        enter: "enter", escape: "esc", space: "space", tab: "tab", backspace: "backspace",
        up: "up", down: "down", left: "left", right: "right",
        track: ".", blocks: ["#"],
        scrollThumb: "#", scrollTrack: "|", checked: "[x]", unchecked: "[ ]")
}
