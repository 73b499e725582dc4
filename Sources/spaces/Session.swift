import CursesTerminal
import Foundation
import Glibc
import Logging
import SpacesClient
import SpacesProfiles
import SpacesUI
import Terminal
import Texts

/// One run of the program, beginning on one server: puts client, state, screen and loop together.
struct Session {
    /// To the server that the program begins on.
    let connection: ServerConnection
    /// Makes those to the servers of other profiles.
    let connector: Connector
    /// What is waited for at the end, for a moment.
    private let settle: @Sendable () async -> Void
    /// Signs in anew on the terminal, while the screen is left for it; `nil` where there is nothing to sign in to.
    private let signIn: (@Sendable (Profile) async -> SignInOutcome)?
    let server: State.Server
    let profile: Profile
    let profiles: [Profile]
    /// How the screen looks; it stays the same for all profiles.
    let look: ResolvedProfile
    /// How many problems the configuration has.
    let problems: Int
    let keymap: Keymap
    let screen: ScreenOptions
    /// True for a server that is gone when the program ends.
    private let isDemonstration: Bool
    /// Tells of every request to any of the servers.
    private let requests: RequestFeed
    /// Where changes are written down; `nil` for no file.
    private let journal: JournalFile?
    /// What is remembered of lists.
    let memory: ListMemory
    /// Why nothing can be kept for the next run.
    private let stateFault: FolderFault?

    /// A run with profiles to switch between.
    init(
        _ opened: Connections.Opened, connections: Connections, profile: ResolvedProfile, profileNames: [String],
        problems: Int, keymap: Keymap, screen: ScreenOptions
    ) {
        connection = opened.connection
        connector = connections.connector
        settle = { await connections.settle() }
        signIn = { await Conversation.signIn(to: $0, connections) }
        server = State.Server(opened)
        self.profile = Profile(profile)
        profiles = profileNames.map { Profile(connections.resolve($0)) }
        look = profile
        self.problems = problems
        self.keymap = keymap
        self.screen = screen
        isDemonstration = false
        requests = connections.requests
        journal = JournalFile(environment: ProcessInfo.processInfo.environment)
        stateFault = FolderFault.ofState(ProcessInfo.processInfo.environment)
        memory = ListMemory(environment: ProcessInfo.processInfo.environment, remembersLists: stateFault == nil)
    }

    /// A run on one server, of whose settings only those of the screen count.
    init(
        connection: ServerConnection, profile: ResolvedProfile, user: String, keymap: Keymap, screen: ScreenOptions
    ) {
        self.connection = connection
        connector = .none
        settle = {}
        signIn = nil
        server = State.Server(
            host: connection.address.authority, user: user, isInsecure: connection.warning != nil)
        self.profile = Profile(host: connection.address.authority, user: user)
        profiles = []
        look = profile
        problems = 0
        self.keymap = keymap
        self.screen = screen
        isDemonstration = true
        requests = RequestFeed()
        journal = nil
        stateFault = nil
        // Made-up spaces are gone with the run; what one thinks of them need not be kept.
        memory = ListMemory(environment: ProcessInfo.processInfo.environment, remembersLists: false)
    }

    /// Runs until the person quits, and ends the process with the status of the loop. Without a terminal it converses in
    /// lines.
    func run(on terminal: CursesTerminal?) throws -> Never {
        let status = try terminal.map { try draw(on: $0) } ?? converse()
        // Tokens that are on their way are worth a moment: the provider may take the old ones no more.
        try waiting { [settle] in await settle() }
        // Not a return: requests that a dead server never answers must not keep the process.
        exit(status)
    }

    private func converse() throws -> Int32 {
        let service = try HTTPSpacesService(connection, logger: try screen.logger(), requests: requests)
        let (views, viewProblems) = memory.views()
        let view = try screen.view(among: views, problems: viewProblems)
        let inputs = PlainSession.Inputs()
        let inbox = Inbox { inputs.post(.woken) }
        let (runner, surroundings) = work(with: service, inbox)
        let state = firstState(views: views, view: view, surroundings, keymap: keymap.inWords)
        // No answers of the program: standard output is for these alone.
        for note in hints + viewProblems.map({ $0.description + "." }) {
            Output.remark("\(note)\n")
        }
        let status = try PlainSession.run(state, runner, inbox, inputs, signIn: signIn)
        runner.cancelAll()
        try waiting { await runner.finishRemembering() }
        return status
    }

    private func draw(on terminal: CursesTerminal) throws -> Int32 {
        let opened = try screen.look(of: look, on: terminal)
        let service = try HTTPSpacesService(connection, logger: try screen.logger(), requests: requests)
        let (views, viewProblems) = memory.views()
        let view = try screen.view(among: views, problems: viewProblems)
        let environment = ProcessInfo.processInfo.environment
        let inbox = Inbox { [wake = terminal.wake] in wake.wake() }
        let (runner, surroundings) = work(with: service, inbox, themes: opened.files, listens: true)
        let watch = FolderWatch(opened.folders) { inbox.post(.themesChanged) }
        var state = firstState(views: views, view: view, surroundings, keymap: keymap)
        let notices =
            [profile.lockReason?.asSentence, terminal.notice].compactMap { $0 } + hints + opened.warnings
            + viewProblems.map { $0.description + "." }
        if !notices.isEmpty { state.notice = Notice(.note, notices.joined(separator: " ")) }
        state.themes = opened.themes
        state.pictureProblem = opened.look.pictureProblem
        // The console of Linux has one background and no answer.
        terminal.asksForGround =
            opened.themes.dependsOnGround && environment["TERM"] != "linux"
        state.isMouseOn = self.look.flag(.mouse)
        var program = SpacesProgram(
            state: state, look: opened.look, runner: runner, inbox: inbox,
            clipboard: Clipboard(environment: environment), signIn: signIn.map(Self.blocking))
        program.start()
        let status = withExtendedLifetime(watch) { terminal.run(&program) }
        runner.cancelAll()
        try waiting { await runner.finishRemembering() }
        return status
    }

    /// A sign-in on the thread of the loop, which has nothing to draw on meanwhile.
    private static func blocking(
        _ signIn: @escaping @Sendable (Profile) async -> SignInOutcome
    ) -> @Sendable (Profile) -> SignInOutcome {
        { profile in
            do {
                return try waiting { await signIn(profile) }
            } catch {
                return .failed("\(error)")
            }
        }
    }

    /// What is to be said of the configuration at the start, beside why nothing can be changed.
    private var hints: [String] {
        if isDemonstration { return [] }
        let count = problems > 0 ? ConfigCommand.Show.hint(problems) + "." : nil
        return [look.ignoredNote, count, stateFault?.note].compactMap { $0 }
    }

    /// Who does what the state asks for, with the files and the desktop of the person.
    private func work(
        with service: HTTPSpacesService, _ inbox: Inbox, themes: ThemeFiles = .builtIn, listens: Bool = false
    ) -> (EffectRunner, Surroundings) {
        let environment = ProcessInfo.processInfo.environment
        requests.listen { inbox.post(.requested($0)) }
        let journals = Journals(file: journal)
        var surroundings = Surroundings()
        surroundings.drafts = Drafts(environment: environment)
        surroundings.themes = themes
        surroundings.runs = RunFolder(environment: environment, keepsRuns: !isDemonstration)
        surroundings.listens = listens
        surroundings.journals = journals
        surroundings.exports = ExportFiles(
            home: environment["HOME"], folder: FileManager.default.currentDirectoryPath)
        surroundings.memory = memory
        surroundings.collation = Collation(environment: environment)
        if let browser = Browser(environment: environment) { surroundings.browser = { browser.open($0) } }
        let runner = EffectRunner(
            service: journals.journaled(service, of: profile, on: server, inbox: inbox), profile: profile,
            connector: journals.journaled(connector, profiles: profiles + [profile], inbox: inbox), inbox: inbox,
            surroundings: surroundings)
        return (runner, surroundings)
    }

    private func firstState(
        views: SavedViews, view: SavedView?, _ surroundings: Surroundings, keymap: Keymap
    ) -> State {
        var state = State(
            server: server, size: Size(columns: 80, rows: 24), now: Date(), keymap: keymap, profile: profile,
            profiles: profiles)
        state.views = views
        if let view { state.begin(with: view) }
        state.hasBrowser = surroundings.browser != nil
        return state
    }
}
