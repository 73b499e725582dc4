extension Query {
    /// The characters of a text of `field` that the query found, to be marked on the screen; ascending, without overlap.
    /// Where a part is found several times, its first place is marked.
    package func highlights(in text: String, of field: QueryField) -> [Range<Int>] {
        func letters(likeTerm term: String) -> [[UInt8]] {
            text.map { FoldedText.bytes(of: String($0), likeTerm: term) }
        }
        var marked = Set<Int>()
        for term in terms where !term.isNegated {
            guard case .text(let pattern, let wanted) = term.condition, wanted == nil || wanted == field else {
                continue
            }
            switch pattern {
            case .contains(let part):
                let wanted = FoldedText.bytes(of: part, likeTerm: part)
                marked.formUnion(Self.places(of: wanted, in: letters(likeTerm: part)))
            case .fuzzy(let part):
                let wanted = FoldedText.bytes(of: part, likeTerm: part)
                marked.formUnion(Self.scattered(wanted, in: letters(likeTerm: part)))
            case .equals(let whole):
                let all = letters(likeTerm: whole)
                if FoldedText.bytes(of: whole, likeTerm: whole) == all.flatMap(\.self) { marked.formUnion(all.indices) }
            case .regex(let expression): marked.formUnion(Self.place(of: expression, in: text))
            }
        }
        return marked.sorted().reduce(into: []) { ranges, place in
            if let last = ranges.last, last.upperBound == place {
                ranges[ranges.count - 1] = last.lowerBound..<place + 1
            } else {
                ranges.append(place..<place + 1)
            }
        }
    }

    /// The letters of the first place that an expression fits; none where finding it would take too long.
    private static func place(of expression: String, in text: String) -> Range<Int> {
        var steps = mostSteps
        do {
            let compiled = try RegularExpression(expression, ignoringCase: !expression.hasCapitals)
            guard let bytes = try compiled.firstMatch(in: text, steps: &steps)?[0] else { return 0..<0 }
            var ends: [Int] = []
            for character in text { ends.append((ends.last ?? 0) + character.utf8.count) }
            let first = ends.prefix { $0 <= bytes.lowerBound }.count
            return
                first..<max(
                    first, min(ends.count, ends.prefix { $0 < bytes.upperBound }.count + (bytes.isEmpty ? 0 : 1)))
        } catch {
            return 0..<0
        }
    }

    /// What one text may cost, as each row of the screen has one.
    private static let mostSteps = 4000

    /// The letters of the first place that holds the part.
    private static func places(of part: [UInt8], in letters: [[UInt8]]) -> Range<Int> {
        for start in letters.indices {
            var matched: [UInt8] = []
            var end = start
            while end < letters.count, matched.count < part.count {
                matched += letters[end]
                end += 1
            }
            if matched == part { return start..<end }
        }
        return 0..<0
    }

    /// The letters that have the parts in order, or none where one is missing.
    private static func scattered(_ part: [UInt8], in letters: [[UInt8]]) -> [Int] {
        var rest = part[...]
        var places: [Int] = []
        for (place, letter) in letters.enumerated() where !rest.isEmpty && rest.starts(with: letter) && !letter.isEmpty
        {
            rest = rest.dropFirst(letter.count)
            places.append(place)
        }
        return rest.isEmpty ? places : []
    }
}
