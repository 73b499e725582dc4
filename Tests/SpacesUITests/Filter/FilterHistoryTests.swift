import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

@Suite struct FilterHistoryTests {
    private func state(_ filters: String...) -> State {
        var state = Sample.loaded()
        state.receive(.recalled(Remembered(filters: filters), problems: []))
        return state
    }

    @Test func theArrowsGoBackThroughEarlierFilters() {
        var state = state("mars", "apollo", "vault")
        state.press("/", .up)
        #expect(state.filterField?.text == "mars" && state.shownNames == ["Mars Mission"])
        state.press(.up, .up, .up, .up)
        #expect(state.filterField?.text == "vault")
        state.press(.down, .down)
        #expect(state.filterField?.text == "mars")
        state.press(.down)
        #expect(state.filterField?.text == "" && state.shownNames.count == 13)
    }

    @Test func theFilterInUseIsWhereGoingBackBegins() {
        var state = state("mars", "apollo")
        state.press("/", .up, .enter, "/", .up)
        #expect(state.filterField?.text == "apollo")
        state.press(.down, .down)
        #expect(state.filterField?.text == "mars", "below it the list moves")
    }

    @Test func forATextOfItsOwnTheArrowsMoveTheList() {
        var state = state("mars")
        state.press("/")
        state.type("apollo")
        state.press(.down, .up, .down)
        #expect(state.filterField?.text == "apollo" && state.list.selected?.name == "Apollo 10")
    }

    @Test func enterKeepsAFilterOnceAndAtTheFront() {
        var state = state("mars", "apollo")
        state.press("/")
        state.type("apollo")
        #expect(state.press(.enter) == [.remember(.filter("apollo"))])
        #expect(state.filterHistory == ["apollo", "mars"])
        #expect(state.press("/", .enter).isEmpty, "it is the first already")
    }

    @Test func theFilterStaysWhenTheListIsLoadedAnew() {
        var state = state()
        state.press("/")
        state.type("apollo")
        state.press(.enter, .control("r"))
        state.receive(.spacesLoaded(SpaceCatalog(Sample.spaces.reversed()), unreadable: [], generation: 2))
        #expect(state.shownNames == ["Apollo 2", "Apollo 10"])
        #expect(Picture(state).lines[1].hasPrefix(" / apollo") && Picture(state).lines[1].contains("2 of 13"))
    }
}
