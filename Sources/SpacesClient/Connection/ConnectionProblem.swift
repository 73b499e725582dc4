/// Why no connection can be set up with what a person gave; found before anything is sent.
package struct ConnectionProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do about it; holds no secret.
    package let sentence: String

    package init(_ sentence: String) {
        self.sentence = sentence
    }

    package var description: String { sentence }
}
