/// The characters that shapes are drawn with: Unicode, or ASCII alone for terminals that know no more.
///
/// Every character takes one cell. None needs a special font, and none is one of the emoji whose width terminals
/// disagree on.
package struct Glyphs: Equatable, Sendable {
    /// Lines and corners of frames and rules.
    package let horizontal, vertical: Character
    package let topLeft, topRight, bottomLeft, bottomRight: Character
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
    /// The signs before a failure, a warning, a success and what is only told.
    package let failure, warning, success, note: Character
    /// Stands behind the name of a space that nobody manages.
    package let orphaned: Character
    /// Stands behind the name of a space that is pinned.
    package let pinned: Character
    /// Stands for a quota without a limit.
    package let unlimited: String
    /// Stands for a value that there is none of.
    package let missing: String
    /// The part of a gauge that is not filled.
    package let track: Character
    /// The filled cells of a gauge, from the thinnest to the full one.
    package let blocks: [Character]
    /// A switch that is on, and one that is off.
    package let checked, unchecked: String

    package static let unicode = Glyphs(
        horizontal: "─", vertical: "│",
        topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯",
        selection: "▌", mark: "•", ascending: "▲", descending: "▼",
        moreLeft: "‹", moreRight: "›", ellipsis: "…", separator: "▪",
        failure: "✕", warning: "!", success: "✓", note: "·", orphaned: "○", pinned: "◆", unlimited: "∞", missing: "–",
        track: "·", blocks: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
        checked: "[✓]", unchecked: "[ ]")

    package static let ascii = Glyphs(
        horizontal: "-", vertical: "|",
        topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        selection: ">", mark: "*", ascending: "^", descending: "v",
        moreLeft: "<", moreRight: ">", ellipsis: "~", separator: "*",
        failure: "X", warning: "!", success: "+", note: "-", orphaned: "o", pinned: "@", unlimited: "none",
        missing: "-",
        track: ".", blocks: ["#"],
        checked: "[x]", unchecked: "[ ]")
}
