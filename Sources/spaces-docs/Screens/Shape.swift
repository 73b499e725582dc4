/// A character that is drawn as a shape and not left to a font, which would leave gaps between cells.
enum Shape: Equatable {
    /// A bar over so many eighths of the cell's width, of which only a part is ink.
    case bar(eighths: Int, opacity: Double)
    /// A line along the middle of the cells.
    case horizontal
    case vertical
    /// A rounded corner or a joint: a path within the cell, counted from its top left corner.
    case stroke(String)
    /// A filled path within the cell.
    case filled(String)
    /// A dot in the middle, as in the track of a gauge.
    case dot

    init?(_ character: Character) {
        switch character {
        case "█": self = .bar(eighths: 8, opacity: 1)
        case "▉": self = .bar(eighths: 7, opacity: 1)
        case "▊": self = .bar(eighths: 6, opacity: 1)
        case "▋": self = .bar(eighths: 5, opacity: 1)
        case "▌": self = .bar(eighths: 4, opacity: 1)
        case "▍": self = .bar(eighths: 3, opacity: 1)
        case "▎": self = .bar(eighths: 2, opacity: 1)
        case "▏": self = .bar(eighths: 1, opacity: 1)
        case "▓": self = .bar(eighths: 8, opacity: 0.75)
        case "▒": self = .bar(eighths: 8, opacity: 0.5)
        case "░": self = .bar(eighths: 8, opacity: 0.25)
        case "─": self = .horizontal
        case "│": self = .vertical
        case "╭": self = .stroke("m5 20v-5q0-5 5-5")
        case "╮": self = .stroke("m0 10q5 0 5 5v5")
        case "╰": self = .stroke("m5 0v5q0 5 5 5")
        case "╯": self = .stroke("m5 0v5q0 5-5 5")
        case "✕": self = .stroke("m2 6 6.5 7m0-7-6.5 7")
        case "✓": self = .stroke("m1.5 10 2.5 3.5 5-8")
        case "▪": self = .filled("m2.5 7.5h5v5h-5z")
        case "▲": self = .filled("m5 6 4 7h-8z")
        case "▼": self = .filled("m5 13-4-7h8z")
        case "·": self = .dot
        default: return nil
        }
    }
}
