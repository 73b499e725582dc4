/// What the line mode waits for.
package enum PlainInput: Sendable {
    /// A line that was typed, without its end.
    case line(String)
    /// No more lines will come.
    case ended
    /// Ctrl-C was pressed.
    case interrupted
    /// Something is in the inbox.
    case woken
    /// Nothing is under way any more.
    case settled
    /// Something has been under way for long.
    case slow
}

/// Where a line goes: scripts read the answers alone.
package enum PlainStream: Sendable {
    /// What a command is there to tell.
    case answer
    /// Prompts, repeated lines, how things stand, and what was not done.
    case remark
}
