import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

@Suite struct ColumnChooserTests {
    private func heading(_ state: State) -> String { Picture(state).lines[state.layout.headings.row] }

    @Test func hidesAndShowsAtOnce() {
        var state = Sample.loaded()
        #expect(heading(state).contains("STATE"))
        state.press("C", .down, .down, " ")
        #expect(!heading(state).contains("STATE"))
        state.press(" ")
        #expect(heading(state).contains("STATE"))
    }

    @Test func theNameStaysWhereItIs() {
        var state = Sample.loaded()
        state.press("C", " ", "J", .down, "K", .enter)
        #expect(state.columns == .standard)
    }

    @Test func movesColumns() {
        var state = Sample.loaded()
        state.press("C", "j", "J", "J", .enter)
        #expect(state.columns.shown.prefix(4) == [.name, .state, .used, .type])
        #expect(state.notice?.text.hasPrefix("The columns are name, state, used, type") == true)
    }

    @Test func setsWidthsFromWhatIsSeen() {
        var state = Sample.loaded()
        let before = state.columnLayout(width: state.layout.list.columns).places.first?.width ?? 0
        state.press("C", "-", "-", .right)
        let name = state.columnLayout(width: state.layout.list.columns).places.first
        #expect(name?.width == state.columns.width(of: .name) && state.columns.width(of: .name) == before - 1)
        state.press("=")
        #expect(state.columns == .standard)
    }

    @Test func escapeTakesBackAndRResets() {
        var state = Sample.loaded()
        state.press("C", "G", " ", .escape)
        #expect(state.columns == .standard && state.layers.isEmpty)
        state.press("C", "G", " ", .enter, "C", "r", .enter)
        #expect(state.columns == .standard)
    }

    @Test func sortsOnlyThroughColumnsThatAreShown() {
        var state = Sample.loaded()
        state.columns = ColumnArrangement([.init(.name), .init(.owner), .init(.used)])
        state.press(">")
        #expect(state.list.order.column == .owner)
        state.press(">", ">")
        #expect(state.list.order.column == .name)
    }

    @Test func pansAsFarAsThereAreColumns() {
        var state = Sample.loaded(size: Size(columns: 80, rows: 24))
        #expect(heading(state).hasSuffix("›") && !heading(state).contains("MEMBERS"))
        state.press(.right, "l", .right, .right, .right, .right, .right)
        #expect(heading(state).contains("MEMBERS") && heading(state).contains("‹") && !heading(state).contains("›"))
        state.press("h", .left, .left, .left, .left, .left, .left)
        #expect(heading(state).hasSuffix("›") && !heading(state).contains("‹"))
    }

    @Test func aWideScreenHasNothingToPan() {
        var state = Sample.loaded(size: Size(columns: 240, rows: 24))
        state.press("l")
        #expect(state.notice?.text == "All columns are in sight. C chooses others.")
    }
}
