import SpacesModel

extension TextPattern {
    /// For each space, whether the pattern fits a text of the field; only those in `candidates` need to be right.
    func matches(
        _ spaces: [Space], among candidates: [Bool], in field: QueryField?, _ index: SearchIndex, steps: inout Int
    ) throws(OutOfSteps) -> [Bool] {
        switch self {
        case .contains(let text):
            var found = index.contains(FoldedText.bytes(of: text), in: field)
            // Capitals count where one was typed; what does not even fit without them is out already.
            guard text.hasCapitals else { return found }
            let wanted = FoldedText.keepingCase(text)
            for position in found.indices where found[position] && candidates[position] {
                found[position] = spaces[position].texts(of: field).contains {
                    FoldedText.keepingCase($0).contains(wanted)
                }
            }
            return found
        case .equals(let text):
            let wanted = FoldedText.bytes(of: text, likeTerm: text)
            return each(spaces, candidates, field) { FoldedText.bytes(of: $0, likeTerm: text) == wanted }
        case .fuzzy(let text):
            let wanted = FoldedText.bytes(of: text, likeTerm: text)
            return each(spaces, candidates, field) {
                FoldedText.bytes(of: $0, likeTerm: text).containsInOrder(wanted)
            }
        case .regex(let expression):
            guard var compiled = Self.compiled(expression) else {
                // A query from elsewhere than the reader, which takes such a text literally.
                return try TextPattern.contains(expression).matches(
                    spaces, among: candidates, in: field, index, steps: &steps)
            }
            var found = [Bool](repeating: false, count: spaces.count)
            for position in spaces.indices where candidates[position] {
                if Task.isCancelled { throw OutOfSteps() }
                for text in spaces[position].texts(of: field) where try compiled.matches(text, steps: &steps) {
                    found[position] = true
                    break
                }
            }
            return found
        }
    }

    /// The expression, or `nil` where it is none.
    private static func compiled(_ expression: String) -> RegularExpression? {
        do throws(RegularExpression.Problem) {
            return try RegularExpression(expression, ignoringCase: !expression.hasCapitals)
        } catch {
            return nil
        }
    }

    private func each(
        _ spaces: [Space], _ candidates: [Bool], _ field: QueryField?, _ fits: (String) -> Bool
    ) -> [Bool] {
        spaces.indices.map { position in
            candidates[position] && spaces[position].texts(of: field).contains(where: fits)
        }
    }
}

extension [UInt8] {
    /// Whether these bytes come in this order, with others between.
    fileprivate func containsInOrder(_ wanted: [UInt8]) -> Bool {
        var rest = wanted[...]
        for byte in self where byte == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
