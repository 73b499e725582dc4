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
            let wanted = Array(FoldedText.keepingCase(text).utf8)
            try narrow(&found, spaces, candidates, field, &steps) { $0.firstPlace(of: wanted) != nil }
            return found
        case .equals(let text):
            let folded = FoldedText.bytes(of: text)
            var found = index.fits(among: candidates, in: field) { $0.elementsEqual(folded) }
            guard text.hasCapitals else { return found }
            let wanted = Array(FoldedText.keepingCase(text).utf8)
            try narrow(&found, spaces, candidates, field, &steps) { $0.elementsEqual(wanted) }
            return found
        case .fuzzy(let text):
            let folded = FoldedText.bytes(of: text)
            var found = index.fits(among: candidates, in: field) { $0.holdsInOrder(folded) }
            guard text.hasCapitals else { return found }
            let wanted = Array(FoldedText.keepingCase(text).utf8)
            try narrow(&found, spaces, candidates, field, &steps) { $0.holdsInOrder(wanted) }
            return found
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

    /// Takes away the spaces of which no text fits with its capitals. What they cost is taken off `steps` before.
    private func narrow(
        _ found: inout [Bool], _ spaces: [Space], _ candidates: [Bool], _ field: QueryField?, _ steps: inout Int,
        _ fits: (UnsafeBufferPointer<UInt8>) -> Bool
    ) throws(OutOfSteps) {
        for position in found.indices where found[position] && candidates[position] {
            found[position] = false
            for text in spaces[position].texts(of: field) {
                steps -= FoldedText.steps(of: text)
                if steps < 0 || Task.isCancelled { throw OutOfSteps() }
                var kept = FoldedText.keepingCase(text)
                if kept.withUTF8(fits) {
                    found[position] = true
                    break
                }
            }
        }
    }
}
