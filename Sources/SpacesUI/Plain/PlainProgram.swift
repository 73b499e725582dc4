import Localization
package import Foundation
import SpacesClient
import SpacesModel
import Terminal
package import Texts

/// The program as a conversation in lines: each line that is typed becomes what a key would be, and what the state then shows
/// or asks is told in words. It draws nothing, so that a screen reader, a braille line, a printer or a pipe can follow.
package struct PlainProgram {
    package internal(set) var state: State
    let runner: EffectRunner
    private let inbox: Inbox
    private var inputs: AsyncStream<PlainInput>.Iterator
    private let post: @Sendable (PlainInput) -> Void
    private let output: @Sendable (TerminalText, PlainStream) -> Void
    /// Signs in anew, in lines on the same terminal.
    private let signIn: (@Sendable (Profile) async -> SignInOutcome)?
    /// Whom to sign in to next.
    private var signingIn: Profile?
    private let clock: @Sendable () -> Date
    /// True where nobody sees what is typed, so that it is repeated.
    let echoes: Bool
    /// What was typed before it was asked for.
    private var backlog: [PlainInput] = []
    private var isWaiting = false
    /// The notice that was told last.
    private var told: Notice?
    /// How many tenths of which run were told.
    private var progress = (run: 0, tenths: 0)
    /// The spaces that numbers stand for, as they were listed; they change with the next list alone.
    var numbered: [SpaceID] = []
    /// How many of them were told.
    var listed = 0
    /// Whether any list was told, an empty one included.
    var hasListed = false
    /// The order that was told last.
    var toldOrder: SortOrder?
    /// True once something that was asked for was not done.
    var hasFailed = false
    /// True once no more lines come, or the person quit.
    var isOver = false

    static let page = 20
    private static let prompt = "spaces>"
    /// Silence for longer than this is explained.
    private static let patience = Duration.seconds(4)

    /// `post` leaves an input among `inputs`; `output` gets text with its line ends.
    package init(
        state: State, runner: EffectRunner, inbox: Inbox, inputs: AsyncStream<PlainInput>,
        post: @escaping @Sendable (PlainInput) -> Void, echoes: Bool,
        signIn: (@Sendable (Profile) async -> SignInOutcome)? = nil,
        clock: @escaping @Sendable () -> Date = { Date() },
        output: @escaping @Sendable (TerminalText, PlainStream) -> Void
    ) {
        self.state = state
        self.runner = runner
        self.inbox = inbox
        self.inputs = inputs.makeAsyncIterator()
        self.post = post
        self.echoes = echoes
        self.signIn = signIn
        self.clock = clock
        self.output = output
    }

    /// Converses until the input ends or the person quits. Returns the status to end with: 1 where something was not done.
    package mutating func run() async -> Int32 {
        for effect in state.start() { runner.run(effect) }
        tell()
        await settle()
        greet()
        await converse()
        while !isOver, let line = await ask(Self.prompt) {
            state.now = clock()
            drain()
            await perform(line)
        }
        return hasFailed ? 1 : 0
    }

    /// Says where one is, how things stand there, and how to go on.
    mutating func greet() {
        let name = state.profile.name.map { "\($0), " } ?? ""
        if !state.profile.banner.isEmpty { remark(state.profile.banner) }
        remark(localized("This is \(name)\(state.server.host), as \(state.server.user)."))
        if state.server.isInsecure { remark(localized("The server's certificate is not checked.")) }
        if let reason = state.profile.lockReason {
            // Whoever just came to this profile was told.
            if told?.text != reason.asSentence { remark(reason.asSentence) }
        } else if let reason = state.profile.readOnlyReason {
            remark(localized("Nothing can be changed: \(reason)."))
        }
        switch state.connection {
        case .failed(let failure, _, _, _):
            // A notice has told it where there was a list before.
            if state.notice == nil { fail(Notice(failure).text) }
            // Nothing that follows would fare better.
            if echoes, failure.kind == .notAuthenticated { return abandon() }
            remark(localized("Type refresh to try again."))
        case .loading:
            fail(localized("The list was not loaded."))
            remark(localized("Type refresh to try again."))
        case .current:
            remark(
                localized(
                    "\(counted(state.list.totalCount, "space", "spaces")). Type list for the list, help for all commands."
                ))
            if let part = state.partLabel { fail(part) }
        }
    }

    // MARK: Saying and asking

    /// Tells one line. Whatever it is made of, nothing in it steers a terminal.
    func say(_ line: String) { output("\(line)\n", .answer) }

    /// Tells a line that is no answer to a command.
    func remark(_ line: String) { output("\(line)\n", .remark) }

    /// Tells that something that was asked for was not done, and why.
    mutating func fail(_ line: String) {
        hasFailed = true
        remark(line)
    }

    /// Waits for a line; `nil` where none will come, or where Ctrl-C takes the question back.
    mutating func ask(_ prompt: String) async -> String? {
        output("\(prompt) ", .remark)
        while true {
            let input: PlainInput? = backlog.isEmpty ? await inputs.next() : backlog.removeFirst()
            switch input {
            case .line(let line):
                if echoes { remark(line) }
                return line
            case .interrupted:
                remark("")
                if echoes {
                    abandon()
                    return nil
                }
                if prompt != Self.prompt { return nil }
                remark(localized("Type quit to leave."))
                output("\(Self.prompt) ", .remark)
            case .ended, nil:
                remark("")
                isOver = true
                return nil
            case .settled: isWaiting = false
            case .woken, .slow: break
            }
        }
    }

    mutating func tell(_ notice: Notice) {
        switch notice.level {
        case .success, .info: say(notice.text)
        case .note: remark(notice.text)
        case .warning, .error: fail(notice.text)
        }
    }

    // MARK: The state

    /// Does something with the state, tells what it says, and begins what it asks for.
    mutating func act(_ body: (inout State) -> Void) {
        state.now = clock()
        told = nil
        run(state.act(body))
        tell()
    }

    private mutating func run(_ effects: [Effect]) {
        for effect in effects {
            if case .signIn(let profile) = effect { signingIn = profile } else { runner.run(effect) }
        }
    }

    /// Asks whether to sign in here and now, and does it. A script ends here: nobody is there, and all that follows would fail.
    mutating func answer(_ question: SignInQuestion) async {
        guard let signIn, !echoes else {
            fail(question.reason ?? localized("Nobody is here to sign in: use spaces login."))
            act { $0.setTopLayer(nil) }
            return abandon()
        }
        if let reason = question.reason { say(reason) }
        guard await isYes(localized("Type yes to sign in now; anything else goes on without:")) else {
            return act { $0.setTopLayer(nil) }
        }
        act { $0.receive(Key(.enter), in: OpenScreen(question)) }
        guard let profile = signingIn else { return }
        signingIn = nil
        let outcome = await signIn(profile)
        state.now = clock()
        run(state.update(.signInEnded(outcome)))
        if case .signedIn = outcome { return tell() }
        hasFailed = true
        // It is asked about again when it is wanted, and not at once.
        if case .failed(let sentence) = outcome { fail(sentence) }
        act { $0.setTopLayer(nil) }
    }

    /// Waits until nothing is under way any more, and tells what comes meanwhile.
    mutating func settle() async {
        while true {
            let wasBusy = runner.isBusy
            drain()
            if !wasBusy, !runner.isBusy { return }
            if !isWaiting {
                isWaiting = true
                Task { [runner, post] in
                    let patience = Task {
                        try await Task.sleep(for: Self.patience)
                        post(.slow)
                    }
                    await runner.idle()
                    patience.cancel()
                    post(.settled)
                }
            }
            switch await inputs.next() {
            case .settled: isWaiting = false
            case .woken: break
            case .slow: remark(localized("Still waiting for \(state.server.host)."))
            case .interrupted: interrupt()
            case .line(let line): backlog.append(.line(line))
            case .ended: backlog.append(.ended)
            case nil: return
            }
        }
    }

    private mutating func drain() {
        for event in inbox.drain() {
            state.now = clock()
            run(state.update(event))
            tell()
        }
    }

    /// Ends a script: whoever stops it wants none of the lines that follow.
    private mutating func abandon() {
        (hasFailed, isOver) = (true, true)
    }

    /// Ctrl-C while something is under way: a run begins nothing more, a list is waited for no longer, and what was typed
    /// meanwhile counts no more.
    private mutating func interrupt() {
        backlog = []
        if echoes { abandon() }
        if state.run?.isUnderWay == true, case .run(let page)? = state.layers.last {
            remark(localized("Stopping: what was begun is finished, and nothing more is begun."))
            act { $0.receive("c", in: page) }
        } else if state.connection.isLoading {
            act { $0.ask(.cancelLoading) }
        } else if !state.unanswered.isEmpty {
            remark(localized("What was sent cannot be called back: its answer is waited for."))
        }
    }

    /// Says what is new since the last time.
    private mutating func tell() {
        if let notice = state.notice, notice != told { tell(notice) }
        told = state.notice
        guard let run = state.run, run.isUnderWay else { return }
        let total = run.plan.items.count
        let tenths = total < 10 ? 0 : run.settledCount * 10 / total
        if progress.run == run.number, tenths <= progress.tenths { return }
        progress = (run.number, tenths)
        if tenths > 0, tenths < 10 { remark(localized("\(tenths * 10) percent, \(run.settledCount) of \(total).")) }
    }
}
