import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

@Suite("Expressions that take longer than a key may")
struct ExpressionSearchTests {
    /// Five spaces whose subtitles are long enough that a search goes to the background.
    private static let spaces = (1...5).map { number in
        Space(
            id: SpaceID("store$\(number)"), name: "Space \(number)",
            subtitle: String(repeating: "a", count: 400_000) + (number == 3 ? "b" : ""))
    }

    private func typed(_ filter: String) -> (state: State, search: ListSearch?) {
        var state = Sample.loaded(Self.spaces)
        state.press("/")
        let effects = state.type(filter)
        return (state, Self.search(in: effects))
    }

    private static func search(in effects: [Effect]) -> ListSearch? {
        effects.lazy.compactMap { if case .search(let search) = $0 { search } else { nil } }.last
    }

    @Test func theKeyIsAnsweredAndTheRowsFollow() throws {
        var (state, search) = typed("/a.*b/")
        #expect(state.list.search == .underWay && state.list.shownCount == 0)
        #expect(Picture(state).description.contains("Searching…"))
        let found = try #require(search)
        state.receive(.searched(found.number, rows: found.rows()))
        #expect(state.list.search == .done && state.shownNames == ["Space 3"])
    }

    @Test func theNextKeyDropsWhatTheOneBeforeAskedFor() throws {
        var (state, search) = typed("/a.*b/")
        let first = try #require(search)
        let second = try #require(Self.search(in: state.press(Key(.backspace))))
        state.receive(.searched(first.number, rows: first.rows()))
        #expect(state.list.search == .underWay, "the answer to the first is dropped")
        state.receive(.searched(second.number, rows: second.rows()))
        #expect(state.list.search == .done)
    }

    @Test func saysThatItGaveUpAndShowsNothing() throws {
        var (state, search) = typed("/a.*b/")
        state.receive(.searched(try #require(search).number, rows: nil))
        #expect(state.list.search == .gaveUp && state.list.shownCount == 0)
        #expect(Picture(state).description.contains("Search stopped"))
        state.press(.escape)
        #expect(state.list.search == .done && state.list.shownCount == 5)
    }

    @Test func whatIsWithinReachIsFoundWithTheKey() {
        var state = Sample.loaded()
        state.press("/")
        let effects = state.type("/^mars/")
        #expect(Self.search(in: effects) == nil && state.shownNames == ["Mars Mission"])
    }
}
