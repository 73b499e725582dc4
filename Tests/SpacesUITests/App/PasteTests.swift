import Widgets
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// Pasted text goes where text is typed, and is never a command.
@Suite struct PasteTests {
    /// Everything that can be on the screen when text is pasted by mistake.
    static let places: [Scene] = Scene.all.filter { $0.name.hasPrefix("notice") == false }

    @Test(arguments: places)
    func asksForNothing(scene: Scene) {
        let texts =
            (0x20...0x7E).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
            + ["y\n", "\r", "qqqq", "DyDy", "\u{3}", "\u{1B}", "Lunar Archive\n", "ü"]
        for text in texts {
            var state = scene.state(Size(columns: 80, rows: 24))
            #expect(state.update(.paste(text)).isEmpty, "\(text.debugDescription)")
        }
    }

    @Test(arguments: places.filter { !$0.name.hasPrefix("edit") && !$0.name.hasPrefix("create") })
    func opensAndClosesNothing(scene: Scene) {
        for text in ["e", "n", "D", "y", "q", "?", "\r", "\u{1B}", "Y", "P"] {
            var state = scene.state(Size(columns: 80, rows: 24))
            let layers = state.layers.count
            _ = state.update(.paste(text))
            #expect(state.layers.count == layers, "\(text.debugDescription)")
        }
    }

    @Test func goesIntoTheFilter() {
        var state = Sample.loaded()
        state.press("/")
        state.receive(.paste("apo\nllo"))
        #expect(state.filterField?.text == "apo llo" && state.list.shownCount == 2)
    }

    @Test func goesIntoTheFocusedField() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("e")
        state.receive(.paste(" q\r\nII"))
        #expect(state.form?.text(of: .name) == "Mars Mission q II")
    }

    @Test func goesIntoTheNameToPurgeButNeverConfirms() {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press("P")
        #expect(state.receive(.paste("Lunar Archive\n")).isEmpty)
        #expect(state.confirmation?.isNameRight == true)
    }

    @Test func isExplainedWhereNothingIsTyped() {
        var state = Sample.loaded()
        state.receive(.paste("rm -rf"))
        #expect(state.notice?.level == .info)
    }

    @Test func heldMotionKeyMoves() {
        var state = Sample.loaded()
        state.receive(.paste("jjjj"))
        #expect(state.list.cursor == 4 && state.notice == nil)
        state.receive(.paste("kk"))
        #expect(state.list.cursor == 2)
        state.receive(.paste("jk"))
        #expect(state.list.cursor == 2 && state.notice != nil)
    }
}
