import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// What a plan includes, and why it leaves spaces out.
@Suite struct BulkPlanTests {
    private func plan(
        _ action: BulkAction, _ spaces: [Space] = Sample.spaces, permissions: Permissions = Sample.allPermissions,
        maximum: ByteCount? = nil
    ) -> BulkPlan {
        BulkPlan(
            action, for: BulkTargets(spaces),
            rules: .init(access: Access(account: Sample.admin, permissions: permissions), maximumQuota: maximum))
    }

    private func reasons(_ plan: BulkPlan) -> [String: String] {
        Dictionary(uniqueKeysWithValues: plan.skipped.map { ($0.space.name, $0.reason) })
    }

    @Test func everySpaceIsEitherChangedOrLeftOutWithAReason() {
        let actions: [BulkAction] = [
            .setQuota(.unlimited), .changeQuota(percent: -10), .quotaAtLeast(Sample.gigabytes(20)), .disable, .restore,
            .purge,
        ]
        for action in actions {
            let plan = plan(action)
            #expect(plan.items.count + plan.skipped.count == Sample.spaces.count)
            #expect(plan.skipped.allSatisfy { !$0.reason.isEmpty })
        }
    }

    @Test func quotasAreLeftOutWhereTheyAreSoAlreadyDisabledOrNobodysToSet() {
        let reasons = reasons(plan(.setQuota(.bytes(Sample.gigabytes(5)))))
        #expect(reasons["Full House"] == "it is 5 GB already")
        #expect(reasons["Lunar Archive"] == "disabled: restore it first")
        #expect(reasons["Shares"]?.contains("cannot be changed") == true)
    }

    @Test func aQuotaBelowWhatIsUsedIsWarnedAbout() throws {
        let item = try #require(plan(.setQuota(.bytes(Sample.gigabytes(1))), [Sample.mars]).items.first)
        #expect(item.warning == "less than the 8.2 GB used")
    }

    @Test func aQuotaAboveTheLargestOfTheServerIsLeftOut() {
        let plan = plan(.changeQuota(percent: 100), [Sample.mars], maximum: Sample.gigabytes(15))
        #expect(plan.items.isEmpty && plan.skipped.first?.reason == "this server allows at most 15 GB")
    }

    @Test func withoutPermissionNothingIsPlanned() {
        let plan = plan(.setQuota(.unlimited), permissions: Permissions([.listAll]))
        #expect(plan.items.isEmpty)
        #expect(reasons(plan)["Mars Mission"] == "this account may not change this space")
    }

    @Test func namesThatWouldBeTooLongAreLeftOut() throws {
        let pattern = try RenamePattern(find: "", replacement: String(repeating: "é", count: 120) + "{name}{n}")
        let plan = plan(.rename(pattern), [Sample.project("A"), Sample.project("Twenty letters and more")])
        #expect(plan.items.count == 1)
        #expect(plan.skipped.first?.reason.contains("at most 255 are allowed") == true)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("", "{name} 2026", "Mars", "Mars 2026"), ("", "Team {n}", "Mars", "Team 03"), ("a", "o", "Banana", "Bonono"),
        (#"^(\w+) (\w+)$"#, "$2 $1", "Mars Mission", "Mission Mars"), ("x", "y", "Mars", "Mars"),
        ("Mars", "$9 costs $", "Mars", "$9 costs $"),
    ])
    func renames(find: String, replacement: String, name: String, result: String) throws {
        #expect(try RenamePattern(find: find, replacement: replacement).name(for: name, number: 3, of: 12) == result)
    }

    @Test(arguments: [("", "same"), ("(", "x"), ("[a", "x")])
    func refusesPatternsThatMakeNoSense(find: String, replacement: String) {
        #expect(throws: RenamePattern.Problem.self) { try RenamePattern(find: find, replacement: replacement) }
    }

    @Test("Spaces of one name are told apart by the end of their ids") func twins() {
        var plan = plan(.setQuota(.unlimited), [Sample.mars, Sample.project("Lone")])
        var twin = Sample.mars
        twin.id = SpaceID("store$another")
        plan.tellTwinsApart(among: [Sample.mars, twin, Sample.project("Lone")])
        #expect(plan.items.map(\.label) == ["Mars Mission (…-mission)", "Lone"])
    }

    @Test("Esc on a plan goes back to what was typed") func goesBack() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("x", "s")
        state.type("20 GB")
        state.press(.enter, .escape)
        guard case .bulk(let dialog)? = state.layers.last, case .value(let form) = dialog.step else {
            Issue.record("\(state.layers)")
            return
        }
        #expect(form.field.text == "20 GB")
        state.press(.enter, "n")
        #expect(state.layers.isEmpty && state.notice?.text == "Nothing was changed.")
    }

    // MARK: Doing it again

    private func again(_ action: BulkAction, after plan: BulkPlan, with now: Space) -> BulkPlan {
        BulkPlan(
            action, again: plan.items, title: plan.title,
            rules: .init(access: Access(account: Sample.admin, permissions: Sample.allPermissions), maximumQuota: nil)
        ) { _ in now }
    }

    private var enlarged: Space {
        var space = Sample.mars
        space.quota = Quota(limit: .bytes(Sample.gigabytes(50)), used: space.quota?.used)
        return space
    }

    @Test func whatCountsFromTheValueThatIsThereIsMadeUpAnew() {
        let least = BulkAction.quotaAtLeast(Sample.gigabytes(20))
        let enough = again(least, after: plan(least, [Sample.mars]), with: enlarged)
        #expect(enough.items.isEmpty && enough.skipped.map(\.reason) == ["it has as much already"])
        let percent = BulkAction.changeQuota(percent: 10)
        let raised = again(percent, after: plan(percent, [Sample.mars]), with: enlarged).items
        #expect(raised.map(\.before) == ["50 GB"] && raised.map(\.after) == ["55 GB"])
    }

    @Test func aValueOfSomeoneElseIsToldBeforeItIsOverwritten() {
        let set = BulkAction.setQuota(.bytes(Sample.gigabytes(20)))
        let items = again(set, after: plan(set, [Sample.mars]), with: enlarged).items
        #expect(items.map(\.before) == ["50 GB"] && items.map(\.after) == ["20 GB"])
        #expect(items.map(\.warning) == ["someone else changed it meanwhile"])
        let same = again(set, after: plan(set, [Sample.mars]), with: Sample.mars).items
        #expect(same.map(\.before) == ["10 GB"] && same.map(\.warning) == [nil])
    }

    // MARK: Marks

    @Test func aRangeMarksAllThatItReachesOverInBothDirections() {
        var state = Sample.loaded()
        state.press("j", "j", "v", "k", "k")
        #expect(state.markLabel == "range of 3")
        state.press("v")
        #expect(state.list.marks.count == 3 && state.markLabel == "3 marked")
        state.press("u")
        #expect(state.list.marks.isEmpty && state.markLabel.isEmpty)
    }

    @Test func marksStayByIdAndVanishWithTheirSpaces() {
        var state = Sample.loaded()
        state.press("*")
        state.receive(.spacesLoaded(SpaceCatalog([Sample.mars]), unreadable: [], generation: 1))
        #expect(state.list.marks.ids == [Sample.mars.id])
        state.press("~")
        #expect(state.list.marks.isEmpty)
    }

    @Test func escapeLeavesARangeWithoutMarking() {
        var state = Sample.loaded()
        state.press("v", "j", .escape)
        #expect(state.list.marks.isEmpty && state.list.marks.rangeStart == nil)
    }

    @Test func aRefreshUnderAnOpenPlanChangesNothingOfIt() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(" ", "D")
        state.receive(.spacesLoaded(SpaceCatalog([Sample.project("Other")]), unreadable: [], generation: 1))
        let effects = state.press("y")
        guard case .bulk(.start(_, let plan, _))? = effects.first else {
            Issue.record("nothing was begun: \(effects)")
            return
        }
        #expect(plan.items.map(\.space) == [Sample.mars])
    }

    @Test func readOnlyRefusesToOpenActions() {
        var state = Sample.loaded(at: "Mars Mission", of: Sample.audit)
        #expect(state.press(" ", "x").isEmpty)
        #expect(state.layers.isEmpty && state.notice?.text.contains("read-only") == true)
    }

    @Test func aSecondRunWaitsForTheFirst() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press(" ", "D", "y", .escape)
        #expect(state.notice?.text == "The run goes on; X shows it again.")
        state.press("x")
        #expect(state.notice?.text == "A run is still under way; X shows it.")
        #expect(state.press("q").isEmpty && state.notice?.text.contains("again quits") == true)
        #expect(state.press("q") == [.quit])
    }
}
