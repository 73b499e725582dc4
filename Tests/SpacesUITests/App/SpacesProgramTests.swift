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
        let state = Sample.loaded(at: "Ada Admin", of: Sample.production)
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
        #expect(program.state.screenSize == buffer.size)
    }
}
