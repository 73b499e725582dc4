import SpacesModel

/// Something in a file of the program that is not understood and left out.
package struct FileProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// `file:line: sentence`.
    package let description: String

    init(_ path: String, line: Int? = nil, _ sentence: String) {
        description = path + (line.map { ":\($0)" } ?? "") + ": " + sentence
    }
}
