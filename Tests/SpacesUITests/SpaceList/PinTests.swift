import SpacesModel
import Testing
import Widgets

@testable import SpacesUI

@Suite struct PinTests {
    @Test func aPinnedSpaceStaysAtTheTopInEveryOrder() {
        var state = Sample.loaded(at: "Open Ended")
        #expect(state.press("b") == [.remember(.pin(SpaceID("store$open-ended")))])
        #expect(state.shownNames.first == "Open Ended" && state.list.selected?.name == "Open Ended")
        #expect(Picture(state).lines.contains { $0.hasPrefix("▌ Open Ended ◆") })
        #expect(Picture(state, glyphs: .ascii).lines.contains { $0.hasPrefix("> Open Ended @") })
        state.press("I", ">", ">")
        #expect(state.shownNames.first == "Open Ended" && state.shownNames.count == 13)
        state.select("Video Vault")
        state.press("b")
        #expect(Set(state.shownNames.prefix(2)) == ["Open Ended", "Video Vault"])
        state.press("b")
        #expect(state.notice?.text == "Video Vault is no longer pinned." && state.shownNames[1] != "Video Vault")
    }

    @Test func theFilterFindsPinnedSpaces() {
        var state = Sample.loaded()
        state.receive(.recalled(Remembered(pins: [Sample.mars.id, SpaceID("gone")]), problems: []))
        #expect(state.shownNames.first == "Mars Mission")
        state.press("/")
        state.type("pinned:")
        #expect(state.shownNames == ["Mars Mission"])
        state.press(.enter, "b")
        #expect(state.shownNames.isEmpty)
    }
}
