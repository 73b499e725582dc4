import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

@Suite struct ViewTests {
    private static let full = SavedView(
        name: "Full ones", filter: "quota>80%", order: SortOrder(.usage, isDescending: true),
        columns: ColumnArrangement([.init(.name), .init(.usage), .init(.managers)]), number: 1)
    private static let views = SavedViews([full, SavedView(name: "Without managers", filter: "orphaned:")])

    private func state() -> State {
        var state = Sample.loaded()
        state.views = Self.views
        return state
    }

    @Test func aDigitAppliesAView() {
        var state = state()
        state.press("1")
        #expect(state.shownNames == ["Full House", "Video Vault", "Mars Mission"])
        #expect(Picture(state).lines[0].contains("view Full ones "))
        state.press("I")
        #expect(Picture(state).lines[0].contains("view Full ones, changed"))
        state.press("0")
        #expect(state.shownNames.count == 13 && state.columns == .standard && state.list.order == SortOrder())
        state.press("5")
        #expect(state.notice?.text == "No view has the number 5. ' shows and saves views.")
    }

    @Test func looksThroughAViewAreNotRemembered() {
        var state = state()
        #expect(state.press("1", ">", "I").isEmpty)
        #expect(state.press("0", "I") == [.remember(.order(SortOrder(.name, isDescending: true)))])
    }

    @Test("A view is not taken away by another of its name without a question", arguments: ["r", "n"])
    func asksBeforeReplacing(key: Key) {
        var state = state()
        state.press("'", .down, key)
        state.retype("Full ones")
        #expect(state.press(.enter).isEmpty && state.press("n").isEmpty)
        #expect(state.views == Self.views)
        state.press(key)
        state.retype("Full ones")
        #expect(!state.press(.enter, "y").isEmpty)
        #expect(state.views.named("Full ones")?.filter != "quota>80%")
    }

    @Test func savesTheListAsItIs() {
        var state = state()
        state.press("/")
        state.type("mars")
        state.press(.enter, "I", "'", "n")
        state.type("Rovers")
        let view = SavedView(name: "Rovers", filter: "mars", order: SortOrder(.name, isDescending: true), number: 2)
        #expect(state.press(.enter) == [.changeViews(.save(view), of: Self.views)])
        #expect(state.views.numbered(2) == view && state.viewName == "Rovers")
    }

    @Test func renamesNumbersAndDeletes() {
        var state = state()
        state.press("'", .down, "7", "r")
        state.retype("Orphans")
        state.press(.enter)
        #expect(state.views.all.map(\.name) == ["Full ones", "Orphans"] && state.views.numbered(7)?.name == "Orphans")
        state.press("1")
        #expect(state.views.numbered(1)?.name == "Orphans" && state.views.named("full ones")?.number == nil)
        #expect(state.press("d", "n").isEmpty && state.views.all.count == 2)
        #expect(!state.press("d", "y").isEmpty && state.views.all.map(\.name) == ["Full ones"])
        state.press("d", "y", "d", "y", .enter, .escape)
        #expect(state.views.all.isEmpty && state.layers.isEmpty)
    }

    @Test func aFileOfViewsIsWrittenAndReadBack() {
        let (read, problems) = SavedViews.read(Self.views.text, of: "/views.yaml")
        #expect(read == Self.views && problems.isEmpty)
    }

    @Test(
        "A mark that joins a quote to one character takes nothing from a view",
        arguments: ["\u{301}", "\"\u{301}", "\\\u{338}"])
    func readsBackMarks(text: String) {
        let views = SavedViews([SavedView(name: text + "a", filter: text + " b" + text)])
        let (read, problems) = SavedViews.read(views.text, of: "/views.yaml")
        #expect(problems.isEmpty && read == views)
        let byHand = SavedViews.read("views:\n  - name: \u{301}a\n    filter: '\u{301}''\u{301}'", of: "/views.yaml")
        #expect(byHand.problems.isEmpty && byHand.0.all.map(\.filter) == ["\u{301}'\u{301}"])
    }

    @Test func aHandMadeFileIsReadAndItsFaultsAreTold() {
        let text = """
            views:
              - name: Big  # and slow
                sort: used desc
                colums: name, used
              - filter: mars
                number: 12
              - name: 'It''s mine'
                columns: [name, used=12]
                number: 3
            other: x
            """
        let (read, problems) = SavedViews.read(text, of: "/v.yaml")
        #expect(read.all.map(\.name) == ["Big", "It's mine"] && read.numbered(3)?.columns.width(of: .used) == 12)
        #expect(read.named("big")?.order == SortOrder(.used, isDescending: true))
        #expect(
            problems.map(\.description) == [
                "/v.yaml:4: a view has no colums; did you mean columns?", "/v.yaml:6: a number is one of 1 to 9",
                "/v.yaml:10: a file of views begins with views: and has nothing else at the edge",
                "/v.yaml: a view without a name (filter \"mars\") is left out",
            ])
    }

    @Test func aViewToBeginWithGoesBeforeWhatIsRemembered() {
        var state = Sample.empty()
        state.views = Self.views
        state.begin(with: Self.full)
        _ = state.start()
        state.receive(
            .recalled(Remembered(order: SortOrder(.id), pins: [Sample.mars.id]), problems: []),
            .spacesLoaded(SpaceCatalog(Sample.spaces), unreadable: [], generation: 1))
        #expect(state.shownNames == ["Mars Mission", "Full House", "Video Vault"], "pinned ones stay at the top")
        state.press("0")
        #expect(state.list.order == SortOrder(.id))
    }
}
