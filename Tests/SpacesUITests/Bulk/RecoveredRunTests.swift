import Foundation
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// Runs of earlier times, as the next start tells them.
@Suite struct RecoveredRunTests {
    private func recovered(_ title: String, hasEnded: Bool = false, _ outcomes: [BulkOutcome] = [.done]) -> RecoveredRun
    {
        RecoveredRun(
            file: "/runs/\(title)", title: title, begun: Sample.now,
            items: outcomes.map { _ in BulkItem(Sample.mars, .disable, before: "enabled", after: "disabled") },
            outcomes: outcomes, hasEnded: hasEnded)
    }

    private func began(with run: RecoveredRun) -> State {
        var state = Sample.loaded()
        state.receive(.bulk(.recovered([run])))
        return state
    }

    private var later: Double { CursorMove.seconds }

    @Test("One that was not seen does not hide one that was cut off") func oneAfterTheOther() {
        var state = began(with: recovered("Finished", hasEnded: true))
        #expect(state.run?.title == "Finished" && state.layers == [.run(RunPage())])
        state.now += later
        #expect(
            state.press(.escape) == [
                .bulk(.forget(file: "/runs/Finished")), .bulk(.recover(server: "cloud.example.org")),
            ])
        state.receive(.bulk(.recovered([recovered("Cut off")])))
        #expect(state.run?.title == "Cut off" && state.layers == [.run(RunPage())])
    }

    @Test("Keys that were on their way are not taken for its page") func keysOnTheirWay() {
        var state = began(with: recovered("Cut off", [.waiting]))
        state.press("r")
        #expect(state.layers == [.run(RunPage())], "r would plan it again, and y begin it")
        state.now += later
        state.press("r")
        guard case .bulk? = state.layers.last else {
            Issue.record("\(state.layers)")
            return
        }
    }

    @Test("Who types a filter is not interrupted") func whileTyping() {
        var state = Sample.loaded()
        state.press("/")
        state.type("mar")
        state.receive(.bulk(.recovered([recovered("Cut off")])))
        #expect(state.layers.isEmpty && state.notice?.text == "An earlier run was cut off: Cut off. X shows it.")
        state.press("s")
        #expect(state.filterField?.text == "mars")
    }

    @Test("What another server would answer tells nothing of it") func isNotLookedUpElsewhere() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.staging)
        state.receive(.bulk(.recovered([recovered("Cut off", [BulkOutcome(.unknown)])])))
        state.now += later
        state.press(.escape, "p", .down, .enter)
        state.receive(.connected(.init(host: "cloud.example.org", user: "auditor")))
        #expect(state.press("X", "l").isEmpty)
        guard case .run(let page)? = state.layers.last else {
            Issue.record("\(state.layers)")
            return
        }
        #expect(page.message?.text == "This cannot be looked up here: it was on another server.")
    }

    @Test("A run that came about as a whole leaves nothing for the next start") func leavesNothing() {
        for outcome in [BulkOutcome.done, BulkOutcome(.failed, "No.")] {
            var state = Sample.loaded(at: "Mars Mission")
            state.press(" ", "D", "y")
            let number = state.run?.number ?? 0
            state.receive(
                .bulk(.recording(number: number, file: "/runs/new")),
                .bulk(.settled(number: number, index: 0, outcome, nil)))
            let effects = state.receive(.bulk(.ended(number: number)))
            #expect(effects.contains(.bulk(.forget(file: "/runs/new"))) == (outcome.kind == .done))
            #expect(state.run?.file == (outcome.kind == .done ? nil : "/runs/new"))
        }
    }

    @Test("A run that begins forgets the file of the one before") func oneFileARun() {
        var state = began(with: recovered("Cut off"))
        state.now += later
        state.layers = []
        let effects = state.press(" ", "D", "y")
        #expect(effects.contains(.bulk(.forget(file: "/runs/Cut off"))))
    }
}
