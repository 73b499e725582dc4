/// A key as the person pressed it.
package struct Key: Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// A printable character, as typed: `G` is a capital letter without a modifier.
        case character(Character)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right
        case home, end, pageUp, pageDown
        case function(Int)
    }

    package struct Modifiers: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let shift = Modifiers(rawValue: 1)
        package static let alt = Modifiers(rawValue: 2)
        package static let control = Modifiers(rawValue: 4)
    }

    package var code: Code
    package var modifiers: Modifiers

    package init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// A character without modifiers.
    package static func character(_ character: Character) -> Key { Key(.character(character)) }
    /// A letter with Ctrl, given in lower case.
    package static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
}

/// What happened in the terminal.
package enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Text that arrived in one piece: bracketed by the terminal, or too fast for a hand. It never acts as keys.
    case paste(String)
    case mouse(Mouse)
    /// The terminal has another size.
    case resize(Size)
    /// Whether the line takes longer to show a frame than a hand to press a key.
    case link(isSlow: Bool)
    /// The terminal said how light its background is.
    case ground(Ground)
    /// The program was stopped and goes on.
    case resumed
    /// The program that had the terminal has ended.
    case commandEnded(CommandEnding)
}

/// A mouse report in SGR form, at a cell counted from zero.
package struct Mouse: Hashable, Sendable {
    package enum Action: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
    package enum Button: Hashable, Sendable { case left, middle, right, none }

    package var action: Action
    package var button: Button
    package var at: Point

    package init(_ action: Action, _ button: Button, at point: Point) {
        self.action = action
        self.button = button
        self.at = point
    }
}
