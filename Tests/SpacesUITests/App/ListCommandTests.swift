import Widgets
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// What each key of the list does to the state, and what it asks for.
@Suite struct ListCommandTests {
    @Test func startsByLoadingListAndAccount() {
        var state = Sample.empty()
        #expect(state.start() == [.recall, .loadSpaces(generation: 1), .loadAccount])
        #expect(state.connection == .loading(arrived: 0))
    }

    // swift-format-ignore
    static let effects: [(Key, [Effect])] = [
        (.control("r"),     [.loadSpaces(generation: 2)]),
        (Key(.function(5)), [.loadSpaces(generation: 2)]),
        ("m",               [.loadSpaces(generation: 2, scope: .mine)]),
        ("T",               [.loadThemes]),
        (.control("l"),     [.redraw]),
        (.control("z"),     [.suspend]),
        ("J",               [.readJournal]),
        ("i",               [.loadImage(Sample.mars)]),
        (Key(.function(2)), [.setMouse(isOn: true)]),
        ("q",               [.quit]),
        (.control("c"),     [.quit]),
    ]

    @Test(arguments: effects)
    func asksForEffect(key: Key, effects: [Effect]) {
        var state = Sample.loaded(at: "Mars Mission")
        #expect(state.press(key) == effects)
    }

    /// Keys of what is remembered of the list; their tests are those of `Remembered`.
    private static let remembering: Set<Command> = [.sortByPrevious, .sortByNext, .invertSort, .togglePin]

    @Test func everyOtherKeyOfTheListAsksForNothing() {
        let asking = Set(Self.effects.map(\.0))
        for binding in Keymap.standard.bindings where !Self.remembering.contains(binding.command) {
            for key in binding.keys where !asking.contains(key) {
                var state = Sample.loaded(at: "Mars Mission")
                #expect(state.press(key).isEmpty, "\(key.name)")
            }
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        (Key(.up), 4), ("k", 4), (.control("p"), 4), (Key(.down), 6), ("j", 6), (.control("n"), 6),
        (Key(.pageUp), 0), (.control("b"), 0), (Key(.pageDown), 12), (.control("f"), 12),
        (.control("u"), 2), (.control("d"), 8), ("g", 0), (Key(.home), 0), ("G", 12), (Key(.end), 12),
    ] as [(Key, Int)])
    func movesTheCursor(key: Key, row: Int) {
        // 24 rows hold ten lines of list above the pane, less the headings: pages of seven or eight.
        var state = Sample.loaded(size: Size(columns: 120, rows: 12))
        state.press("g", "j", "j", "j", "j", "j")
        #expect(state.layout.listRows == 8)
        state.press(key)
        #expect(state.list.cursor == row)
    }

    @Test(arguments: ["k", "g", Key(.pageUp)] as [Key])
    func staysAtTheFirstSpace(key: Key) {
        var state = Sample.loaded()
        state.press(key)
        #expect(state.list.cursor == 0)
    }

    @Test func movesThroughAnEmptyListWithoutHarm() {
        var state = Sample.loaded([])
        for binding in Keymap.standard.bindings where binding.command.isMotion {
            for key in binding.keys { #expect(state.press(key).isEmpty) }
        }
        #expect(state.list.selected == nil && state.list.cursor == 0)
    }

    @Test func keepsTheCursorOnTheScreen() {
        var state = Sample.loaded(size: Size(columns: 40, rows: 8))
        let height = state.layout.listRows
        for _ in 0..<20 {
            state.press("j")
            #expect((state.list.top..<state.list.top + height).contains(state.list.cursor))
        }
        state.receive(.resized(Size(columns: 40, rows: 6)))
        #expect((state.list.top..<state.list.top + state.layout.listRows).contains(state.list.cursor))
        for _ in 0..<20 {
            state.press("k")
            #expect((state.list.top..<state.list.top + state.layout.listRows).contains(state.list.cursor))
        }
    }

    // MARK: Filter

    @Test func filtersAsOneTypes() {
        var state = Sample.loaded()
        state.press("/")
        #expect(state.type("apollo 1").isEmpty)
        #expect(state.shownNames == ["Apollo 10"])
        state.press(Key(.backspace), Key(.backspace))
        #expect(state.shownNames == ["Apollo 2", "Apollo 10"])
    }

    @Test func enterKeepsTheFilterAndEscapeClearsIt() {
        var state = Sample.loaded()
        state.press("/")
        state.type("apollo")
        state.press(.enter)
        #expect(state.filterField == nil && state.list.shownCount == 2)
        state.press("/")
        #expect(state.filterField?.text == "apollo")
        state.press(.escape)
        #expect(state.filterField == nil && state.list.filter.isEmpty && state.list.shownCount == 13)
    }

    @Test func escapeInTheListClearsTheFilter() {
        var state = Sample.loaded()
        state.press("/")
        state.type("apollo")
        state.press(.enter, .escape)
        #expect(state.list.filter.isEmpty)
        #expect(state.press(.escape).isEmpty && state.notice == nil)
    }

    @Test func enterChoosesWhatWasFoundAndEscapeGoesBack() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("/")
        state.type("vault")
        state.press(.escape)
        #expect(state.list.selected?.name == "Mars Mission", "it was only looked for")
        state.press("/")
        state.type("vault")
        state.press(.enter, .escape)
        #expect(state.list.selected?.name == "Video Vault", "what was found stays selected without the filter")
    }

    @Test func lettersInTheFilterAreNoCommands() {
        var state = Sample.loaded()
        state.press("/")
        #expect(state.type("qeDRPn?").isEmpty)
        #expect(state.filterField?.text == "qeDRPn?" && state.layers.isEmpty)
    }

    @Test func arrowsMoveWhileFiltering() {
        var state = Sample.loaded()
        state.press("/")
        state.type("apollo")
        state.press(.down, .up, .down)
        #expect(state.list.selected?.name == "Apollo 10" && state.filterField?.text == "apollo")
    }

    // MARK: Order and pane

    @Test func sortsRoundAllColumns() {
        var state = Sample.loaded()
        var seen: [Column] = []
        for _ in state.columns.shown {
            seen.append(state.list.order.column)
            state.press(">")
        }
        #expect(seen == ColumnArrangement.standard.shown && state.list.order.column == .name)
        state.press("<")
        #expect(state.list.order == SortOrder(.modified, isDescending: true))
        state.press("I")
        #expect(state.list.order == SortOrder(.modified, isDescending: false))
    }

    @Test func hidesAndShowsThePane() {
        var state = Sample.loaded()
        state.press("w")
        #expect(state.layout.detail == nil)
        state.press("w")
        #expect(state.layout.detail != nil)
    }

    @Test func aNoticeStaysUntilTheNextKey() {
        var state = Sample.loaded(at: "Shares")
        state.press("D")
        #expect(state.notice?.level == .warning)
        state.receive(.cursorRested, .linkChanged(isSlow: true), .resized(Size(columns: 90, rows: 30)))
        #expect(state.notice != nil)
        state.press("j")
        #expect(state.notice == nil)
    }

    @Test("Tab goes from one completion to the next") func completesInTurn() {
        var state = Sample.loaded()
        state.press("/")
        state.type("state:")
        state.press(.tab)
        let first = state.filterField?.text
        state.press(.tab)
        let second = state.filterField?.text
        #expect(first == "state:normal" && second == "state:nearing")
    }
}
