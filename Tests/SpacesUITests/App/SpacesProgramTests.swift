import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// What the program waits for, and what happens when the time has come; the clock goes as the tests say.
@Suite struct SpacesProgramTests {
    private let inbox = Inbox {}
    private let start = ContinuousClock.now

    private func program() -> SpacesProgram {
        let state = Sample.loaded(at: "Ada Admin")
        return SpacesProgram(
            state: state, look: Look(theme: .plain, glyphs: .unicode),
            runner: EffectRunner(service: InMemorySpacesService(), inbox: inbox), inbox: inbox, clock: { Sample.now })
    }

    @Test func detailFollowsASingleKeyAtOnce() {
        var program = program()
        program.receive(.key("j"), at: start)
        #expect(program.state.detailSpace?.name == "Alan Turing" && program.deadline == nil)
        program.receive(.key("j"), at: start + .milliseconds(200))
        #expect(program.state.detailSpace?.name == "Apollo 2" && program.deadline == nil)
    }

    @Test func detailWaitsWhileAKeyIsHeld() throws {
        var program = program()
        for step in 0..<5 { program.receive(.key("j"), at: start + .milliseconds(30 * step)) }
        #expect(program.state.list.cursor == 5 && program.state.detailSpace?.name == "Alan Turing")
        let rest = try #require(program.deadline)
        #expect(rest > start + .milliseconds(120 + 30) && rest < start + .milliseconds(120 + 300))
        program.timeReached(at: rest - .milliseconds(1))
        #expect(program.state.detailSpace?.name == "Alan Turing" && program.deadline == rest)
        program.timeReached(at: rest)
        #expect(program.state.detailSpace?.name == program.state.list.selected?.name && program.deadline == nil)
    }

    @Test func triesADeadServerAgainAtItsTime() {
        var program = program()
        inbox.post(.loadFailed(Sample.gone, generation: 1))
        program.receiveResults(at: start)
        #expect(program.deadline == start + .seconds(5))
        program.timeReached(at: start + .milliseconds(4999))
        #expect(program.deadline == start + .seconds(5))
        program.timeReached(at: start + .seconds(5))
        #expect(program.deadline == nil, "the answer is awaited")
        inbox.post(.loadFailed(Sample.gone, generation: 2))
        program.receiveResults(at: start + .seconds(6))
        #expect(program.deadline == start + .seconds(16))
    }

    @Test func aDeadServerIsNotTriedByItselfWhenItAnswersNo() {
        var program = program()
        inbox.post(.loadFailed(SpacesFailure(kind: .notAuthenticated, sentence: "No."), generation: 1))
        program.receiveResults(at: start)
        #expect(program.deadline == nil)
    }

    // swift-format-ignore
    @Test(arguments: [("q", .quit(0)), (.control("z"), .suspend), (.control("l"), .redraw), ("j", nil)] as [(Key, ProgramRequest?)])
    func asksItsLoop(key: Key, request: ProgramRequest?) {
        var program = program()
        program.receive(.key(key), at: start)
        #expect(program.takeRequest() == request)
        #expect(program.takeRequest() == nil, "once")
    }

    @Test func drawsAtTheSizeOfTheScreen() {
        var program = program()
        var buffer = Buffer(size: Size(columns: 50, rows: 12))
        _ = program.draw(into: &buffer, at: start)
        #expect(program.state.size == buffer.size)
    }
}

/// The list that loads itself anew.
@Suite struct RefreshTests {
    private let inbox = Inbox {}
    private let start = ContinuousClock.now

    private func program(_ profile: Profile) -> SpacesProgram {
        SpacesProgram(
            state: Sample.profiled(profile), look: Look(theme: .plain, glyphs: .unicode),
            runner: EffectRunner(service: nil, inbox: inbox), inbox: inbox, clock: { Sample.now })
    }

    private func answer(_ program: inout SpacesProgram, generation: Int, after seconds: Int) {
        inbox.post(.spacesLoaded(SpaceCatalog(Sample.spaces), unreadable: [], generation: generation))
        program.receiveResults(at: start + .seconds(seconds))
    }

    @Test func loadsAgainAfterTheTimeOfTheProfile() {
        var program = program(Sample.staging)
        program.start()
        #expect(program.deadline == nil)
        answer(&program, generation: 1, after: 2)
        #expect(program.deadline == start + .seconds(62))
        program.timeReached(at: start + .seconds(61))
        #expect(program.state.connection == .current)
        program.timeReached(at: start + .seconds(62))
        #expect(program.state.connection == .loading(arrived: 0) && program.deadline == nil)
        answer(&program, generation: 2, after: 63)
        #expect(program.deadline == start + .seconds(123))
    }

    @Test func neverWakesWhereItIsOff() {
        var program = program(Sample.production)
        program.start()
        answer(&program, generation: 1, after: 2)
        #expect(program.state.connection == .current && program.deadline == nil)
    }

    @Test func theKeyTurnsItOffAndOnAgain() {
        var program = program(Sample.staging)
        program.start()
        answer(&program, generation: 1, after: 2)
        program.receive(.key("a"), at: start + .seconds(3))
        #expect(program.deadline == nil && Picture(program.state).lines[0].contains(", paused"))
        program.receive(.key("a"), at: start + .seconds(10))
        #expect(program.deadline == start + .seconds(70) && Picture(program.state).lines[0].contains(", every 60 s"))
    }

    @Test func theKeyTurnsItOnWhereTheProfileWantsNone() {
        var program = program(Sample.production)
        program.start()
        answer(&program, generation: 1, after: 2)
        program.receive(.key("a"), at: start + .seconds(3))
        #expect(program.deadline == start + .seconds(63))
    }

    @Test func marksWhatALoadChangedForAMoment() throws {
        var program = program(Sample.production)
        program.start()
        answer(&program, generation: 1, after: 2)
        #expect(program.state.list.changes.isEmpty, "the first list is news as a whole")
        program.receive(.key(.control("r")), at: start + .seconds(3))
        var renamed = Sample.mars
        renamed.name = "Mars Landing"
        let spaces = Sample.spaces.filter { $0.id != Sample.mars.id } + [renamed, Sample.project("Pluto")]
        inbox.post(.spacesLoaded(SpaceCatalog(spaces), unreadable: [], generation: 2))
        program.receiveResults(at: start + .seconds(4))
        #expect(program.state.list.changes == [renamed.id: .changed, Sample.project("Pluto").id: .arrived])
        let rows = Picture(program.state).lines
        #expect(rows.contains { $0.hasPrefix(" ~Mars Landing") } && rows.contains { $0.hasPrefix(" +Pluto") })
        #expect(program.deadline == start + .seconds(14))
        program.timeReached(at: start + .seconds(14))
        #expect(program.state.list.changes.isEmpty && program.deadline == nil)
    }
}
