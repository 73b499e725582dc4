import SpacesModel

/// Something in the configuration that is not understood and left out; the program starts without it.
package struct ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
    /// The file, or the variable.
    package let place: String
    /// Counted from one; `nil` where the file as a whole is meant.
    package let line: Int?
    /// What is wrong and what to do; without any secret.
    package let sentence: String

    package init(_ place: String, line: Int? = nil, _ sentence: String) {
        self.place = place
        self.line = line
        self.sentence = sentence
    }

    /// `file:line: sentence`.
    package var description: String {
        place + (line.map { ":\($0)" } ?? "") + ": " + sentence
    }
}
