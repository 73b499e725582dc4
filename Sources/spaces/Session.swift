import CursesTerminal
import Foundation
import Glibc
import Logging
import SpacesClient
import SpacesProfiles
import SpacesUI
import Terminal

/// One run of the program, beginning on one server: puts client, state, screen and loop together.
struct Session {
    /// To the server that the program begins on.
    let connection: ServerConnection
    /// Makes those to the servers of other profiles.
    let connector: Connector
    let server: State.Server
    let profile: Profile
    let profiles: [Profile]
    /// How the screen looks; it stays the same for all profiles.
    let look: ResolvedProfile
    /// How many problems the configuration has.
    let problems: Int
    let screen: ScreenOptions

    /// A run with profiles to switch between.
    init(
        connection: ServerConnection, connections: Connections, profile: ResolvedProfile, profileNames: [String],
        problems: Int, screen: ScreenOptions
    ) {
        self.connection = connection
        connector = connections.connector
        server = State.Server(connection, user: profile.text(.user) ?? "")
        self.profile = Profile(profile)
        profiles = profileNames.map { Profile(connections.resolve($0)) }
        look = profile
        self.problems = problems
        self.screen = screen
    }

    /// A run on one server, of whose settings only those of the screen count.
    init(connection: ServerConnection, profile: ResolvedProfile, user: String, screen: ScreenOptions) {
        self.connection = connection
        connector = .none
        server = State.Server(connection, user: user)
        self.profile = Profile(host: connection.address.authority, user: user)
        profiles = []
        look = profile
        problems = 0
        self.screen = screen
    }

    /// Runs until the person quits, and ends the process with the status of the loop.
    func run(on terminal: CursesTerminal) throws -> Never {
        let (look, warnings) = try screen.look(of: look, on: terminal)
        let service = try HTTPSpacesService(connection, logger: try screen.logger())
        let inbox = Inbox { [wake = terminal.wake] in wake.wake() }
        let runner = EffectRunner(service: service, profile: profile, connector: connector, inbox: inbox)
        var state = State(
            server: server, size: Size(columns: 80, rows: 24), now: Date(), profile: profile, profiles: profiles)
        let hint = problems > 0 ? [ConfigCommand.Show.hint(problems) + "."] : []
        let notices = [terminal.notice].compactMap { $0 } + hint + warnings
        if !notices.isEmpty { state.notice = Notice(.warning, notices.joined(separator: " ")) }
        var program = SpacesProgram(state: state, look: look, runner: runner, inbox: inbox)
        program.start()
        let status = terminal.run(&program)
        runner.cancelAll()
        // Not a return: requests that a dead server never answers must not keep the process.
        exit(status)
    }
}
