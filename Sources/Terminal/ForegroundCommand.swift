/// A program that has the terminal for itself until it ends, such as an editor.
package struct ForegroundCommand: Equatable, Sendable {
    /// The program, found in `PATH` when it has no slash, and its arguments; no shell is between.
    package var words: [String]
    /// The variables that it gets, and no others.
    package var environment: [String: String]

    package init(words: [String], environment: [String: String]) {
        self.words = words
        self.environment = environment
    }
}

/// How such a program ended.
package enum CommandEnding: Hashable, Sendable {
    case exited(status: Int32)
    case killed(signal: Int32)
    /// It did not start; `code` is errno.
    case notStarted(code: Int32)
}
