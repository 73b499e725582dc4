import Localization
package import Foundation
package import Terminal
import Widgets

/// The choice among several profiles of which none is the usual one: what the program begins with then.
///
/// It is a program of its own and ends before anything is asked of a server, so that a password can be asked for after it as
/// it is with `--profile`.
package struct ProfileChoice: InteractiveProgram {
    /// What was chosen; `nil` as long as nothing is, and for who left.
    package private(set) var chosen: Profile?
    private var chooser: ProfileChooser
    private var state: State
    private let look: Look
    private var request: ProgramRequest?

    package init(among profiles: [Profile], look: Look, now: Date) {
        chooser = ProfileChooser(profiles: profiles, current: nil, isBeginning: true)
        state = State(server: .init(host: "", user: ""), size: Size(columns: 80, rows: 24), now: now)
        self.look = look
    }

    package mutating func receive(_ event: InputEvent, at now: ContinuousClock.Instant) {
        switch event {
        case .key(let key): receive(key)
        case .paste(let text): _ = chooser.receive(paste: text, in: state)
        case .resize, .link, .mouse, .ground, .resumed, .commandEnded: break
        }
    }

    private mutating func receive(_ key: Key) {
        state.layers = [.screen(OpenScreen(chooser))]
        // Whatever follows Esc comes after the end.
        if let first = state.pieces(ofChord: key)?.first { return receive(first) }
        switch state.keymap.command(for: key) {
        case .suspend: request = .suspend
        case .redraw: request = .redraw
        default:
            for intent in chooser.receive(key, in: state) {
                switch intent {
                case .switchTo(let profile):
                    chosen = profile
                    request = .quit(0)
                case .close: request = .quit(0)
                default: break
                }
            }
        }
    }

    package mutating func receiveResults(at now: ContinuousClock.Instant) {}

    package var deadline: ContinuousClock.Instant? { nil }

    package mutating func timeReached(at now: ContinuousClock.Instant) {}

    package mutating func draw(into buffer: inout Buffer, at now: ContinuousClock.Instant) -> Point? {
        state.screenSize = buffer.size
        buffer.fill(buffer.bounds, style: look[.text])
        guard buffer.size.columns >= Layout.smallest.columns, buffer.size.rows >= Layout.smallest.rows else {
            buffer.write(localized("too small"), column: 0, row: 0, style: look[.warning])
            return nil
        }
        buffer.write(" spaces ", column: 0, row: 0, style: look[.brand])
        let footer = Rect(column: 0, row: buffer.size.rows - 1, columns: buffer.size.columns, rows: 1)
        KeyHints.draw(
            chooser.hints(in: state), into: &buffer, rect: footer.inset(columns: 1), keyStyle: look[.key],
            labelStyle: look[.keyLabel],
            disabledStyle: look[.disabled])
        return chooser.draw(into: &buffer, in: state, look: look)
    }

    package mutating func takeRequest() -> ProgramRequest? {
        defer { request = nil }
        return request
    }
}
