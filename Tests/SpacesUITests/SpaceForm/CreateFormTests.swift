import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// The form for a new space.
@Suite struct CreateFormTests {
    private func creating() -> State {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("n")
        return state
    }

    @Test func sendsTheNameAlone() {
        var state = creating()
        state.type(" Venus ")
        let change = Change(kind: .create(SpaceDraft(name: "Venus")), space: nil, name: "Venus", number: 1)
        #expect(state.press(.enter) == [.send(change)])
    }

    @Test func sendsEverythingThatWasFilledIn() throws {
        var state = creating()
        state.type("Venus")
        state.press(.tab)
        state.type("Hot")
        state.press(.tab)
        state.type("3 GB")
        state.press(.tab, " ")
        let draft = SpaceDraft(
            name: "Venus", subtitle: "Hot", limit: .bytes(ByteCount(3_000_000_000)), usesTemplate: true)
        #expect(State.change(in: state.press(.enter))?.kind == .create(draft))
    }

    @Test(arguments: ["", "   ", "a/b", "a:b", ".."])
    func sendsNothingWithoutAGoodName(name: String) {
        var state = creating()
        state.type(name)
        #expect(state.press(.enter).isEmpty)
        #expect(state.form?.problems[.name] != nil && state.form?.hint != nil)
    }

    @Test func anUntouchedNameIsNotYetCalledWrong() {
        var state = creating()
        #expect(state.form?.visibleProblem(of: .name) == nil)
        state.press(.enter)
        #expect(state.form?.visibleProblem(of: .name) == "a space needs a name")
    }

    @Test func isRefusedToThoseWhoMayNot() {
        var state = Sample.loaded(at: "Mars Mission", permissions: Permissions([.listAll]))
        #expect(state.press("n").isEmpty)
        #expect(state.layers.isEmpty && state.notice == Notice(.warning, "This account may not create spaces."))
    }
}
