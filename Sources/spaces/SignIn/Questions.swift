import Foundation
import Glibc
import Texts

/// How a sign-in asks the person on the terminal.
struct Questions: Sendable {
    /// Whether there is somebody to answer, and to ask again.
    let isAnswered: Bool
    /// A line that may be seen; `nil` at the end of the input.
    let line: @Sendable (String) async throws -> String?
    /// A line that is not shown while it is typed.
    let secret: @Sendable (String) async throws -> String

    /// Before a screen is opened, and in commands: who gives up with Ctrl-C ends the program.
    static var atStart: Questions {
        let isAnswered = isatty(STDIN_FILENO) == 1
        return Questions(
            isAnswered: isAnswered,
            line: { question in
                Output.tell("\(question)")
                return readLine()
            }, secret: { try Secret.ask("\($0)") })
    }

    /// For a token that a script may give instead, as the first line of standard input.
    static var forCommand: Questions {
        let usual = atStart
        return usual.isAnswered
            ? usual : Questions(isAnswered: false, line: usual.line, secret: { _ in readLine() ?? "" })
    }

    /// While a program has left its screen: whoever cancels the task gives the answer up, and the program goes on.
    static let besideScreen = Questions(
        isAnswered: true, line: { try await TypedAnswer.line(to: $0) }, secret: { try await TypedAnswer.secret(to: $0) }
    )
}
