/// A regular expression that takes time in proportion to the text, whatever it says.
///
/// Engines that go back and try again can be held up for hours by `(a+)+$` or `a.*b` and a text that somebody chose; this one
/// looks at each scalar once. What only going back could find (`\1`, `(?=…)`) is refused.
package struct RegularExpression: Sendable {
    private let program: ExpressionProgram
    private var automaton: ExpressionAutomaton

    /// What is wrong with an expression.
    package struct Problem: Error, Equatable, Sendable {
        /// The reason, to stand beside the expression.
        package var sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }

    /// - Throws: `Problem` with what is wrong with the expression.
    package init(_ expression: String, ignoringCase: Bool) throws(Problem) {
        program = try ExpressionProgram(expression, ignoresCase: ignoringCase)
        automaton = ExpressionAutomaton(program)
    }

    /// Whether the text has a place that fits. A step is about what a scalar costs; those taken are taken off `steps`.
    /// - Throws: `OutOfSteps` where `steps` do not suffice.
    package mutating func matches(_ text: String, steps: inout Int) throws(OutOfSteps) -> Bool {
        try automaton.fits(text, steps: &steps)
    }

    /// The first place that fits and its groups, in bytes of the text; `nil` where none does.
    /// - Throws: `OutOfSteps` where `steps` do not suffice.
    package func firstMatch(
        in text: String, from start: Int = 0, steps: inout Int
    ) throws(OutOfSteps) -> [Range<Int>?]? {
        var search = ExpressionSearch(program)
        return try search.firstFit(in: text, from: start, steps: &steps)
    }

    /// What is wrong with an expression, or `nil`.
    package static func problem(of expression: String) -> String? {
        do throws(Problem) {
            _ = try ExpressionProgram(expression, ignoresCase: true)
            return nil
        } catch {
            return error.sentence
        }
    }
}
