import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// Taking access away from more than ten spaces wants their number, never a single letter.
@Suite struct TypedCountTests {
    private static func spaces(_ count: Int, isDisabled: Bool = false) -> [Space] {
        let members = [
            Sample.member("Ada Admin", .manager, id: "admin-id"), Sample.member("Grace Hopper", .editor),
        ]
        return (1...count).map { Sample.project("Space \($0)", members: members, isDisabled: isDisabled) }
    }

    private static func planned(_ count: Int, isDisabled: Bool = false, _ keys: Key...) -> State {
        var state = Sample.loaded(spaces(count, isDisabled: isDisabled))
        state.press("*")
        for key in keys { state.press(key) }
        return state
    }

    private static func begun(_ effects: [Effect]) -> BulkPlan? {
        effects.lazy.compactMap { if case .bulk(.start(_, let plan, _)) = $0 { plan } else { nil } }.first
    }

    /// The ways to a plan that takes access away, each with the count from which on it wants a number.
    private static let ways: [@Sendable (Int) -> State] = [
        { planned($0, "D") },
        { count in
            var state = planned(count, "x", "d")
            state.type("grace")
            state.press(.enter)
            return state
        },
        // The way back from restoring.
        { count in
            var state = planned(count, isDisabled: true, "R")
            guard let plan = begun(state.press("y")), let number = state.run?.number else { return state }
            for (index, item) in plan.items.enumerated() {
                var space = item.space
                space.root?.deletedState = nil
                state.receive(.bulk(.settled(number: number, index: index, .done, space)))
            }
            state.receive(.bulk(.ended(number: number)))
            state.press(.escape, "U")
            return state
        },
        // What a result did not bring about is done again.
        { count in
            var state = planned(count, "D")
            state.type(String(count))
            if begun(state.press(count > PlanPage.mostByLetter ? .enter : "y")) == nil { return state }
            guard let number = state.run?.number else { return state }
            for index in 0..<count {
                state.receive(.bulk(.settled(number: number, index: index, BulkOutcome(.failed, "No."), nil)))
            }
            state.receive(.bulk(.ended(number: number)))
            state.press("r")
            return state
        },
    ]

    @Test(arguments: ways.indices)
    func tenGoByALetter(way: Int) {
        var state = Self.ways[way](10)
        #expect(Self.begun(state.press("y"))?.items.count == 10)
    }

    @Test(arguments: ways.indices)
    func elevenGoByTheirNumberAlone(way: Int) {
        var state = Self.ways[way](11)
        for key in ["y", "Y", .enter] as [Key] { #expect(Self.begun(state.press(key)) == nil) }
        state.type("10")
        #expect(Self.begun(state.press(.enter)) == nil)
        state.retype("11")
        #expect(Self.begun(state.press(.enter))?.items.count == 11)
    }

    @Test func aLetterIsAnsweredWithWhatToType() {
        var state = Self.planned(12, "D")
        state.press("y")
        guard case .bulk(let dialog)? = state.layers.last else {
            Issue.record("no plan")
            return
        }
        #expect(dialog.hint == "y alone does nothing: type 12")
        state.press("n")
        #expect(state.layers.isEmpty && state.notice?.text == "Nothing was changed.")
    }

    @Test func theNumberMayBeWrittenAsItIsShown() {
        var state = Self.planned(1204, "D")
        state.type("1,204")
        #expect(Self.begun(state.press(.enter))?.items.count == 1204)
    }

    @Test func givingAccessGoesByALetter() {
        var state = Self.planned(12, isDisabled: true, "R")
        #expect(Self.begun(state.press("y"))?.items.count == 12)
        var quota = Self.planned(12, "x", "s")
        quota.type("20 GB")
        quota.press(.enter)
        #expect(Self.begun(quota.press("y"))?.items.count == 12)
    }

    @Test func aStrictProfileWantsTheNumberOfTwoAsBefore() {
        var state = Sample.loaded(at: "Apollo 2", of: Sample.production)
        state.press(" ", " ", "D")
        #expect(Self.begun(state.press("y")) == nil)
        state.type("2")
        #expect(Self.begun(state.press(.enter))?.items.count == 2)
    }

    @Test func aPlanOfNothingAsksForNothing() {
        var state = Self.planned(12, "P")
        state.press("y")
        guard case .bulk(let dialog)? = state.layers.last else {
            Issue.record("no plan")
            return
        }
        #expect(dialog.hint == "there is nothing to do")
    }

    @Test func aPlanOfOneSpaceTakesTheEndOfItsIdToo() {
        var state = Sample.loaded(at: "Lunar Archive")
        state.press(" ", "P")
        state.type("-archive")
        guard case .bulk(.start(_, let plan, _))? = state.press(.enter).first else {
            Issue.record("nothing was begun")
            return
        }
        #expect(plan.items.map(\.space.name) == ["Lunar Archive"])
    }
}
