import Terminal
import Testing
import Widgets

@testable import SpacesUI

@Suite struct CommandPaletteTests {
    private func palette(_ typed: String, recent: [Command] = []) -> CommandPalette {
        var palette = CommandPalette(recent: recent)
        palette.focusedField?.paste(typed)
        return palette
    }

    // swift-format-ignore
    @Test(arguments: [
        ("restore", Command.restore), ("Rest", .restore), ("purg", .purge), ("readme", .editReadme), ("new", .create),
        ("switch", .switchProfile), ("members", .members), ("copy id", .copy), ("shell", .suspend), ("brow", .openInBrowser),
        ("mouse", .toggleMouse), ("edit", .edit), ("help", .help), ("quit", .quit),
    ])
    func findsWhatWasMeant(typed: String, command: Command) {
        #expect(palette(typed).entries.first?.command == command, "\(palette(typed).entries.map(\.command))")
    }

    @Test func offersEveryCommandButItselfOnce() {
        let all = palette("", recent: [.refresh, .moveUp]).entries.map(\.command)
        #expect(Set(all) == Set(Command.allCases).subtracting([.commandPalette]) && Set(all).count == all.count)
        #expect(all.first == .refresh)
    }

    @Test(arguments: ["xqz", "edit xqz", "=", "漢"])
    func findsNothingWhereNothingIsMeant(typed: String) {
        #expect(palette(typed).entries.isEmpty && palette(typed).selected == nil)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("edit", "edit", [0, 1, 2, 3], 400), ("new", "Make new", [5, 6, 7], 300), ("ew", "Make new", [6, 7], 200),
        ("swpr", "Switch to the profile", [0, 1, 14, 15], 100), ("SWÏ", "switch", [0, 1, 2], 400),
    ])
    func tellsWhichLettersFit(typed: String, text: String, positions: [Int], score: Int) {
        let match = FuzzyMatch(of: typed, in: text)
        #expect(match?.positions == positions && match?.score == score)
    }

    @Test(arguments: ["sith", "pf", "tts"])
    func scatteredLettersFitNothing(typed: String) {
        #expect(FuzzyMatch(of: typed, in: "Switch to the profile") == nil)
    }

    @Test func performsWhatStandsUnderTheCursor() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(":")
        state.type("disable")
        #expect(state.press(.enter).isEmpty && state.layers.count == 1)
        #expect(state.confirmation?.action == .disable, "as its key would, with the same question")
        state.press(.escape, ":")
        #expect(state.top(CommandPalette.self)?.selected == .disable, "what was done last stands first")
    }

    @Test func whatIsNotPossibleSaysWhyAndTheListStays() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(":")
        state.type("restore")
        #expect(state.press(.enter).isEmpty)
        #expect(state.layers.count == 1 && state.notice?.text == "Mars Mission is not disabled.")
        #expect(state.recentCommands.isEmpty)
    }

    @Test func leavesWithoutDoingAnything() {
        for key in [Key.escape, .control("c")] {
            var state = Sample.loaded(at: "Mars Mission")
            #expect(state.press(":", "q", "D", key).isEmpty)
            #expect(state.layers.isEmpty && state.notice == nil)
        }
    }

    @Test func opensOverTheDetailAndComesBackToIt() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(.tab, ":")
        #expect(state.layers.count == 2)
        state.press(.escape)
        #expect(state.layers == [.detail(DetailPage())])
        state.press(":")
        state.type("members")
        state.press(.enter)
        #expect(state.layers.count == 1 && state.layers != [.detail(DetailPage())])
    }
}
