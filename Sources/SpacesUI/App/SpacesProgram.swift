package import Foundation
import SpacesClient
import SpacesModel
package import Terminal
package import Texts

/// The program as the event loop drives it: state, drawing and background work put together.
package struct SpacesProgram: InteractiveProgram {
    package private(set) var state: State
    private let look: Look
    private let runner: EffectRunner
    private let inbox: Inbox
    private let clipboard: Clipboard
    private let clock: @Sendable () -> Date
    /// Signs in anew, in lines on the terminal.
    private let signIn: (@Sendable (Profile) -> SignInOutcome)?
    /// Whom to sign in to as soon as the screen is left.
    private var signingIn: Profile?
    private var request: ProgramRequest?
    private var clicks = Clicks()
    /// The draft whose editor has the terminal.
    private var editing: Draft?
    /// When the detail pane is to follow the cursor, and when the cursor moved last.
    private var restDeadline: ContinuousClock.Instant?
    private var lastMove: ContinuousClock.Instant?
    /// When to try a dead server again.
    private var retryDeadline: ContinuousClock.Instant?
    /// When to load the list again by itself, by the loop's clock and by that of the state, which it was planned from.
    private var refreshDeadline: ContinuousClock.Instant?
    private var plannedLoad: Date?
    /// When to read spaces that were announced again soon after they were read.
    private var readingDeadline: ContinuousClock.Instant?
    private var plannedReading: Date?
    /// When what the last load changed is marked no longer.
    private var changesDeadline: ContinuousClock.Instant?
    /// When to search for what was typed.
    private var searchDeadline: ContinuousClock.Instant?

    /// Moves that come faster than this are a held key: the detail pane is empty until the cursor rests. The rest is longer, so
    /// that fast tapping does not make the pane flicker.
    private static let heldKey = Duration.milliseconds(150)
    private static let rest = Duration.milliseconds(200)
    /// Nobody types any more who has not typed for so long: a search is sent once, not with every letter.
    private static let pause = Duration.milliseconds(300)
    /// Long enough to look over a screen.
    private static let markedChanges = Duration.seconds(10)

    package init(
        state: State, look: Look, runner: EffectRunner, inbox: Inbox, clipboard: Clipboard = Clipboard(),
        clock: @escaping @Sendable () -> Date = { Date() }, signIn: (@Sendable (Profile) -> SignInOutcome)? = nil
    ) {
        self.signIn = signIn
        self.state = state
        self.look = look
        self.runner = runner
        self.inbox = inbox
        self.clipboard = clipboard
        self.clock = clock
    }

    /// Begins to load; called once before the loop.
    package mutating func start() {
        for effect in state.start() { runner.run(effect) }
        if state.isMouseOn { request = .setMouse(isOn: true) }
    }

    package mutating func receive(_ event: InputEvent, at now: ContinuousClock.Instant) {
        switch event {
        case .key(let key): update(.key(key), at: now)
        case .paste(let text): update(.paste(text), at: now)
        case .resize(let size): update(.resized(size), at: now)
        case .link(let isSlow): update(.linkChanged(isSlow: isSlow), at: now)
        case .ground(let ground): update(.groundKnown(ground), at: now)
        case .mouse(let mouse): update(.mouse(mouse, clicks: clicks.count(mouse, at: now)), at: now)
        case .resumed: update(.cursorRested, at: now)
        case .commandEnded(let ending):
            if let draft = editing { update(.editorEnded(draft, ending), at: now) }
            editing = nil
        }
    }

    package mutating func receiveResults(at now: ContinuousClock.Instant) {
        for event in inbox.drain() { update(event, at: now) }
    }

    package var deadline: ContinuousClock.Instant? {
        [restDeadline, retryDeadline, refreshDeadline, readingDeadline, changesDeadline, searchDeadline]
            .compactMap { $0 }.min()
    }

    package mutating func timeReached(at now: ContinuousClock.Instant) {
        if let restDeadline, restDeadline <= now {
            self.restDeadline = nil
            update(.cursorRested, at: now)
        }
        if let retryDeadline, retryDeadline <= now {
            self.retryDeadline = nil
            update(.retryDue, at: now)
        }
        if let refreshDeadline, refreshDeadline <= now {
            (self.refreshDeadline, plannedLoad) = (nil, nil)
            update(.refreshDue, at: now)
        }
        if let readingDeadline, readingDeadline <= now {
            (self.readingDeadline, plannedReading) = (nil, nil)
            update(.readingDue, at: now)
        }
        if let changesDeadline, changesDeadline <= now {
            self.changesDeadline = nil
            update(.changesSeen, at: now)
        }
        if let searchDeadline, searchDeadline <= now {
            self.searchDeadline = nil
            update(.members(.typingPaused), at: now)
        }
    }

    package mutating func draw(into buffer: inout Buffer, at now: ContinuousClock.Instant) -> Point? {
        if buffer.size != state.screenSize { update(.resized(buffer.size), at: now) }
        return state.draw(into: &buffer, look: look)
    }

    package var title: TerminalText? { state.windowTitle }

    package mutating func takeRequest() -> ProgramRequest? {
        defer { request = nil }
        return request
    }

    package mutating func converse() {
        guard let profile = signingIn, let signIn else { return }
        signingIn = nil
        update(.signInEnded(signIn(profile)), at: .now)
    }

    private mutating func update(_ event: Event, at now: ContinuousClock.Instant) {
        let selected = state.list.selected?.id
        let connection = state.connection
        let search = state.pendingSearch
        let changes = state.list.changes
        state.now = clock()
        for effect in state.update(event) {
            switch effect {
            case .quit: request = .quit(0)
            case .copy(let text): request = clipboard.sequence(for: text).map { .send($0) }
            case .setMouse(let isOn): request = .setMouse(isOn: isOn)
            case .suspend: request = .suspend
            case .redraw: request = .redraw
            case .signIn(let profile):
                signingIn = profile
                request = .converse
            case .edit(let draft):
                editing = draft
                request = .run(draft.command)
            default: runner.run(effect)
            }
        }
        if state.list.selected?.id != selected, state.detailID != state.list.selected?.id { follow(at: now) }
        if state.connection != connection { planRetry(at: now) }
        if state.nextLoad != plannedLoad {
            plannedLoad = state.nextLoad
            refreshDeadline = instant(of: plannedLoad, from: now)
        }
        if state.nextReading != plannedReading {
            plannedReading = state.nextReading
            readingDeadline = instant(of: plannedReading, from: now)
        }
        if state.list.changes != changes {
            changesDeadline = state.list.changes.isEmpty ? nil : now + Self.markedChanges
        }
        if state.pendingSearch != search { searchDeadline = state.pendingSearch.map { _ in now + Self.pause } }
    }

    /// Lets the detail pane follow the cursor: at once after a single move, when it rests while a key is held.
    private mutating func follow(at now: ContinuousClock.Instant) {
        let isHeld = lastMove.map { now - $0 < Self.heldKey } ?? false
        lastMove = now
        if isHeld {
            restDeadline = now + Self.rest
        } else {
            restDeadline = nil
            update(.cursorRested, at: now)
        }
    }

    /// A moment of the state by the loop's clock, which nobody can put back.
    private func instant(of date: Date?, from now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        date.map { now + .seconds(max(0, $0.timeIntervalSince(state.now))) }
    }

    private mutating func planRetry(at now: ContinuousClock.Instant) {
        retryDeadline = nil
        if case .failed(_, _, _, let next?) = state.connection { retryDeadline = instant(of: next, from: now) }
    }
}
