import CursesTerminal
import Foundation
import Glibc
import Logging
import SpacesClient
import SpacesUI
import Terminal

/// One run of the program on one server: puts client, state, screen and loop together.
struct Session {
    let connection: ServerConnection
    let user: String
    let screen: ScreenOptions

    /// Runs until the person quits, and ends the process with the status of the loop.
    func run(on terminal: CursesTerminal) throws -> Never {
        let (look, warnings) = try screen.look(on: terminal)
        let logger = try screen.logger()
        let service: HTTPSpacesService
        do throws(ConnectionProblem) {
            service = try HTTPSpacesService(connection, logger: logger)
        } catch {
            throw Refusal(error.sentence)
        }
        let inbox = Inbox { [wake = terminal.wake] in wake.wake() }
        let drafts = Drafts(environment: ProcessInfo.processInfo.environment)
        let runner = EffectRunner(service: service, inbox: inbox, drafts: drafts)
        var state = State(
            server: .init(host: connection.address.authority, user: user, isInsecure: connection.warning != nil),
            size: Size(columns: 80, rows: 24), now: Date())
        if let first = ([terminal.notice].compactMap { $0 } + warnings).first { state.notice = Notice(.warning, first) }
        state.pictureProblem = look.pictureProblem
        var program = SpacesProgram(state: state, look: look, runner: runner, inbox: inbox)
        program.start()
        let status = terminal.run(&program)
        runner.cancelAll()
        // Not a return: requests that a dead server never answers must not keep the process.
        exit(status)
    }
}
