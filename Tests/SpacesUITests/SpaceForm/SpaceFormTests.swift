import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// The form: what is sent, what is held back, and what is kept.
@Suite struct SpaceFormTests {
    private func editing(_ name: String = "Mars Mission", permissions: Permissions = Sample.allPermissions) -> State {
        var state = Sample.loaded(at: name, permissions: permissions)
        state.press("e")
        return state
    }

    /// Goes to a row by Tab.
    private func focus(_ row: SpaceForm.Row, in state: inout State) throws {
        for _ in SpaceForm.Row.allCases where state.form?.focus != row { state.press(.tab) }
        try #require(state.form?.focus == row)
    }

    // swift-format-ignore
    static let edits: [(SpaceForm.Row, String, SpaceEdit)] = [
        (.name,     "Venus",          SpaceEdit(name: "Venus")),
        (.name,     "  Venus  ",      SpaceEdit(name: "Venus")),
        (.subtitle, "Near the Sun",   SpaceEdit(subtitle: "Near the Sun")),
        (.subtitle, "",               SpaceEdit(subtitle: "")),
        (.alias,    "project/venus",  SpaceEdit(alias: "project/venus")),
        (.quota,    "20 GB",          SpaceEdit(limit: .bytes(ByteCount(20_000_000_000)))),
        (.quota,    "1.5 TB",         SpaceEdit(limit: .bytes(ByteCount(1_500_000_000_000)))),
        (.quota,    "5 GiB",          SpaceEdit(limit: .bytes(ByteCount(5_368_709_120)))),
        (.quota,    "unlimited",      SpaceEdit(limit: .unlimited)),
        (.quota,    "1 GB",           SpaceEdit(limit: .bytes(ByteCount(1_000_000_000)))),
    ]

    @Test(arguments: edits)
    func sendsOnlyTheFieldThatChanged(row: SpaceForm.Row, text: String, edit: SpaceEdit) throws {
        var state = editing()
        try focus(row, in: &state)
        state.retype(text)
        let change = Change(kind: .edit(edit), space: Sample.mars, name: "Mars Mission", number: 1)
        #expect(state.press(.enter) == [.send(change)])
        #expect(state.form?.sent == 1, "the form waits for the answer")
        #expect(state.press(.enter).isEmpty, "and is not sent twice")
    }

    @Test func sendsAllFieldsThatChangedInOneGo() throws {
        var state = editing()
        state.retype("A")
        for text in ["B", "project/c", "4 GB"] {
            state.press(.tab)
            state.retype(text)
        }
        let edit = SpaceEdit(
            name: "A", subtitle: "B", alias: "project/c", limit: .bytes(ByteCount(4_000_000_000)))
        #expect(State.change(in: state.press(.enter))?.kind == .edit(edit))
    }

    @Test(arguments: ["Mars Mission", " Mars Mission ", "Mars Missio"])
    func closesWhenNothingChanged(name: String) {
        var state = editing()
        state.retype(name)
        if name.hasSuffix("o") { state.press("n") }
        #expect(state.press(.enter).isEmpty)
        #expect(state.layers.isEmpty && state.notice == Notice(.info, "Nothing was changed."))
    }

    // swift-format-ignore
    static let problems: [(SpaceForm.Row, String, String)] = [
        (.quota, "-1",                "negative"),
        (.quota, "1.5",               "write the unit: 1.5 GB?"),
        (.quota, "abc",               "not a size"),
        (.quota, "",                  "enter a size"),
        (.quota, "0",                 "not a size"),
        (.quota, "5 XB",              "unknown unit"),
        (.quota, "1000000000000000000000000000000", "too large"),
        (.quota, "10 EB",             "too large"),
        (.name,  "a/b",               "/ is not allowed"),
        (.name,  "a.b",               ". is not allowed"),
        (.name,  "   ",               "needs a name"),
        (.name,  String(repeating: "ü", count: 128), "256 bytes"),
        (.alias, "",                  "keeps the old alias"),
    ]

    @Test(arguments: problems)
    func sendsNothingWhileSomethingIsWrong(row: SpaceForm.Row, text: String, reason: String) throws {
        var state = editing()
        try focus(row, in: &state)
        state.retype(text)
        state.press(.tab)
        #expect(state.press(.enter).isEmpty)
        let form = try #require(state.form)
        #expect(form.focus == row, "the cursor goes to what is wrong")
        #expect(form.text(of: row) == text)
        #expect(form.problems[row]?.contains(reason) == true, "\(form.problems)")
        #expect(state.pending.isEmpty)
    }

    @Test func refusesMoreThanTheServerAllows() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.receive(.capabilitiesLoaded(ServerCapabilities(maximumQuota: ByteCount(100_000_000_000))))
        state.press("e")
        try focus(.quota, in: &state)
        for text in ["101 GB", "unlimited"] {
            state.retype(text)
            #expect(state.press(.enter).isEmpty)
            #expect(state.form?.problems[.quota] == "this server allows at most 100 GB")
        }
        state.retype("100 GB")
        #expect(!state.press(.enter).isEmpty)
    }

    @Test func keepsWhatWasTypedWhenSavingFails() throws {
        var state = editing()
        state.retype("Venus")
        let change = try #require(State.change(in: state.press(.enter)))
        state.receive(.changeFinished(change, .failure(Scene.refusal)))
        let form = try #require(state.form)
        #expect(form.text(of: .name) == "Venus" && form.sent == nil && form.failure == Scene.refusal)
        state.press("!")
        #expect(state.form?.failure == nil, "typing on takes the old failure away")
        let again = try #require(State.change(in: state.press(.enter)))
        #expect(again.kind == .edit(SpaceEdit(name: "Venus!")) && again.number == 2)
    }

    @Test func takesNoTextWhileItIsSaving() {
        var state = editing()
        state.retype("Venus")
        state.press(.enter)
        state.type("xyz")
        state.receive(.paste("pasted"))
        #expect(state.form?.text(of: .name) == "Venus")
    }

    @Test(arguments: [[.escape, "y"], [.control("c")]] as [[Key]])
    func leavesWithoutSending(keys: [Key]) {
        var state = editing()
        state.retype("Venus")
        for key in keys { #expect(state.press(key).isEmpty) }
        #expect(state.layers.isEmpty && state.list.selected?.name == "Mars Mission")
    }

    @Test func answerAfterLeavingIsStillTold() throws {
        var state = editing()
        state.retype("Venus")
        let change = try #require(State.change(in: state.press(.enter)))
        state.press(.escape)
        #expect(state.layers.isEmpty)
        state.press("n")
        state.receive(.changeFinished(change, .failure(Scene.refusal)))
        #expect(state.form?.purpose == .create && state.form?.failure == nil, "another form is not blamed")
        #expect(state.notice?.level == .error)
    }

    @Test func commandLettersAreText() {
        var state = editing()
        state.retype("")
        #expect(state.type("qDRPny?/<>I gG").isEmpty)
        #expect(state.form?.text(of: .name) == "qDRPny?/<>I gG")
    }

    @Test func stepsThroughPresets() throws {
        var state = editing()
        try focus(.quota, in: &state)
        state.press(.pageUp)
        #expect(state.form?.text(of: .quota) == "50 GB")
        state.press(.pageDown, .pageDown)
        #expect(state.form?.text(of: .quota) == "5 GB")
        for _ in 0..<9 { state.press(.pageUp) }
        #expect(state.form?.text(of: .quota) == "unlimited")
        for _ in 0..<9 { state.press(.pageDown) }
        #expect(state.form?.text(of: .quota) == "1 GB")
    }

    @Test func warnsBelowWhatIsUsedButSends() throws {
        var state = editing()
        try focus(.quota, in: &state)
        state.retype("5 GB")
        #expect(state.form?.quotaWarning?.contains("8.2 GB already used") == true)
        #expect(!state.press(.enter).isEmpty)
    }

    @Test func focusGoesRoundAndSkipsLockedRows() {
        var state = editing("Alan Turing", permissions: Permissions([.setPersonalQuota]))
        #expect(state.form?.focus == .quota && state.form.map { $0.locked.count } == 3)
        state.press(.tab)
        #expect(state.form?.focus == .quota)
        state.retype("2 GB")
        #expect(
            State.change(in: state.press(.enter))?.kind == .edit(SpaceEdit(limit: .bytes(ByteCount(2_000_000_000)))))
    }

    @Test func shiftTabGoesBack() {
        var state = editing()
        state.press(Key(.tab, .shift))
        #expect(state.form?.focus == .quota)
        state.press(.tab)
        #expect(state.form?.focus == .name)
    }

    @Test("A name that another space has is pointed out, and allowed") func pointsOutTwins() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("e")
        #expect(!Picture(state).description.contains("another space has this name"))
        state.retype("Video Vault")
        #expect(Picture(state).description.contains("! another space has this name"))
        #expect(State.change(in: state.press(.enter)) != nil)
        state.press(.escape, "n")
        state.receive(.paste("Apollo 10"))
        #expect(Picture(state).description.contains("! another space has this name"))
    }

}
