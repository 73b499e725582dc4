/// What an expression says, as a tree.
indirect enum ExpressionSyntax: Equatable, Sendable {
    case empty
    /// One scalar of a set.
    case scalar(ScalarSet)
    case assertion(Assertion)
    case sequence([ExpressionSyntax])
    case choice([ExpressionSyntax])
    /// Greedy ones take as much as they can, the others as little.
    case repetition(ExpressionSyntax, least: Int, most: Int?, isGreedy: Bool)
    /// A part whose place is remembered, numbered from 1.
    case group(ExpressionSyntax, Int)

    /// A place between two scalars.
    enum Assertion: Equatable, Sendable {
        case start, end, wordBorder, noWordBorder, wordStart, wordEnd

        /// Whether it holds between what is before and what is after a place.
        func holds(after before: Neighbor, before next: Neighbor) -> Bool {
            switch self {
            case .start: before == .none
            case .end: next == .none
            case .wordBorder: (before == .word) != (next == .word)
            case .noWordBorder: (before == .word) == (next == .word)
            case .wordStart: before != .word && next == .word
            case .wordEnd: before == .word && next != .word
            }
        }
    }

    /// What stands on one side of a place.
    enum Neighbor: UInt8, Sendable {
        /// The text begins or ends here.
        case none
        case word
        case other
    }

    /// How many instructions this becomes; `Int.max` where they cannot be counted.
    var size: Int {
        switch self {
        case .empty: 0
        case .scalar, .assertion: 1
        case .sequence(let parts), .choice(let parts):
            parts.reduce(parts.count) { Self.clamped($0.addingReportingOverflow($1.size)) }
        case .repetition(let part, let least, let most, _):
            Self.clamped((part.size + 1).multipliedReportingOverflow(by: max(least + (most == nil ? 1 : 0), most ?? 0)))
        case .group(let part, _): Self.clamped(part.size.addingReportingOverflow(2))
        }
    }

    private static func clamped(_ result: (partialValue: Int, overflow: Bool)) -> Int {
        result.overflow ? .max / 2 : min(result.partialValue, .max / 2)
    }
}
