/// Finds where an expression fits, and its groups: the first place, and there what the expression takes rather.
///
/// Several threads go through the text side by side, at most one for each place of the program. Source: the virtual machine
/// of Pike as R. Cox describes it in "Regular Expression Matching: the Virtual Machine Approach", 2009.
struct ExpressionSearch {
    private struct Thread {
        var place: Int
        /// Where the groups begin and end, in bytes of the text; -1 where they do not.
        var saved: [Int]
    }

    private let program: ExpressionProgram
    private var reached: PlaceSet
    private var threads: [Thread] = []

    init(_ program: ExpressionProgram) {
        self.program = program
        reached = PlaceSet(program.instructions.count)
    }

    /// The whole and the groups of the first place at or after `start` that fits, in bytes of the text.
    /// - Throws: `OutOfSteps` where `steps` do not suffice.
    mutating func firstFit(
        in text: String, from start: Int = 0, steps: inout Int
    ) throws(OutOfSteps) -> [Range<Int>?]? {
        var best: [Int]?
        var before = ExpressionSyntax.Neighbor.none
        var at = 0
        threads = []
        for scalar in text.unicodeScalars {
            let next = neighbor(scalar)
            if at >= start {
                best = try advance(at, scalar, before, next, best, &steps)
                if best != nil, threads.isEmpty { break }
            }
            at += UTF8.width(scalar)
            before = next
        }
        // What is left has the end of the text before it.
        best = try advance(at, nil, before, .none, best, &steps)
        return best.map { saved in
            (0...program.groupCount).map { group in
                saved[2 * group] < 0 || saved[2 * group + 1] < 0 ? nil : saved[2 * group]..<saved[2 * group + 1]
            }
        }
    }

    private func neighbor(_ scalar: Unicode.Scalar) -> ExpressionSyntax.Neighbor {
        program.needsWords && ScalarClass.word.contains(scalar) ? .word : .other
    }

    /// Lets every thread take a scalar. The first thread that is at its end counts, and those after it do not.
    private mutating func advance(
        _ at: Int, _ scalar: Unicode.Scalar?, _ before: ExpressionSyntax.Neighbor, _ next: ExpressionSyntax.Neighbor,
        _ earlier: [Int]?, _ steps: inout Int
    ) throws(OutOfSteps) -> [Int]? {
        var best = earlier
        reached.removeAll()
        var open = threads
        if earlier == nil {
            var saved = [Int](repeating: -1, count: 2 * program.groupCount + 2)
            saved[0] = at
            open.append(Thread(place: program.start, saved: saved))
        }
        open.reverse()
        threads = []
        while var thread = open.popLast() {
            guard reached.insert(Int32(thread.place)) else { continue }
            steps -= 1
            if steps < 0 { throw OutOfSteps() }
            switch program.instructions[thread.place] {
            case .scalar(let set, let place):
                guard let scalar, program.sets[set].contains(scalar) else { continue }
                thread.place = place
                threads.append(thread)
            case .either(let first, let second):
                open.append(Thread(place: second, saved: thread.saved))
                open.append(Thread(place: first, saved: thread.saved))
            case .assertion(let assertion, let place):
                guard assertion.holds(after: before, before: next) else { continue }
                thread.place = place
                open.append(thread)
            case .save(let number, let place):
                thread.saved[number] = at
                thread.place = place
                open.append(thread)
            case .match:
                thread.saved[1] = at
                best = thread.saved
                return best
            }
        }
        return best
    }
}
