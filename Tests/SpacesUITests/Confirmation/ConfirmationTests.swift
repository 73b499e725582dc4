import Localization
import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

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

    /// Names that a keyboard does not have, and how a terminal pastes them.
    // swift-format-ignore
    @Test(arguments: [
        ("東京オフィス", "東京オフィス"), ("👩‍🚀 Crew", "👩‍🚀 Crew"), ("Two  blanks", "Two  blanks"), ("No\u{A0}break", "No\u{A0}break"),
        ("Tab\tstop", "Tab\tstop"), ("Evil \u{1B}[2J", "Evil \u{1B}[2J"), ("Left\u{200E}right", "Left\u{200E}right"),
        ("Line\nend", "Line\rend\r"), ("Line\r\nend", "Line\r\rend"), ("Zero\u{200B}width", " Zero\u{200B}width "),
    ])
    func aPasteOfTheExactNameConfirms(name: String, pasted: String) {
        var space = Sample.project("Other", isDisabled: true)
        space.name = name
        var state = Sample.loaded([space])
        state.press("P")
        #expect(state.receive(.paste(pasted)).isEmpty, "nothing is sent before Enter")
        #expect(State.change(in: state.press(.enter))?.kind == .purge)
    }

    /// What only looks like the name does not say that this space is meant.
    @Test(arguments: [
        ("Café", "Cafe\u{301}"), ("Finance", "Fin\u{200B}ance"), ("Fin\u{200B}ance", "Finance"),
        ("Left\u{200E}right", "Left⟨200E⟩right"), ("No\u{A0}break", "No break"), ("Two  blanks", "Two blanks"),
    ])
    func aPasteOfAnotherTextDoesNotConfirm(name: String, pasted: String) {
        var space = Sample.project("Other", isDisabled: true)
        space.name = name
        var state = Sample.loaded([space])
        state.press("P")
        state.receive(.paste(pasted))
        #expect(state.press(.enter).isEmpty && state.confirmation?.hint != nil)
    }

    @Test(arguments: ["ar-archive", "-archive", "…-archive", "-ARCHIVE", "store$lunar-archive"])
    func theEndOfTheIdConfirmsAsWell(typed: String) {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type(typed)
        #expect(State.change(in: state.press(.enter))?.kind == .purge)
    }

    @Test(arguments: ["archive", "lunar-ar", "…archive", "lunar-archiv"])
    func lessOfTheIdDoesNot(typed: String) {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        state.type(typed)
        #expect(state.press(.enter).isEmpty && state.confirmation?.hint != nil)
    }

    /// A name that holds what nobody sees may look like another: it is said, and only the end of the id is asked for.
    @Test(arguments: ["Fin\u{200B}ance", "Left\u{200E}right", "Evil \u{1B}[2J", "Soft\u{AD}hyphen", "Tag\u{E0041}"])
    func ofANameWithInvisibleCharactersTheEndOfTheIdIsAskedFor(name: String) throws {
        var space = Sample.project("Other", isDisabled: true)
        space.name = name
        var state = Sample.loaded([space])
        state.press("P")
        let question = try #require(state.confirmation)
        #expect(
            question.request
                == "Its name has invisible characters. To purge it, type the end of its id, \(space.id.end):")
        #expect(space.shortRequest == "Invisible characters: type \(space.id.end):")
        state.press(.enter)
        #expect(state.confirmation?.hint == "type the end of its id first")
        state.type("Finance")
        #expect(state.press(.enter).isEmpty && state.confirmation?.hint == "that is not the end of its id")
        state.retype(space.id.end)
        #expect(State.change(in: state.press(.enter))?.kind == .purge)
    }

    @Test(arguments: ["東京オフィス", "👩‍🚀 Crew", "Lunar Archive", "e\u{301}te", "שלום"])
    func aNameThatIsSeenIsAskedFor(name: String) throws {
        var space = Sample.project("Other", isDisabled: true)
        space.name = name
        var state = Sample.loaded([space])
        state.press("P")
        let question = try #require(state.confirmation)
        #expect(question.request == "To purge it, type its name or the end of its id, \(space.id.end):")
    }

    @Test func theNameWithInvisibleCharactersIsAskedAboutInGermanToo() throws {
        var space = Sample.project("Other", isDisabled: true)
        space.name = "Fin\u{200B}ance"
        let german = Localization(environment: ["LANG": "de_DE.UTF-8"])
        let request = german.applied { Confirmation(.purge, space).request }
        #expect(
            request == "Der Name enthält unsichtbare Zeichen. Endgültig löschen mit dem Ende der ID, \(space.id.end):")
    }

    /// Nothing at all is never the name, not even of a space without one.
    @Test(arguments: ["", "   ", "\u{A0}", "\t"])
    func anEmptyNameIsConfirmedByTheIdAlone(name: String) {
        var space = Sample.project("Other", isDisabled: true)
        space.name = name
        var state = Sample.loaded([space])
        state.press("P")
        #expect(state.press(.enter).isEmpty)
        state.type("  ")
        #expect(state.press(.enter).isEmpty)
        state.retype(space.id.end)
        #expect(State.change(in: state.press(.enter))?.kind == .purge)
    }

    /// What is under way is said until it is over, and no longer.
    @Test func aQuestionThatIsPutAgainEndsTheProgress() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let change = try #require(State.change(in: state.press("D", "y")))
        #expect(state.notice?.text == "Disabling Mars Mission…")
        var now = Sample.mars
        now.name = "Mars Colony"
        state.receive(
            .changeFinished(
                change, .failure(SpacesFailure(kind: .changedMeanwhile(now), sentence: "Renamed meanwhile."))))
        #expect(state.confirmation?.news == "Renamed meanwhile." && state.notice == nil)
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
