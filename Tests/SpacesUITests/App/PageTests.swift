import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// The pages of text over the whole screen: help and detail.
@Suite struct PageTests {
    private static let pages: [Key] = ["?", .tab, .enter]

    private func state(on page: Key, rows: Int = 12) -> State {
        var state = Sample.loaded(at: "Mars Mission", size: Size(columns: 60, rows: rows))
        state.press(page)
        return state
    }

    /// The scroll position of the detail, or the line of the help that the cursor stands on.
    private func scroll(_ state: State) -> Int? {
        switch state.layers.last {
        case .help(let help)?: help.cursor
        case .detail(let page)?: page.scroll
        default: nil
        }
    }

    @Test(arguments: pages, [.escape, "q", "?"] as [Key])
    func closeAndAskForNothing(page: Key, key: Key) {
        var state = state(on: page)
        #expect(scroll(state) == 0)
        #expect(state.press(key).isEmpty)
        #expect(state.layers.isEmpty)
    }

    @Test func enterOnThePageSaysWhichKeyEdits() {
        var state = state(on: .enter)
        let page = state.layers
        #expect(state.press(.enter).isEmpty && state.layers == page)
        #expect(state.notice?.text == "e edits the space; Tab shows its next side.")
    }

    @Test(arguments: ["e", "D"] as [Key])
    func changesGoToTheSpaceOfThePage(key: Key) {
        var state = state(on: .tab)
        #expect(state.press(key).isEmpty)
        #expect(state.layers.count == 1 && scroll(state) == nil)
        #expect((state.confirmation?.space ?? Sample.mars).name == "Mars Mission")
    }

    @Test(arguments: pages)
    func scrollAndStopAtBothEnds(page: Key) throws {
        var state = state(on: page)
        state.press("k", .pageUp)
        #expect(scroll(state) == 0)
        state.press("j")
        #expect(scroll(state) == 1)
        state.press("G")
        let end = try #require(scroll(state))
        #expect(end > 1)
        state.press("j", .pageDown, "j")
        #expect(scroll(state) == end, "the end is the end")
        state.press("k")
        #expect(scroll(state) == end - 1, "and one key leads back from it")
        state.press("g")
        #expect(scroll(state) == 0)
    }

    @Test(arguments: pages)
    func theLastRowIsSeenAtTheEnd(page: Key) {
        var state = state(on: page)
        state.press("G")
        let last = page == "?" ? "Orphaned:" : "etag"
        #expect(Picture(state).lines.contains { $0.contains(last) })
        for _ in 0..<12 { state.press("k") }
        #expect(!Picture(state).lines.contains { $0.contains(last) })
    }

    @Test(arguments: pages)
    func aPageThatFitsDoesNotScroll(page: Key) {
        var state = state(on: page)
        state.press("G")
        state.receive(.resized(Size(columns: 120, rows: 120)))
        state.press("k", "G", "j")
        #expect(page == "?" || scroll(state) == 0)
        #expect(!Picture(state).lines.contains { $0.contains(" of ") && $0.contains("1-") })
    }

    @Test func allMembersOfALargeSpaceCanBeReached() {
        let members = (1...1_000).map { Sample.member("Member \($0)", .viewer) } + [Sample.marie]
        var state = Sample.loaded([Sample.project("Everybody", members: members)])
        state.press(.tab, .tab, "G")
        #expect(Picture(state).lines.contains { $0.contains("Member 1000") })
        state.press("g")
        #expect(Picture(state).lines.contains { $0.contains("1,000 viewers") || $0.contains("Marie Curie") })
    }
}
