import Foundation
import SpacesClient
import SpacesModel
import Synchronization
import Terminal
import Widgets

@testable import SpacesUI

/// A program as its loop drives it, whose clock goes as a test says and to which nobody answers but the test.
struct Desk {
    private let inbox = Inbox {}
    private let time: Time
    private var instant = ContinuousClock.now
    private var program: SpacesProgram

    private final class Time: Sendable {
        let now = Mutex(Sample.now)
    }

    init(_ profile: Profile) {
        let time = Time()
        self.time = time
        program = SpacesProgram(
            state: Sample.profiled(profile), look: Look(theme: .plain, glyphs: .unicode),
            // What comes of its effects goes nowhere.
            runner: EffectRunner(service: nil, inbox: Inbox {}), inbox: inbox, clock: { time.now.withLock { $0 } })
        program.start()
    }

    var state: State { program.state }
    var isLoading: Bool { state.isLoadUnderWay }
    var lines: [String] { Picture(state).lines }
    /// How long the loop may sleep.
    var waits: Duration? { program.deadline.map { $0 - instant } }

    /// Answers the load under way, which took so long by the clock of whoever loads.
    mutating func answer(_ spaces: [Space] = Sample.spaces, in duration: Duration = .milliseconds(20)) {
        receive(
            .spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: state.generation, in: duration))
    }

    mutating func receive(_ event: Event) {
        inbox.post(event)
        program.receiveResults(at: instant)
    }

    mutating func press(_ keys: Key...) {
        for key in keys { program.receive(.key(key), at: instant) }
    }

    /// Lets time pass without the loop noticing.
    mutating func advance(_ seconds: Int) {
        instant += .seconds(seconds)
        time.now.withLock { $0 += Double(seconds) }
    }

    /// Lets time pass, and the loop wake whenever it wants to.
    mutating func wait(_ seconds: Int) {
        advance(seconds)
        program.timeReached(at: instant)
    }

    /// Somebody sets the clock of the machine.
    func putBack(_ seconds: Int) { time.now.withLock { $0 -= Double(seconds) } }
}
