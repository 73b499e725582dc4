import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// Steps back that do not stand in the way of others, and those of many spaces at once.
@Suite struct UndoTests {
    private func edited(_ name: String, in state: inout State) throws {
        state.select(name)
        state.press("e")
        state.retype(name + " II")
        let change = try #require(State.change(in: state.press(.enter)))
        var answer = try #require(change.space)
        answer.name = name + " II"
        state.receive(.changeFinished(change, .success(answer)))
    }

    @Test("A change of a space that is gone does not hide the ones before") func goesOnWhereOneIsRefused() throws {
        var state = Sample.loaded()
        try edited("Mars Mission", in: &state)
        try edited("Video Vault", in: &state)
        let change = try #require(State.change(in: state.press("U", "y")))
        state.receive(
            .changeFinished(change, .failure(SpacesFailure(kind: .goneOrNotAllowed, sentence: "It is gone."))))
        state.press("U")
        #expect(state.top(UndoQuestion.self)?.step.space?.name == "Mars Mission II")
    }

    @Test("Quitting without an answer wants a second key") func quitsTwice() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("D", "y")
        #expect(state.press("q").isEmpty)
        #expect(
            state.notice?.text == "1 change is not answered yet. q again quits without the answer.")
        #expect(state.press("q") == [.quit])
    }

    @Test("A question that is put again is as strict as the first") func staysStrict() throws {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.production)
        state.press("D")
        state.type("Mars Mission")
        let change = try #require(State.change(in: state.press(.enter)))
        var renamed = Sample.mars
        renamed.name = "Venus Mission"
        state.receive(
            .changeFinished(
                change, .failure(SpacesFailure(kind: .changedMeanwhile(renamed), sentence: "It was renamed."))))
        state.now += CursorMove.seconds
        #expect(state.confirmation?.isStrict == true && state.press("y").isEmpty)
    }

    @Test("A run is taken back by a plan of the values before") func takesARunBack() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(" ", "x", "s")
        state.type("20 GB")
        state.press(.enter, "y")
        let number = try #require(state.run?.number)
        var changed = Sample.mars
        changed.quota = Quota(limit: .bytes(Sample.gigabytes(20)), used: changed.quota?.used)
        state.receive(
            .bulk(.settled(number: number, index: 0, .done, changed)), .bulk(.ended(number: number)))
        state.press(.escape)
        #expect(state.notice?.text == "Set the quota to 20 GB: 1 done. U undoes it.")
        state.press("U")
        guard case .bulk(let dialog)? = state.layers.last, case .plan(let page) = dialog.step else {
            Issue.record("\(state.layers)")
            return
        }
        let item = try #require(page.plan.items.first)
        #expect(page.plan.title == "Undo: Set the quota to 20 GB" && item.before == "20 GB" && item.after == "10 GB")
        #expect(item.space == changed, "what stands there now is compared with it before anything is sent")
        state.press("y")
        let back = try #require(state.run?.number)
        state.receive(
            .bulk(.settled(number: back, index: 0, .done, Sample.mars)), .bulk(.ended(number: back)))
        state.press(.escape, "U")
        #expect(state.notice?.text == "There is no change of this session on this server to undo.")
    }

    @Test("What was purged in a run is not offered back") func purgedIsGone() throws {
        var run = BulkRun(
            number: 1, plan: BulkPlan([BulkItem(Sample.mars, .purge, before: "", after: "")], title: "Purge for ever"),
            begun: Sample.now)
        run.outcomes = [.done]
        #expect(UndoStep(run, as: { _ in Sample.mars }) == nil)
    }
}
