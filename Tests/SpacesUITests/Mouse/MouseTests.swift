import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

@Suite struct MouseTests {
    private let size = Size(columns: 120, rows: 40)

    private func state(of profile: Profile? = nil) -> State {
        var state = profile.map { Sample.loaded(at: "Ada Admin", of: $0) } ?? Sample.loaded(at: "Ada Admin")
        state.isMouseOn = true
        return state
    }

    private func press(column: Int, row: Int, clicks: Int = 1) -> Event {
        .mouse(Mouse(.press, .left, at: Point(column: column, row: row)), clicks: clicks)
    }

    /// Where a text stands on the screen.
    private func place(of text: String, in state: State) throws -> (column: Int, row: Int) {
        let lines = Picture(state).lines
        let row = try #require(lines.firstIndex { $0.contains(text) }, "\(text) is not on the screen")
        return (try #require(lines[row].range(of: text)).lowerBound.utf16Offset(in: lines[row]), row)
    }

    @Test(arguments: [nil, Sample.production])
    func aClickSelectsWhatItMeetsAndTwoOpenIt(profile: Profile?) throws {
        var state = state(of: profile)
        let (column, row) = try place(of: "Full House", in: state)
        #expect(state.update(press(column: column, row: row)).isEmpty)
        #expect(state.list.selected?.name == "Full House")
        _ = state.update(press(column: column, row: row, clicks: 2))
        #expect(state.layers == [.detail(DetailPage())])
    }

    @Test func twoClicksOnRowsThatMovedOnlySelect() {
        var state = state()
        _ = state.update(press(column: 5, row: state.layout.list.row + 3, clicks: 2))
        #expect(state.layers.isEmpty && state.list.cursor == 3)
    }

    @Test func aClickBelowTheLastRowDoesNothing() {
        var state = state()
        _ = state.update(press(column: 5, row: state.layout.list.row + state.list.shownCount))
        #expect(state.list.cursor == 0 && state.layers.isEmpty)
    }

    @Test func theWheelMoves() {
        var state = state()
        let at = Point(column: 5, row: 10)
        _ = state.update(.mouse(Mouse(.wheelDown, .none, at: at), clicks: 0))
        #expect(state.list.cursor == 3)
        _ = state.update(.mouse(Mouse(.wheelUp, .none, at: at), clicks: 0))
        #expect(state.list.cursor == 0)
    }

    @Test("In a menu the wheel moves, a click chooses and two perform") func menus() throws {
        var state = state()
        state.press("O")
        _ = state.update(.mouse(Mouse(.wheelDown, .none, at: Point(column: 60, row: 30)), clicks: 0))
        #expect(state.top(SortMenu.self)?.cursor == 1)
        // Below the list, where the menu is.
        let lines = Picture(state).lines
        let row = try #require(lines.lastIndex { $0.contains("USED ") })
        let column = try #require(lines[row].range(of: "USED ")).lowerBound.utf16Offset(in: lines[row])
        _ = state.update(press(column: column, row: row))
        _ = state.update(press(column: column, row: row, clicks: 2))
        #expect(state.layers.isEmpty && state.list.order.column == .used)
    }

    @Test("A click on the number of spaces in a state lists these") func states() throws {
        var state = state()
        let (column, row) = try place(of: "1 critical", in: state)
        _ = state.update(press(column: column, row: row))
        #expect(state.list.filter == "state:critical" && state.shownNames == ["Video Vault"])
    }

    @Test("A click outside of the rows of a menu chooses nothing") func besideAMenu() {
        var state = state()
        state.press("C")
        let before = state.layers
        _ = state.update(press(column: 0, row: 3))
        #expect(state.layers == before)
    }

    @Test func aHeadingSortsAndTurnsRound() throws {
        var state = state()
        let (column, row) = try place(of: "USAGE", in: state)
        _ = state.update(press(column: column, row: row))
        #expect(state.list.order == SortOrder(.usage, isDescending: true))
        _ = state.update(press(column: column, row: row))
        #expect(state.list.order == SortOrder(.usage, isDescending: false))
    }

    @Test func theKeysOfTheFooterAreButtons() throws {
        var state = state()
        state.select("Mars Mission")
        let (column, row) = try place(of: "D disable", in: state)
        _ = state.update(press(column: column + 4, row: row))
        #expect(state.confirmation?.action == .disable)
        #expect(state.update(press(column: column + 4, row: row, clicks: 2)).isEmpty)
        #expect(state.confirmation != nil, "the second of two clicks is no answer")
        let no = try place(of: "n leave it", in: state)
        #expect(state.update(press(column: no.column, row: no.row)).isEmpty)
        #expect(state.layers.isEmpty)
    }

    @Test func oneOfSeveralKeysIsTheOneThatWasHit() throws {
        var state = state()
        state.receive(.resized(Size(columns: 200, rows: 40)))
        let (column, row) = try place(of: "< > sort", in: state)
        _ = state.update(press(column: column + 2, row: row))
        #expect(state.list.order.column == .type)
        _ = state.update(press(column: column, row: row))
        #expect(state.list.order.column == .name)
    }

    @Test func linesOfListsAreChosen() throws {
        var state = state()
        state.press("y")
        let (column, row) = try place(of: "web address", in: state)
        #expect(state.update(press(column: column, row: row)).isEmpty)
        state.press(.escape, ":")
        let command = try place(of: "Hide or show the detail pane", in: state)
        _ = state.update(press(column: command.column, row: command.row))
        #expect(!state.isPaneHidden)
        _ = state.update(press(column: command.column, row: command.row, clicks: 2))
        #expect(state.isPaneHidden, "the list moved under the mouse, and yet it is the one that was clicked")
    }

    @Test("Two clicks on a line of the summary list its spaces, as Enter does") func linesOfTheSummary() throws {
        var state = state()
        state.press("s")
        let (column, row) = try place(of: "exceeded    1", in: state)
        _ = state.update(press(column: column, row: row))
        #expect(state.list.filter.isEmpty)
        _ = state.update(press(column: column, row: row, clicks: 2))
        #expect(state.layers.isEmpty && state.shownNames == ["Full House"])
    }

    @Test("Two clicks on a change of the journal show it whole") func entriesOfTheJournal() throws {
        var state = state()
        state.press("J")
        state.receive(.journalRead(.success(JournalListing(Sample.journal, place: .memory, unreadable: 0))))
        let before = try #require(state.top(JournalPage.self))
        let last = try #require(before.shown.last)
        let row = state.pageArea.row + before.shown.count
        _ = state.update(press(column: 10, row: row))
        _ = state.update(press(column: 10, row: row, clicks: 2))
        let page = state.top(JournalPage.self)
        #expect(page?.selected?.id == last.id && page?.record == 0)
    }

    @Test func twoClicksOnAHeadingPerformNothing() throws {
        var state = state()
        state.receive(.resized(Size(columns: 120, rows: 80)))
        state.press("?")
        let heading = try place(of: "Change spaces", in: state)
        _ = state.update(press(column: heading.column, row: heading.row))
        #expect(state.update(press(column: heading.column, row: heading.row, clicks: 2)).isEmpty)
        #expect(state.layers == [.help(HelpPage())])
        let command = try place(of: "Create a space", in: state)
        _ = state.update(press(column: command.column, row: command.row))
        _ = state.update(press(column: command.column, row: command.row, clicks: 2))
        #expect(state.form?.purpose == .create)
    }

    @Test func reportsOfAMouseThatIsOffDoNothing() throws {
        let before = Sample.loaded(at: "Ada Admin")
        var state = before
        for row in 0..<size.rows {
            for column in stride(from: 0, to: size.columns, by: 3) {
                #expect(state.update(press(column: column, row: row, clicks: 2)).isEmpty)
            }
        }
        #expect(state.layers.isEmpty && state.list.cursor == before.list.cursor)
    }

    @Test func aKeySwitchesItAndSaysHowToSelectText() {
        var state = Sample.loaded(at: "Ada Admin")
        #expect(state.press(Key(.function(2))) == [.setMouse(isOn: true)])
        #expect(state.isMouseOn && state.notice?.text.contains("Hold Shift") == true)
        state.press("e")
        #expect(state.press(Key(.function(2))) == [.setMouse(isOn: false)], "in a dialog, too")
        #expect(state.form != nil)
    }

    @Test func countsQuickClicksAtOnePlace() {
        var clicks = Clicks()
        let start = ContinuousClock.now
        let here = Mouse(.press, .left, at: Point(column: 3, row: 4))
        let there = Mouse(.press, .left, at: Point(column: 3, row: 5))
        #expect(clicks.count(here, at: start) == 1)
        #expect(clicks.count(Mouse(.release, .left, at: here.at), at: start) == 0)
        #expect(clicks.count(here, at: start + .milliseconds(399)) == 2)
        #expect(clicks.count(here, at: start + .milliseconds(500)) == 1, "a third one begins anew")
        #expect(clicks.count(there, at: start + .milliseconds(600)) == 1)
        #expect(clicks.count(there, at: start + .milliseconds(1000)) == 1)
    }
}
