import SpacesModel
import Testing

@testable import SpacesUI

/// The cursor belongs to a space and not to a line.
@Suite struct SpaceListTests {
    private func list(at name: String) -> SpaceList {
        var list = SpaceList()
        list.show(SpaceCatalog(Sample.spaces))
        while list.selected?.name != name, list.cursor < list.shownCount - 1 { list.move(by: 1) }
        return list
    }

    @Test(arguments: Column.allCases, [false, true])
    func sortingKeepsTheCursorOnItsSpace(column: Column, isDescending: Bool) {
        var list = list(at: "Mars Mission")
        list.sort(by: SortOrder(column, isDescending: isDescending))
        #expect(list.selected?.name == "Mars Mission")
    }

    @Test func filteringKeepsTheCursorWhereTheSpaceIsShown() {
        var list = list(at: "Apollo 10")
        list.filter(by: "apollo")
        #expect(list.cursor == 1 && list.selected?.name == "Apollo 10")
    }

    @Test func theCursorComesBackWhenTheFilterGoes() {
        var list = list(at: "Mars Mission")
        list.filter(by: "apollo")
        #expect(list.selected?.name == "Apollo 2")
        list.filter(by: "nothing")
        #expect(list.selected == nil && list.shownCount == 0 && list.totalCount == 13)
        list.filter(by: "")
        #expect(list.selected?.name == "Mars Mission")
    }

    @Test func movingInAFilteredListChoosesAnew() {
        var list = list(at: "Mars Mission")
        list.filter(by: "apollo")
        list.move(by: 1)
        list.filter(by: "")
        #expect(list.selected?.name == "Apollo 10")
    }

    @Test func loadingAnewKeepsTheCursor() {
        var list = list(at: "Mars Mission")
        list.show(SpaceCatalog([Sample.project("Aaa")] + Sample.spaces.reversed()))
        #expect(list.selected?.name == "Mars Mission")
    }

    @Test func whenItsSpaceIsGoneTheCursorStaysAtItsLine() {
        var list = list(at: "Mars Mission")
        let line = list.cursor
        list.show(SpaceCatalog(Sample.spaces.filter { $0.name != "Mars Mission" }))
        #expect(list.cursor == line && list.selected?.name == "Open Ended")
        list.show(SpaceCatalog([Sample.project("Only")]))
        #expect(list.cursor == 0 && list.selected?.name == "Only")
        list.show(.empty)
        #expect(list.cursor == 0 && list.selected == nil)
    }

    @Test func aDeletedSpaceIsNotChasedByTheCursor() {
        var list = list(at: "Mars Mission")
        list.show(SpaceCatalog(Sample.spaces.filter { $0.name != "Mars Mission" }))
        let line = list.selected?.name
        list.sort(by: SortOrder(.name, isDescending: true))
        #expect(list.selected?.name == line)
    }

    @Test func anExpectedSpaceGetsTheCursorWhenItArrives() {
        var list = list(at: "Mars Mission")
        let new = Sample.project("New")
        list.expect(new.id)
        list.show(SpaceCatalog(Sample.spaces + [new]))
        #expect(list.selected?.name == "New")
    }

    // swift-format-ignore
    @Test(arguments: [(-99, 0), (99, 12), (3, 3), (0, 0)])
    func movingIsHeldAtBothEnds(lines: Int, row: Int) {
        var list = list(at: "Ada Admin")
        list.move(by: lines)
        #expect(list.cursor == row)
    }

    @Test func scrollsNoFurtherThanNeeded() {
        var list = list(at: "Ada Admin")
        list.move(to: 4)
        list.scroll(toFit: 5)
        #expect(list.top == 0)
        list.move(to: 5)
        list.scroll(toFit: 5)
        #expect(list.top == 1)
        list.move(to: 12)
        list.scroll(toFit: 5)
        #expect(list.top == 8)
        list.scroll(toFit: 20)
        #expect(list.top == 0, "no empty lines while there are spaces above")
    }
}
