import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// A key that was on its way when the list moved is not taken for the space that came under the cursor.
@Suite struct MovedCursorTests {
    private func withoutMars() -> State {
        var state = Sample.loaded(at: "Mars Mission")
        let rest = Sample.spaces.filter { $0.name != "Mars Mission" }
        state.receive(.spacesIndexed(SpaceCatalog(rest), generation: state.generation))
        return state
    }

    @Test(
        "Enter right after the list moved is ignored, and the next one counts", arguments: [Key(.enter), "D", "x", "y"])
    func isIgnoredOnce(key: Key) {
        var state = withoutMars()
        let name = state.list.selected?.name ?? ""
        #expect(state.press(key).isEmpty && state.layers.isEmpty)
        #expect(
            state.notice?.text
                == "Mars Mission just left this line, where \(name) is now: nothing was done. Press again.")
        state.press(key)
        #expect(state.layers.count == 1)
    }

    @Test("A chord is no way past the guard: its Esc does not make the other key count", arguments: ["D", "e", "x"])
    func isIgnoredInAChord(letter: Character) {
        var state = withoutMars()
        #expect(state.press(Key(.character(letter), .alt)).isEmpty && state.layers.isEmpty)
        #expect(state.notice?.text.contains("nothing was done. Press again.") == true)
        state.press(.character(letter))
        #expect(state.layers.count == 1)
    }

    @Test("Going back from what opened by itself lets no key through to what lies beneath") func beneathIsGuarded()
        throws
    {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("e")
        state.retype("Mars Colony")
        let change = try #require(State.change(in: state.press(.enter)))
        var theirs = Sample.mars
        theirs.name = "Mars Base"
        let field = EditConflict.Field(
            .name, base: .text("Mars Mission"), theirs: .text("Mars Base"), mine: .text("Mars Colony"))
        let conflict = EditConflict(base: Sample.mars, theirs: theirs, fields: [field])
        state.receive(
            .changeFinished(change, .failure(SpacesFailure(kind: .conflict(conflict), sentence: "Conflict."))))
        #expect(state.press(Key(.enter, .alt)).isEmpty)
        #expect(
            state.form?.text(of: .name) == "Mars Colony" && state.form?.sent == nil,
            "Enter was meant for the form before")
        state.now += CursorMove.seconds
        #expect(State.change(in: state.press(.enter)) != nil)
    }

    @Test("A second later the person has seen what is there") func endsByItself() {
        var state = withoutMars()
        state.now += CursorMove.seconds
        state.press(.enter)
        #expect(state.layers == [.detail(DetailPage())])
    }

    @Test("Moving the cursor means the space that is there") func endsByMoving() {
        var state = withoutMars()
        state.press(.up)
        state.press(.enter)
        #expect(state.layers == [.detail(DetailPage())])
    }

    @Test("A cursor that jumps back to the space before is told as well") func jumpsBack() {
        var state = withoutMars()
        state.now += CursorMove.seconds
        let there = state.list.selected?.name ?? ""
        state.receive(.spacesIndexed(SpaceCatalog(Sample.spaces), generation: state.generation))
        // The one that is gone is waited for no longer.
        #expect(state.list.selected?.name == there)
        state.press("/")
        state.type("usage")
        state.press(.escape)
        state.select("Mars Mission")
        state.setFilter("used>1GB mars")
        var small = Sample.spaces
        for index in small.indices where small[index].name == "Mars Mission" {
            small[index].quota = Sample.quota(0.1, of: 10)
        }
        state.setFilter("used>1GB")
        state.now += CursorMove.seconds
        state.receive(.spacesIndexed(SpaceCatalog(small), generation: state.generation))
        #expect(state.list.selected?.name != "Mars Mission")
        state.now += CursorMove.seconds
        state.receive(.spacesIndexed(SpaceCatalog(Sample.spaces), generation: state.generation))
        #expect(state.list.selected?.name == "Mars Mission")
        state.press(.enter)
        #expect(state.layers.isEmpty && state.notice?.text.contains("nothing was done") == true)
    }

    @Test("A space that only changed its line keeps the cursor") func followsTheSpace() {
        var state = Sample.loaded(at: "Mars Mission")
        let first = Space(id: SpaceID("aaa"), name: "Aaa", type: .project)
        state.receive(.spacesIndexed(SpaceCatalog([first] + Sample.spaces), generation: state.generation))
        state.press("e")
        #expect(state.form?.text(of: .name) == "Mars Mission")
    }
}
