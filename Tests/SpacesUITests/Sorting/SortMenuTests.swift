import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

@Suite struct SortMenuTests {
    private func keys(_ state: State) -> [SortOrder.Key] { state.list.order.keys }

    @Test func enterSortsByTheColumnAlone() {
        var state = Sample.loaded()
        state.press("O", .down, .down, .down, .enter)
        #expect(keys(state) == [.init(.used, isDescending: true)] && state.layers.isEmpty)
        state.press("O", .enter)
        #expect(keys(state) == [.init(.used, isDescending: false)], "once more turns it round")
    }

    @Test func spaceAddsAndTakesAway() {
        var state = Sample.loaded()
        state.press("O", .down, " ", .down, " ")
        #expect(keys(state).map(\.column) == [.name, .type, .state])
        state.press(.up, " ")
        #expect(keys(state).map(\.column) == [.name, .state])
        state.press(.up, " ")
        #expect(keys(state).map(\.column) == [.state])
        state.press("G", " ", .up, "+", "+", "O")
        #expect(keys(state).map(\.column) == [.state, .id, .alias] && state.layers.isEmpty)
    }

    @Test func aDigitPutsTheColumnInThatPlace() {
        var state = Sample.loaded()
        state.press("O", "G", "1")
        #expect(keys(state).map(\.column) == [.id, .name])
        state.press(.up, "2")
        #expect(keys(state).map(\.column) == [.id, .alias, .name])
        state.press("9")
        #expect(keys(state).map(\.column) == [.id, .name, .alias])
        state.press("0")
        #expect(keys(state).map(\.column) == [.id, .name, .alias])
    }

    @Test func withoutAnyColumnNamesCount() {
        var state = Sample.loaded()
        state.press("O", .down, .enter, "O", "-", "q")
        #expect(state.list.order == SortOrder())
    }

    @Test func escapeTakesBackWhatWasTried() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("O", "G", "1", "I", .escape)
        #expect(state.list.order == SortOrder() && state.layers.isEmpty)
        #expect(state.list.selected?.name == "Mars Mission")
    }

    @Test func theKeysOfTheListChangeTheFirstColumnAndKeepTheOthers() {
        var state = Sample.loaded()
        state.press("O", "G", " ", "O", ">")
        #expect(keys(state).map(\.column) == [.type, .id])
        state.press("I")
        #expect(keys(state) == [.init(.type, isDescending: true), .init(.id, isDescending: false)])
    }

    @Test func headingsNumberTheColumnsWhereSeveralCount() {
        var state = Sample.loaded()
        state.press("O", "1", "I", .down, .down, " ", "O")
        let heading = Picture(state).lines[state.layout.headings.row]
        #expect(heading.contains("NAME ▼1") && heading.contains("STATE ▲2"))
        let ascii = Picture(state, glyphs: .ascii).lines[state.layout.headings.row]
        #expect(ascii.contains("NAME v1") && ascii.contains("STATE ^2"))
    }

    @Test("Enter keeps what was changed in the menu") func enterKeepsChanges() {
        var state = Sample.loaded()
        state.press("O", "j", " ", "j", " ", .enter)
        #expect(state.layers.isEmpty && state.list.order.keys.count == 3)
    }
}
