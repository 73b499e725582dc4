import Foundation
import SpacesModel
import Terminal
import TestSupport
import Testing

@testable import SpacesUI

/// What leaves things, in every state that has a picture: Esc, the key that quits, and chords with Alt.
@Suite(.serialized, .ownThread) struct LeavingTests {
    private static let size = Size(columns: 100, rows: 30)

    /// A moment later than what opened by itself, so that keys count.
    private func state(of scene: Scene) -> State {
        var state = scene.state(Self.size)
        state.now += CursorMove.seconds
        return state
    }

    private func changesSomething(_ effects: [Effect]) -> Bool {
        effects.contains {
            switch $0 {
            case .send, .bulk(.start), .members(.send), .storeDraft, .changeViews: true
            default: false
            }
        }
    }

    @Test(
        "q closes whatever has no line of text, changes nothing, and is typed where there is one", arguments: Scene.all)
    func quitKey(scene: Scene) throws {
        var state = state(of: scene)
        let (before, isTyping, wasSent) = (state, state.isTyping, state.form?.sent != nil)
        if before.asksToDiscard { return }
        let effects = state.press("q")
        #expect(!changesSomething(effects))
        if isTyping {
            #expect(!effects.contains(.quit) && state.layers.count == before.layers.count)
            #expect(wasSent || state.layers != before.layers || state.filterField != before.filterField, "q is typed")
        } else if before.layers.isEmpty {
            #expect(effects.contains(.quit) || state.isQuitAsked)
        } else {
            #expect(!effects.contains(.quit) && (state.layers != before.layers || state.asksToDiscard))
        }
    }

    @Test("Esc asks before it drops what was typed, and closes all else at once", arguments: Scene.all)
    func escape(scene: Scene) throws {
        let before = state(of: scene)
        var state = before
        let holds = before.layers.last?.holdsTypedText == true
        #expect(!changesSomething(state.press(.escape)))
        guard holds, !before.asksToDiscard else { return #expect(!state.asksToDiscard) }
        #expect(state.asksToDiscard && state.layers == before.layers)
        #expect(Picture(state).description.contains("Discard what you typed?"))
        for key in ["n", .escape, .enter, "x", .up] as [Key] {
            var kept = state
            #expect(kept.press(key).isEmpty && !kept.asksToDiscard && kept.layers == before.layers, "\(key) keeps it")
        }
        state.press("y")
        #expect(state.layers != before.layers && !state.asksToDiscard)
    }

    /// The same as both keys one after the other, but for one thing: a question that its own Esc asked gets no answer.
    @Test("A chord that means nothing is Esc and then the key", arguments: Scene.all)
    func chords(scene: Scene) throws {
        for key in ["x", "y", "D", "q", .enter] as [Key] {
            var (chord, apart) = (state(of: scene), state(of: scene))
            let wasAsked = chord.asksToDiscard
            let effects = chord.press(Key(key.code, .alt))
            var expected = apart.press(.escape)
            if wasAsked || !apart.asksToDiscard { expected += apart.press(key) }
            #expect(effects == expected && chord.layers == apart.layers && chord.notice == apart.notice, "\(key)")
            #expect(chord.filterField == apart.filterField && chord.asksToDiscard == apart.asksToDiscard, "\(key)")
            // Enter saves a form that Esc went back to, or went on with.
            #expect(key == .enter || !changesSomething(effects), "\(key) answers no question")
        }
    }

    @Test("In a line of text chords about words stay what they are", arguments: Scene.all)
    func chordsAboutWords(scene: Scene) {
        for code in [.character("b"), .character("f"), .character("d"), .backspace] as [Key.Code] {
            let before = state(of: scene)
            guard before.isTyping, !before.asksToDiscard else { return }
            var state = before
            #expect(state.press(Key(code, .alt)).isEmpty)
            #expect(state.layers.count == before.layers.count && state.isTyping)
        }
    }

    @Test func aChordWithABindingKeepsIt() {
        var state = Sample.loaded(at: "Mars Mission")
        state.keymap = Keymap.standard.choosing([KeyChoice("toggle_pane", ["Alt-x"])]).keymap
        state.press("?", Key(.character("x"), .alt))
        #expect(state.layers == [.help(HelpPage())])
        state.press(.escape, Key(.character("x"), .alt))
        #expect(state.isPaneHidden)
    }

    @Test("An arrow with Alt has a sequence of its own and is no chord") func arrows() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("n", Key(.up, .alt))
        #expect(state.form != nil)
    }

    @Test("A click on the hint of Esc asks as well, and one on an answer gives it") func clicks() throws {
        var state = Sample.loaded(at: "Mars Mission", size: Self.size)
        state.isMouseOn = true
        state.press("n")
        state.type("Venus")
        func click(_ hint: String) throws {
            let line = try #require(Picture(state).lines.last)
            let column = try #require(line.range(of: hint)).lowerBound.utf16Offset(in: line)
            state.receive(.mouse(Mouse(.press, .left, at: Point(column: column, row: Self.size.rows - 1)), clicks: 1))
        }
        try click("Esc cancel")
        #expect(state.asksToDiscard)
        try click("n keep editing")
        #expect(!state.asksToDiscard && state.form?.text(of: .name) == "Venus")
        try click("Esc cancel")
        try click("y discard")
        #expect(state.layers.isEmpty)
    }

    @Test("Pasting goes on with what was typed") func pasteKeepsEditing() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("n")
        state.type("Venus")
        state.press(.escape)
        state.receive(.paste(" y"))
        #expect(!state.asksToDiscard && state.form?.text(of: .name) == "Venus y")
    }

    @Test("What was typed and deleted again is no loss") func untouchedAgain() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("n")
        state.type("V")
        state.press(Key(.backspace), .escape)
        #expect(state.layers.isEmpty)
    }

    @Test("A key of one's own that quits closes as well", arguments: ["D", "e", "W", "M", "y"] as [Key])
    func ownKeys(key: Key) {
        var state = Sample.loaded(at: "Mars Mission")
        state.keymap = Keymap.standard.choosing([KeyChoice("quit", ["F10"])]).keymap
        state.press(key)
        #expect(state.layers.count == 1)
        #expect(state.press(Key(.function(10))).isEmpty)
        #expect(state.layers.isEmpty == (key != "e"), "in a line of text only Esc does")
    }
}
