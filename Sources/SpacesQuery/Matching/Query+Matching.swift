package import SpacesModel

extension Query {
    /// For each space, whether every term holds. `index` was made of the same spaces.
    ///
    /// Expressions take steps off `steps`, about one for each letter they look at; nothing else does.
    /// - Throws: `OutOfSteps` where they do not suffice, or the task was cancelled.
    package func matches(
        _ spaces: [Space], index: SearchIndex, context: QueryContext, steps: inout Int
    ) throws(OutOfSteps) -> [Bool] {
        var found = [Bool](repeating: true, count: spaces.count)
        // Expressions last: they look only at what the others left.
        for term in terms where !term.condition.isExpression { try term.narrow(&found, spaces, index, context, &steps) }
        for term in terms where term.condition.isExpression { try term.narrow(&found, spaces, index, context, &steps) }
        return found
    }
}

extension Query.Term {
    /// Takes away the spaces for which the term does not hold; only those still found are looked at.
    func narrow(
        _ found: inout [Bool], _ spaces: [Space], _ index: SearchIndex, _ context: QueryContext, _ steps: inout Int
    ) throws(OutOfSteps) {
        switch condition {
        case .text(let pattern, let field):
            let held = try pattern.matches(spaces, among: found, in: field, index, steps: &steps)
            for position in found.indices where held[position] == isNegated { found[position] = false }
        case .words, .size, .count, .time, .flag:
            let test = condition.test(in: context)
            for position in found.indices where found[position] && test(spaces[position]) == isNegated {
                found[position] = false
            }
        }
    }
}

extension Query.Condition {
    fileprivate var isExpression: Bool {
        if case .text(.regex, _) = self { true } else { false }
    }

    /// The condition as a question about one space. A space of which the value is not known fits no condition about it.
    fileprivate func test(in context: QueryContext) -> (Space) -> Bool {
        switch self {
        case .text: { _ in true }
        case .words(let words, in: .type): { space in words.contains { space.type.wireName.hasPrefix($0) } }
        case .words(let words, _): Self.stateTest(words)
        case .size(let comparison, let value, let field): { $0.fits(comparison, value, of: field) }
        case .count(let comparison, let value, _): { $0.memberCount.map { comparison.holds($0, value) } ?? false }
        case .time(let comparison, let value, _): Self.timeTest(comparison, value, context)
        case .flag(let field): { $0.has(field, context) }
        }
    }

    private static func stateTest(_ words: [String]) -> (Space) -> Bool {
        let wanted = QueryField.states.filter { state in words.contains { state.hasPrefix($0) } }
        return { space in wanted.contains { space.isIn($0) } }
    }

    private static func timeTest(
        _ comparison: Query.Comparison, _ value: TimeValue, _ context: QueryContext
    ) -> (Space) -> Bool {
        let span = value.span(in: context)
        // "Less than 7 days" is an age, and a date is a moment: they run in opposite directions.
        return { space in
            guard let time = space.modified else { return false }
            return switch comparison {
            case .less: span.isAge ? time > span.start : time < span.start
            case .atMost: span.isAge ? time >= span.start : time < span.end
            case .greater: span.isAge ? time < span.start : time >= span.end
            case .atLeast: span.isAge ? time <= span.start : time >= span.start
            case .equal: time >= span.start && time < span.end
            }
        }
    }
}

extension Space {
    fileprivate func isIn(_ state: String) -> Bool {
        switch state {
        case "disabled": isDisabled
        case "enabled": !isDisabled
        case "orphaned": isOrphaned
        case "unlimited": quota?.limit == .unlimited && type != .virtual
        default: !isDisabled && quotaState.rawValue == state
        }
    }

    fileprivate func has(_ flag: QueryField, _ context: QueryContext) -> Bool {
        switch flag {
        case .pinned: context.pinned.contains(id)
        default: isIn(flag.rawValue)
        }
    }

    fileprivate func fits(_ comparison: Query.Comparison, _ value: SizeValue, of field: QueryField) -> Bool {
        guard type != .virtual, let quota else { return false }
        switch value {
        case .unlimited: return quota.limit == .unlimited && field != .used && comparison == .equal
        case .share(let hundredths):
            guard case .bytes(let limit) = quota.limit, limit > .zero, let used = quota.used else { return false }
            let part = field == .remaining ? limit - used : used
            // In whole numbers of 128 bits: 80 % means exactly that.
            return comparison.holds(
                Int128(part.bytes) * 10_000, Int128(limit.bytes) * Int128(hundredths))
        case .bytes(let bytes):
            let told: Int64? =
                switch field {
                case .used: quota.used?.bytes
                case .remaining: quota.limit == .unlimited ? .max : quota.remaining?.bytes
                default:
                    switch quota.limit {
                    case .bytes(let limit): limit.bytes
                    case .unlimited: .max
                    case nil: nil
                    }
                }
            return told.map { comparison.holds($0, bytes) } ?? false
        }
    }
}
