import Terminal

/// A colour as a theme file gives it.
enum ThemeColor: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the 16 colours that terminals have names for, or another entry of the 256.
    case entry(UInt8)
    case mixed(RGB)

    static let names = Color.names

    /// Reads `default`, a name, a number from 0 to 255, or `#rrggbb`.
    init?(parsing text: String) {
        let word = text.lowercased()
        if word == "default" {
            self = .standard
        } else if let index = Self.names.firstIndex(of: word) {
            self = .entry(UInt8(index))
        } else if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt8(word) {
            self = .entry(number)
        } else if let color = RGB(hexadecimal: word) {
            self = .mixed(color)
        } else {
            return nil
        }
    }

    /// The colour on a terminal of a certain depth; of eight, the bright ones are their
    /// ordinary twins, and grey is none.
    func color(at depth: ColorDepth) -> Color {
        switch (self, depth) {
        case (.standard, _), (_, .none): return .standard
        case (.entry(let entry), .all256): return .palette(entry)
        case (.mixed(let color), .all256): return .palette(Palette.nearestOf256(to: color))
        case (_, .sixteen): return .palette(entryOf16)
        case (_, .eight): return isGrey ? .standard : .palette(entryOf16 % 8)
        }
    }

    /// Whether bold letters show the colour better where there are eight; white is bright enough.
    var isBright: Bool { self != .standard && (9...14).contains(entryOf16) }

    /// Whether it lies between black and white, where a terminal with eight colours has nothing.
    var isGrey: Bool { self != .standard && entryOf16 == 8 }

    private var entryOf16: UInt8 {
        switch self {
        case .standard: 7
        case .entry(let entry) where entry < 16: entry
        case .entry(let entry): Palette.nearestOf16(to: Palette.all[Int(entry)])
        case .mixed(let color): Palette.nearestOf16(to: color)
        }
    }
}
