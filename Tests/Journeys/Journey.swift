import Foundation
import Logging
import SpacesClient
import SpacesServer
import SpacesUI
import Synchronization
import Terminal
import Testing
import Widgets

/// One person at the whole program, on a screen in memory, against a real server over HTTP.
///
/// Every step waits until nothing is under way any more: no journey sleeps. Time passes only where a journey says so.
final class Journey {
    private var program: SpacesProgram
    private let screen: MemoryDisplay
    private let runner: EffectRunner
    private let service: HTTPSpacesService
    private let inbox: Inbox
    private let posted: Counter
    private let refused: Counter
    private let wallClock: WallClock
    private var instant = ContinuousClock.now

    /// Starts the program of a user, and waits until it shows what the server answered.
    init(
        _ user: String, at baseURL: String, size: Size = Size(columns: 120, rows: 40), profile: Profile = Profile(),
        profiles: [Profile] = [], connector: Connector = .none, drafts: Drafts = Drafts(environment: [:]),
        themes: ThemeFiles = .builtIn, runs: RunFolder = .none, journal: (any Journal)? = nil,
        memory: ListMemory = .none, keymap: Keymap = .standard, exports: ExportFiles = .none, listens: Bool = false,
        credentials: (any CredentialSource)? = nil, signIn: (@Sendable (Profile) -> SignInOutcome)? = nil
    ) async throws {
        let requests = RequestFeed()
        let refused = Counter()
        self.refused = refused
        service = try World.client(of: user, at: baseURL, requests: requests, credentials: credentials)
        let posted = Counter()
        self.posted = posted
        let inbox = Inbox { posted.add() }
        requests.listen { record in
            if record.outcome == .status(401) { refused.add() }
            inbox.post(.requested(record))
        }
        var server = State.Server(host: service.connection.address.authority, user: user)
        if signIn != nil { server.signIn = .enabled }
        let journals = Journals(file: journal)
        var surroundings = Surroundings()
        surroundings.drafts = drafts
        surroundings.themes = themes
        surroundings.runs = runs
        surroundings.journals = journals
        surroundings.memory = memory
        surroundings.exports = exports
        surroundings.listens = listens
        // However busy the machine is, no load takes long.
        let begun = ContinuousClock.now
        surroundings.clock = { begun }
        runner = EffectRunner(
            service: journals.journaled(service, of: profile, on: server, inbox: inbox), profile: profile,
            connector: journals.journaled(connector, profiles: profiles, inbox: inbox), inbox: inbox,
            surroundings: surroundings)
        self.inbox = inbox
        let wallClock = WallClock()
        self.wallClock = wallClock
        var state = State(
            server: server, size: size, now: wallClock.now(),
            timeZone: TimeZone(secondsFromGMT: 0) ?? .gmt, keymap: keymap, profile: profile, profiles: profiles)
        state.themes = ThemeSelection(chosen: themes.choice(for: state.themes.configuration))
        state.views = memory.views().0
        screen = MemoryDisplay(size: size)
        program = SpacesProgram(
            state: state, look: Look(theme: .plain, glyphs: .unicode), runner: runner, inbox: inbox,
            clock: wallClock.now, signIn: signIn)
        program.start()
        await idle()
    }

    /// Ends all work and closes the connections.
    func end() async {
        runner.cancelAll()
        await runner.idle()
        await service.shutdown()
    }

    // MARK: What a person does

    @discardableResult
    func press(_ keys: Key...) async -> Self {
        for key in keys { await take(.key(key)) }
        return self
    }

    @discardableResult
    func type(_ text: String) async -> Self {
        for character in text { await take(.key(.character(character))) }
        return self
    }

    /// Empties the field that has the cursor and types a text into it.
    @discardableResult
    func retype(_ text: String) async -> Self {
        await press(.control("e"), .control("u")).type(text)
    }

    /// Filters the list down to a space by its whole name, and leaves the filter.
    @discardableResult
    func find(_ name: String) async -> Self {
        await press("/").retype(name).press(.enter)
    }

    @discardableResult
    func resize(_ size: Size) async -> Self {
        screen.size = size
        await take(.resize(size))
        return self
    }

    /// Lets the clock reach the moment that the program waits for.
    @discardableResult
    func waitForDeadline(at location: SourceLocation = #_sourceLocation) async throws -> Self {
        let deadline = try #require(program.deadline, "the program waits for nothing", sourceLocation: location)
        wallClock.advance(by: deadline - instant)
        instant = deadline
        program.timeReached(at: instant)
        await idle()
        return self
    }

    /// Presses a key and goes on at once, without waiting for what it asked for.
    func pressOn(_ key: Key) {
        instant += .seconds(1)
        wallClock.advance(by: .seconds(1))
        program.receive(.key(key), at: instant)
        draw()
    }

    /// Shows what has arrived by now, without waiting for more.
    func glance() {
        program.receiveResults(at: instant)
        draw()
    }

    /// Waits until a row shows these texts, because the server told of something by itself.
    @discardableResult
    func wait(for texts: String...) async -> Self {
        await idle()
        while !shows(texts) {
            await posted.wait()
            await idle()
        }
        return self
    }

    /// Waits until the server announces to this person what happens.
    @discardableResult
    func waitForAnnouncements() async -> Self {
        while !program.state.hearsServer {
            await posted.wait()
            await idle()
        }
        return self
    }

    /// Waits until nothing is under way.
    @discardableResult
    func settle() async -> Self {
        await idle()
        return self
    }
    /// Closes the connections of the program: from now on nobody answers.
    func signOff() async { await service.shutdown() }

    // MARK: What a person sees

    /// Expects a row of the screen that shows all of these texts, in this order.
    @discardableResult
    func expect(_ texts: String..., at location: SourceLocation = #_sourceLocation) -> Self {
        #expect(
            shows(texts), "no row shows \(texts.joined(separator: " … ")):\n\(screen.text)", sourceLocation: location)
        return self
    }

    @discardableResult
    func expectNo(_ texts: String..., at location: SourceLocation = #_sourceLocation) -> Self {
        #expect(
            !shows(texts), "a row shows \(texts.joined(separator: " … ")):\n\(screen.text)", sourceLocation: location)
        return self
    }

    /// Expects rows of the list that begin with these names, in this order.
    @discardableResult
    func expectOrder(_ names: String..., at location: SourceLocation = #_sourceLocation) -> Self {
        let rows = (0..<screen.buffer.size.rows).map { screen.line($0) }
        let places = names.map { name in rows.firstIndex { $0.dropFirst(2).hasPrefix(name + " ") } }
        #expect(
            !places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted(),
            "the rows of \(names.joined(separator: ", ")) are not in this order:\n\(screen.text)",
            sourceLocation: location)
        return self
    }

    /// How many requests the server answered with 401.
    var refusedCount: Int { refused.value }

    /// The moment at which the program wants to be called, seen from now.
    var waits: Duration? { program.deadline.map { $0 - instant } }

    var text: String { screen.text }

    /// A file of a theme was written while the program runs.
    @discardableResult
    func themesChanged() async -> Self {
        inbox.post(.themesChanged)
        await idle()
        return self
    }

    /// How the first cell of a text on the screen looks.
    func style(of text: String) throws -> Style {
        let row = try #require((0..<screen.size.rows).first { screen.line($0).contains(text) })
        let line = screen.line(row)
        let start = try #require(line.range(of: text)).lowerBound
        return screen.buffer[line.distance(from: line.startIndex, to: start), row].style
    }

    func takeRequest() -> ProgramRequest? { program.takeRequest() }

    /// Leaves the screen for a conversation, where the program asked for one, and comes back.
    @discardableResult
    func converse(at location: SourceLocation = #_sourceLocation) async -> Self {
        #expect(program.takeRequest() == .converse, sourceLocation: location)
        program.converse()
        await idle()
        return self
    }

    /// The program that had the terminal ends.
    func finishCommand(_ ending: CommandEnding) async { await take(.commandEnded(ending)) }

    /// Whether a row shows all of these texts, in this order.
    func shows(_ texts: [String]) -> Bool {
        (0..<screen.buffer.size.rows).contains { row in
            var rest = Substring(screen.line(row))
            return texts.allSatisfy { text in
                guard let range = rest.range(of: text) else { return false }
                rest = rest[range.upperBound...]
                return true
            }
        }
    }

    // MARK: The loop

    private func take(_ event: InputEvent) async {
        // Slower than a held key, so that the detail follows at once.
        instant += .seconds(1)
        wallClock.advance(by: .seconds(1))
        program.receive(event, at: instant)
        await idle()
    }

    /// Waits until no work is under way and its results are on the screen.
    private func idle() async {
        var seen: Int
        repeat {
            seen = posted.value
            // What arrived may ask for more.
            program.receiveResults(at: instant)
            await runner.idle()
        } while seen != posted.value
        draw()
    }

    private func draw() {
        var buffer = Buffer(size: screen.size)
        let cursor = program.draw(into: &buffer, at: instant)
        screen.present(buffer, cursor: cursor)
    }
}

/// How often something was left in the inbox.
private final class Counter: Sendable {
    private struct Content {
        var count = 0
        /// How many of them somebody has waited for.
        var awaited = 0
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let content = Mutex(Content())

    func add() {
        let waiter = content.withLock { content in
            content.count += 1
            defer { content.waiter = nil }
            return content.waiter
        }
        waiter?.resume()
    }

    var value: Int {
        content.withLock { content in
            content.awaited = content.count
            return content.count
        }
    }

    /// Waits until more was left than was looked at.
    func wait() async {
        await withCheckedContinuation { continuation in
            let isThere = content.withLock { content in
                if content.count > content.awaited { return true }
                content.waiter = continuation
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}

/// A clock that goes only when it is told to.
final class WallClock: Sendable {
    private let time = Mutex(Date.now)

    @Sendable func now() -> Date { time.withLock { $0 } }

    func advance(by duration: Duration) {
        time.withLock { $0 += Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18 }
    }
}

extension Logger {
    static let silent = Logger(label: "journey") { _ in SwiftLogNoOpLogHandler() }
}

extension Key {
    static let enter = Key(.enter)
    static let escape = Key(.escape)
    static let tab = Key(.tab)
    static let up = Key(.up)
    static let down = Key(.down)
}
