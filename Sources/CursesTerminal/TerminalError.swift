/// Why there is no screen; each is one line for a person.
package enum TerminalError: Error, Equatable, CustomStringConvertible {
    /// The stream of that name (`standard input`, `standard output`) is no terminal.
    case notATerminal(stream: String)
    /// The terminal cannot place its cursor, or nothing is known about any type; `type` is printable.
    case unusable(type: String)
    /// The system refused something; `what` was tried, `code` is errno.
    case system(what: String, code: Int32)

    package var description: String {
        switch self {
        case .notATerminal(let stream): "\(stream) is not a terminal"
        case .unusable(let type):
            "this terminal (TERM=\(type)) cannot show a full screen; set TERM to its type, such as xterm-256color"
        case .system(let what, let code): "cannot \(what): error \(code)"
        }
    }
}
