import Foundation
import Glibc
import Localization
import Texts

/// One line that a person types as an answer, read so that cancelling the task ends the waiting.
enum TypedAnswer {
    /// The line; `nil` at the end of the input.
    static func line(to question: String) async throws -> String? {
        Output.tell("\(question)")
        let lines = try TypedLines()
        defer { lines.stop() }
        for await line in lines.lines { return line }
        if Task.isCancelled { throw CancellationError() }
        return nil
    }

    /// The same without showing what is typed.
    static func secret(to question: String) async throws -> String {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else {
            throw Refusal(localized("No password was given."))
        }
        var hidden = settings
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &settings)
            say("")
        }
        return try await line(to: question) ?? ""
    }
}
