import Widgets
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// Questions are answered with no unless the answer is clearly yes.
@Suite struct ConfirmationTests {
    // swift-format-ignore
    static let questions: [(Key, String, Change.Kind)] = [
        ("D", "Mars Mission",  .disable),
        ("R", "Lunar Archive", .restore),
    ]

    @Test(arguments: questions, ["y", "Y"] as [Key])
    func yesSends(question: (Key, String, Change.Kind), yes: Key) throws {
        var state = Sample.loaded(at: question.1)
        #expect(state.press(question.0).isEmpty)
        let space = try #require(state.list.selected)
        let change = Change(kind: question.2, space: space, name: space.name, number: 1)
        #expect(state.press(yes) == [.send(change)])
        #expect(state.layers.isEmpty && state.pending[space.id] == change)
    }

    @Test(arguments: questions, ["n", "N", "q", .enter, .escape, .control("c")] as [Key])
    func noLeavesTheSpaceAsItIs(question: (Key, String, Change.Kind), no: Key) {
        var state = Sample.loaded(at: question.1)
        #expect(state.press(question.0, no).isEmpty)
        #expect(state.layers.isEmpty && state.pending.isEmpty)
        #expect(state.notice == Notice(.info, "\(question.1) was left as it is."))
    }

    @Test(arguments: questions)
    func everyOtherKeyIsNoAnswer(question: (Key, String, Change.Kind)) {
        let answers: Set<Character> = ["y", "Y", "n", "N", "q"]
        for scalar in (0x20...0x7E).compactMap(Unicode.Scalar.init) where !answers.contains(Character(scalar)) {
            var state = Sample.loaded(at: question.1)
            #expect(state.press(question.0, .character(Character(scalar))).isEmpty)
            #expect(state.layers.count == 1, "\(scalar)")
        }
        for key in [Key(.up), .down, .tab, Key(.delete), Key(.function(5)), .control("r")] {
            var state = Sample.loaded(at: question.1)
            #expect(state.press(question.0, key).isEmpty)
            #expect(state.layers.count == 1, "\(key.name)")
        }
    }

    @Test(arguments: ["", "Lunar", "lunar archive", "Lunar Archive 2", "Mars Mission", "y", "yes"])
    func purgingNeedsTheName(typed: String) {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type(typed)
        #expect(state.press(.enter).isEmpty)
        #expect(state.confirmation?.hint != nil && state.confirmation?.typed.text == typed)
        #expect(state.pending.isEmpty)
    }

    @Test(arguments: ["Lunar Archive", " Lunar Archive "])
    func purgesByTheRightName(typed: String) throws {
        var state = Sample.loaded(at: "Lunar Archive")
        let space = try #require(state.list.selected)
        state.press("P")
        #expect(state.type(typed).isEmpty, "nothing is sent before Enter")
        #expect(state.press(.enter) == [.send(Change(kind: .purge, space: space, name: space.name, number: 1))])
    }

    @Test func wrongThenRightNamePurges() {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type("Lunar")
        state.press(.enter)
        state.type(" Archive")
        #expect(state.confirmation?.hint == nil)
        #expect(State.change(in: state.press(.enter))?.kind == .purge)
    }

    @Test func escapeKeepsWhatWasToBePurged() {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type("Lunar Archive")
        #expect(state.press(.escape).isEmpty && state.layers.isEmpty)
    }

    /// The list may be loaded anew while the question stands: the answer is about the space that was asked about.
    @Test func asksAboutTheSameSpaceWhateverTheListDoes() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("D")
        let others = Sample.spaces.filter { $0.name != "Mars Mission" }
        _ = state.update(.spacesLoaded(SpaceCatalog(others), unreadable: [], generation: 1))
        #expect(State.change(in: state.press("y"))?.space == Sample.mars)
    }
}
