import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

@Suite struct HelpTests {
    private func help(_ keys: Key...) -> State {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("?")
        for key in keys { state.press(key) }
        return state
    }

    private func page(_ state: State) -> HelpPage? {
        if case .help(let page)? = state.layers.last { page } else { nil }
    }

    private func commands(_ state: State) -> [Command] {
        (page(state)?.lines(of: state.keymap) ?? []).compactMap {
            if case .command(let command) = $0 { command } else { nil }
        }
    }

    @Test func showsEveryCommandOnceInItsGroup() {
        #expect(Set(commands(help())) == Set(Command.allCases) && commands(help()).count == Command.allCases.count)
    }

    @Test func isFilteredByWhatIsTypedAfterASlash() {
        var state = help("/")
        state.type("purge")
        #expect(commands(state) == [.purge, .act])
    }

    @Test func findsByLabelSummaryAndKey() {
        for (typed, command) in [("purge", Command.purge), ("ever", .purge), ("F5", .refresh), ("^R", .refresh)] {
            var state = help("/")
            state.type(typed)
            #expect(commands(state).contains(command), "\(typed): \(commands(state))")
        }
    }

    @Test func enterPerformsTheCommandUnderTheCursor() {
        var state = help("/")
        state.type("create")
        state.press(.enter, .enter)
        #expect(state.form?.purpose == .create && state.layers.count == 1)
    }

    @Test func enterOnWhatIsNotPossibleSaysWhy() {
        var state = help("/")
        state.type("Enable a disabled")
        state.press(.enter, .enter)
        #expect(page(state) != nil && state.notice?.text == "Mars Mission is not disabled.")
    }

    @Test func escapeClearsTheFilterFirst() {
        var state = help("/", "x", .enter, .escape)
        #expect(page(state) != nil && page(state)?.filter == nil)
        state.press(.escape)
        #expect(state.layers.isEmpty)
    }

    @Test func nothingIsAskedForByAnyKeyOtherThanEnter() {
        var state = help()
        for key in ["D", "e", "y", "o", "P", "m", .control("r")] as [Key] { #expect(state.press(key).isEmpty) }
        #expect(page(state) != nil && state.layers.count == 1)
    }

    @Test("A term of the filter is tried from the help") func triesATerm() {
        var state = Sample.loaded()
        state.press("?", "/")
        state.type("part of it that is used")
        state.press(.enter, .enter)
        #expect(state.layers.isEmpty && state.filterField?.text == "quota>80%")
        #expect(state.shownNames == ["Full House", "Mars Mission", "Video Vault"])
    }
}
