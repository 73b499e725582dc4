import Localization
import Terminal

/// A way to move among the lines of a screen.
enum Motion: Equatable, Sendable {
    case up, down, pageUp, pageDown, first, last

    /// The line that it leads to.
    func line(from line: Int, of count: Int, page: Int = 10) -> Int {
        let target =
            switch self {
            case .up: line - 1
            case .down: line + 1
            case .pageUp: line - page
            case .pageDown: line + page
            case .first: 0
            case .last: count - 1
            }
        return max(0, min(count - 1, target))
    }
}

extension KeyBinding {
    /// The rows of a menu: its keys are those that move in the list.
    static func moving(
        _ action: (Motion) -> Owner.Action, in modes: [Owner.Mode]? = nil, hint: String = ""
    ) -> [KeyBinding] {
        // swift-format-ignore
        [
            .init(action(.up),    like: .moveUp,      in: modes, hint: hint, localized("Move one line up")),
            .init(action(.down),  like: .moveDown,    in: modes, hint: hint, localized("Move one line down")),
            .init(action(.first), like: .moveToFirst, in: modes,             localized("Move to the first line")),
            .init(action(.last),  like: .moveToLast,  in: modes,             localized("Move to the last line")),
        ]
    }

    /// The rows of a page: all keys that move in the list.
    static func paging(
        _ action: (Motion) -> Owner.Action, in modes: [Owner.Mode]? = nil, hint: String = ""
    ) -> [KeyBinding] {
        // swift-format-ignore
        moving(action, in: modes, hint: hint) + [
            .init(action(.pageUp),   like: .pageUp,       in: modes, localized("Move one page up")),
            .init(action(.pageDown), like: .pageDown,     in: modes, localized("Move one page down")),
            .init(action(.pageUp),   like: .halfPageUp,   in: modes, localized("Move one page up")),
            .init(action(.pageDown), like: .halfPageDown, in: modes, localized("Move one page down")),
        ]
    }

    /// The rows of a list below a line of text, where letters are typed.
    static func movingWhileTyping(
        _ action: (Motion) -> Owner.Action, in modes: [Owner.Mode]? = nil, hint: String = ""
    ) -> [KeyBinding] {
        // swift-format-ignore
        [
            .init(action(.up),       [Key(.up), .control("p"), Key(.tab, .shift)], in: modes, hint: hint, localized("Move one line up")),
            .init(action(.down),     [Key(.down), .control("n"), Key(.tab)],       in: modes, hint: hint, localized("Move one line down")),
            .init(action(.pageUp),   [Key(.pageUp)],                               in: modes,             localized("Move one page up")),
            .init(action(.pageDown), [Key(.pageDown)],                             in: modes,             localized("Move one page down")),
        ]
    }
}

extension Key {
    /// The keys 1 to 9.
    static let digits: [Key] = (1...9).map { .character(Character(String($0))) }
}
