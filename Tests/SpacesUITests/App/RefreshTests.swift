import Foundation
import SpacesClient
import SpacesModel
import Synchronization
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// The list that refreshes itself, and what the header says of its age; the clock goes as the tests say.
@Suite struct RefreshTests {
    @Test(
        "Without a setting the list is loaded again every minute, and less often where that takes long",
        arguments: [
            (Duration.milliseconds(200), 60), (.seconds(3), 60), (.seconds(4), 80), (.seconds(45), 900),
        ])
    func loadsAgain(took: Duration, seconds: Int) {
        var desk = Desk(Sample.plain)
        #expect(desk.waits == nil, "while it is loaded")
        desk.answer(in: took)
        #expect(desk.waits == .seconds(seconds))
        desk.wait(seconds - 1)
        #expect(!desk.isLoading)
        desk.wait(1)
        #expect(desk.isLoading)
        #expect(desk.waits == nil, "while it is loaded")
    }

    @Test("Where the server asks to wait, nothing is asked before that nobody wants to know") func waitsAsAsked() {
        var desk = Desk(Sample.plain)
        desk.answer()
        desk.receive(.serverTold(.began))
        desk.receive(.requested(Self.refused(until: Sample.now + 600)))
        #expect(desk.state.notice == Notice(.note, "cloud.example.org asks to wait until 09:36."))
        #expect(desk.waits == .seconds(600))
        desk.receive(.serverTold(.changed(Sample.mars.id)))
        desk.wait(599)
        #expect(!desk.isLoading && desk.state.telling.reading.isEmpty)
        desk.wait(1)
        #expect(desk.isLoading)
        // Who asks all the same, and is answered, has ended it.
        desk.answer()
        desk.receive(.requested(Self.refused(until: Sample.now + 1200)))
        desk.press(.control("r"))
        desk.answer()
        #expect(desk.waits == .seconds(60))
    }

    @Test("A wait of a minute is told to the second; it hides no failure") func tellsShortWaits() {
        var desk = Desk(Sample.plain)
        desk.receive(.requested(Self.refused(until: Sample.now + 40)))
        #expect(desk.state.notice == Notice(.note, "cloud.example.org asks to wait until 09:26:40."))
        #expect(desk.lines.contains { $0.contains("cloud.example.org asks to wait until 09:26:40.") })
        desk.receive(.accountFailed(SpacesFailure(kind: .serverError, sentence: "It failed.")))
        desk.receive(.requested(Self.refused(until: Sample.now + 50)))
        #expect(desk.state.notice?.text == "It failed.")
    }

    private static func refused(until moment: Date) -> RequestRecord {
        RequestRecord(
            time: Sample.now, method: "GET", path: "/graph/v1.0/drives/1", outcome: .status(429), duration: .zero,
            waitUntil: moment)
    }

    @Test("The profile says how often, also more often than every minute") func followsTheProfile() {
        var desk = Desk(Sample.staging)
        desk.answer(in: .seconds(20))
        #expect(desk.waits == .seconds(60))
        desk = Desk(Sample.production)
        desk.answer()
        #expect(desk.waits == nil, "off is off")
    }

    @Test("Nobody is told of a load that nobody asked for, and one that changed nothing changes the time alone")
    func isQuiet() {
        // No age among them grows in a minute.
        let spaces = Sample.spaces.filter { $0.modified.map { $0 <= Sample.ago(hours: 1) } ?? true }
        var desk = Desk(Sample.plain)
        desk.answer(spaces)
        for key in ["j", " ", "j"] as [Key] {
            desk.advance(1)
            desk.press(key)
        }
        let (before, cursor) = (desk.lines, desk.state.list.cursor)
        desk.wait(60)
        #expect(desk.lines == before, "while it is loaded")
        desk.answer(spaces)
        #expect(Array(desk.lines.dropFirst()) == Array(before.dropFirst()))
        #expect(before[0].hasSuffix("updated 09:26") && desk.lines[0].hasSuffix("updated 09:27"))
        #expect(desk.state.list.marks.count == 1 && desk.state.list.cursor == cursor)
        #expect(desk.waits == .seconds(60), "and nothing else wakes it")
    }

    @Test("A list of another day says which") func tellsTheDay() {
        var desk = Desk(Sample.audit)
        desk.answer()
        desk.advance(24 * 3600)
        desk.press("j")
        #expect(desk.lines[0].hasSuffix("updated 14 Mar 2026 09:26"))
    }

    @Test("While keys are pressed it waits for a moment of quiet, but not for ever") func waitsForQuiet() {
        var desk = Desk(Sample.plain)
        desk.answer()
        desk.advance(59)
        desk.press("j")
        desk.wait(1)
        #expect(!desk.isLoading && desk.waits == .seconds(2))
        desk.advance(1)
        desk.press("k")
        desk.wait(1)
        #expect(!desk.isLoading && desk.waits == .seconds(2))
        desk.wait(2)
        #expect(desk.isLoading)

        desk = Desk(Sample.plain)
        desk.answer()
        desk.advance(59)
        var seconds = 59
        while !desk.isLoading, seconds < 600 {
            desk.press("j")
            desk.wait(1)
            seconds += 1
        }
        #expect(seconds == 120)
    }

    @Test("A clock that is put back keeps nothing from being loaded") func survivesAnotherClock() {
        var desk = Desk(Sample.plain)
        desk.answer()
        desk.press("j")
        desk.putBack(3600)
        desk.wait(60)
        #expect(desk.isLoading)
    }

    @Test("A load that fails keeps the list, and says so") func failsInTheOpen() {
        var desk = Desk(Sample.plain)
        desk.answer()
        desk.wait(60)
        desk.receive(.loadFailed(Sample.gone, generation: 2))
        #expect(desk.lines[0].hasSuffix("offline, updated 09:26"))
        #expect(desk.lines[1].contains("cloud.example.org has not answered since 09:27."))
        #expect(desk.state.list.totalCount > 0 && desk.waits == .seconds(5))
    }

    @Test("The key turns it off and on, and says what holds") func isTurnedOffAndOn() {
        var desk = Desk(Sample.plain)
        desk.answer()
        desk.press("a")
        #expect(desk.waits == nil && desk.lines[0].hasSuffix("updated 09:26, paused"))
        #expect(desk.state.notice?.text == "Auto-refresh off. ^R refreshes.")
        desk.press("a")
        #expect(desk.isLoading)
        #expect(desk.state.notice?.text == "Auto-refresh on: every 60 s.")
        desk.answer(in: .seconds(30))
        #expect(desk.waits == .seconds(600) && desk.lines[0].hasSuffix("updated 09:26"))
        desk.press("a", "a")
        #expect(desk.state.notice?.text == "Auto-refresh on: every 10 min.")

        desk = Desk(Sample.production)
        desk.answer()
        desk.receive(.serverTold(.began))
        desk.press("a")
        #expect(
            desk.state.notice?.text
                == "Auto-refresh on: every 60 s; changes that the server announces to you show at once.")
        desk.answer()
        #expect(desk.waits == .seconds(60))
        desk.press("a")
        #expect(
            desk.state.notice?.text
                == "Auto-refresh off; changes that the server announces wait, too. ^R refreshes.")
        desk.receive(.serverTold(.changed(Sample.mars.id)))
        #expect(desk.state.telling.reading.isEmpty && desk.waits == nil)
    }

    @Test("During a run nothing is loaded: each change would begin the load anew") func leavesARunAlone() throws {
        for (name, isDue) in [("run", false), ("run-paused", false), ("run-finished", true)] {
            let scene = try #require(Scene.all.first { $0.name == name })
            #expect((scene.state(Size(columns: 80, rows: 24)).nextLoad != nil) == isDue, "\(name)")
        }
    }

    @Test("What a load changed is marked for a moment") func marksChanges() {
        var desk = Desk(Sample.production)
        desk.answer()
        #expect(desk.state.list.changes.isEmpty, "the first list is news as a whole")
        desk.press(.control("r"))
        var renamed = Sample.mars
        renamed.name = "Mars Landing"
        desk.answer(Sample.spaces.filter { $0.id != Sample.mars.id } + [renamed, Sample.project("Pluto")])
        #expect(desk.state.list.changes == [renamed.id: .changed, Sample.project("Pluto").id: .arrived])
        #expect(
            desk.lines.contains { $0.hasPrefix(" ~Mars Landing") } && desk.lines.contains { $0.hasPrefix(" +Pluto") })
        #expect(desk.waits == .seconds(10))
        desk.wait(10)
        #expect(desk.state.list.changes.isEmpty && desk.waits == nil)
    }
}
