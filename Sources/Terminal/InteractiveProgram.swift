package import Texts

/// A full-screen program as its event loop sees it: it takes events, says when it wants to be called, and draws.
///
/// Everything runs on the loop's thread; nothing here may block.
package protocol InteractiveProgram {
    /// Takes one event, before the next one is decoded into a meaning.
    mutating func receive(_ event: InputEvent, at now: ContinuousClock.Instant)
    /// Takes what background work delivered since the last call; the loop calls it after a wake-up.
    mutating func receiveResults(at now: ContinuousClock.Instant)
    /// The moment at which `timeReached` wants to be called; `nil` sleeps until something happens.
    var deadline: ContinuousClock.Instant? { get }
    /// Called at or after `deadline`.
    mutating func timeReached(at now: ContinuousClock.Instant)
    /// Draws the whole screen into a blank buffer and returns where the cursor rests.
    mutating func draw(into buffer: inout Buffer, at now: ContinuousClock.Instant) -> Point?
    /// What the title of the window is to be; `nil` leaves it alone.
    var title: TerminalText? { get }
    /// What the program wants of the loop; asked for after each event, and reset by being asked.
    mutating func takeRequest() -> ProgramRequest?
    /// Talks with the person in lines on the terminal, as the program asked for; the screen is left, and this alone may block.
    mutating func converse()
}

extension InteractiveProgram {
    package var title: TerminalText? { nil }
    package mutating func converse() {}
}

/// What a program asks of its event loop.
package enum ProgramRequest: Equatable, Sendable {
    /// Leave with this status.
    case quit(Int32)
    /// Stop as Ctrl-Z does, with the terminal given back until the program goes on.
    case suspend
    /// Give the terminal to another program until that ends; `commandEnded` tells how.
    case run(ForegroundCommand)
    /// Leave the screen while `converse` talks with the person in lines.
    case converse
    /// Send these bytes to the terminal as they are; they show nothing.
    case send([UInt8])
    /// Let the terminal report the mouse, or leave it to the terminal.
    case setMouse(isOn: Bool)
    /// Draw every cell anew, for a screen that something else wrote on.
    case redraw
}
