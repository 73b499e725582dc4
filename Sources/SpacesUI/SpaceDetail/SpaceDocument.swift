import SpacesClient
import SpacesModel

/// What the server answers about a space, as it answers it.
package struct SpaceDocument: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        case loading
        /// The lines.
        case loaded([String])
        /// Why there is nothing to show, in a sentence.
        case failed(String)
    }

    let id: SpaceID
    var content = Content.loading

    init(_ id: SpaceID) {
        self.id = id
    }

    /// The lines of an answer.
    static func lines(of answer: [UInt8]) -> [String] {
        JSONText.lines(of: answer)
    }
}
