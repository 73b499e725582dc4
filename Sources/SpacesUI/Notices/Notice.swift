import Localization
import SpacesClient

/// A line for the person about something that just happened; it stays until the next key.
package struct Notice: Equatable, Sendable {
    package enum Level: Equatable, Sendable {
        case success, info
        /// Worth knowing, while all that was asked for was done.
        case note
        case warning, error
    }

    package var level: Level
    package var text: String

    package init(_ level: Level, _ text: String) {
        self.level = level
        self.text = text
    }

    /// A failure in full: its sentence, and what an administrator of the server needs to find it.
    init(_ failure: SpacesFailure) {
        self.init(.error, failure.sentence)
        if let requestID = failure.requestID { text += localized(" (request \(requestID))") }
    }

    var role: Role {
        switch level {
        case .success: .success
        case .info: .info
        case .note, .warning: .warning
        case .error: .error
        }
    }
}
