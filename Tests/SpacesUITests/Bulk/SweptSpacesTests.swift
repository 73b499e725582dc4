import SpacesModel
import Terminal
import TestSupport
import Testing
import Widgets

@testable import SpacesUI

/// Spaces that are no projects are part of an action on many only where the person named them.
@Suite struct SweptSpacesTests {
    private func state(filter: String = "", size: Size = Size(columns: 120, rows: 40)) -> State {
        var state = Sample.loaded(size: size)
        if !filter.isEmpty { state.filter(filter) }
        return state
    }

    private func plan(_ state: State) throws -> BulkPlan {
        guard case .bulk(let dialog)? = state.layers.last, case .plan(let page) = dialog.step else {
            Issue.record("no plan: \(state.layers)")
            throw NoPlan()
        }
        return page.plan
    }

    private struct NoPlan: Error {}

    private func names(_ plan: BulkPlan) -> Set<String> { Set(plan.items.map(\.space.name)) }

    private let homes: Set = ["Ada Admin", "Alan Turing"]

    // MARK: How they were marked

    /// All ways to mark without looking at each.
    // swift-format-ignore
    @Test(arguments: [["*"], ["~"], ["g", "v", "G", "v"], ["g", "v", "G"]] as [[Key]])
    func whatIsSweptAlongIsLeftOutUntilItIsAskedFor(keys: [Key]) throws {
        var state = state()
        for key in keys { state.press(key) }
        state.press("D")
        let first = try plan(state)
        #expect(names(first).isDisjoint(with: homes) && Set(first.aside.map(\.name)) == homes)
        #expect(first.skipped.filter { homes.contains($0.space.name) }.map(\.reason).allSatisfy {
            $0 == "not a project: included only on request"
        })
        state.press("p")
        let all = try plan(state)
        #expect(names(all).isSuperset(of: homes) && all.items.count == first.items.count + 2 && all.aside.isEmpty)
        #expect(all.skipped.count == first.skipped.count - 2)
        state.press("p")
        #expect(try plan(state) == first, "the same key takes them out again")
    }

    @Test func oneMarkedByItselfIsMeant() throws {
        var state = state()
        state.select("Alan Turing")
        state.press(" ", "*", "D")
        #expect(try plan(state).aside.map(\.name) == ["Ada Admin"])
        #expect(try names(plan(state)).contains("Alan Turing"))
    }

    @Test func aMarkThatIsSetAgainByItselfIsMeant() throws {
        var state = state()
        state.press("*")
        state.select("Alan Turing")
        state.press(" ")
        state.select("Alan Turing")
        state.press(" ", "D")
        #expect(try plan(state).aside.map(\.name) == ["Ada Admin"])
    }

    @Test func theOneUnderTheCursorIsMeant() throws {
        var state = Sample.loaded(at: "Alan Turing")
        state.press("x", "D")
        #expect(try names(plan(state)) == ["Alan Turing"])
    }

    @Test(arguments: ["type:personal", "!type:project", "type:personal,project"])
    func whatTheFilterNamesIsMeant(filter: String) throws {
        var state = state(filter: filter)
        state.press("*", "D")
        #expect(try names(plan(state)).isSuperset(of: homes) && plan(state).aside.isEmpty)
    }

    @Test func marksSetUnderAFilterThatNamesThemStayMeantWithoutIt() throws {
        var state = state(filter: "type:personal")
        state.press("*", .escape, "*", "D")
        #expect(try plan(state).aside.isEmpty && names(plan(state)).isSuperset(of: homes))
    }

    @Test func aFilterThatNamesThemLaterMeansThemToo() throws {
        var state = state()
        state.press("*")
        state.filter("type:personal")
        state.press("D")
        #expect(try names(plan(state)) == homes)
        #expect(try plan(state).hidden.count == state.list.marks.hiddenCount)
    }

    /// Whatever is marked, unmarked and filtered, in any order: who never pointed at a home never acts on one.
    @Test(arguments: 1...40)
    func nobodyIsSweptAlongByAnyKeys(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var state = state()
        for _ in 0..<60 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: state.press("*")
            case 1: state.press("~")
            case 2: state.press("v")
            case 3: state.press(.down, .down, .down)
            case 4: state.press(.up, .up)
            case 5:
                state.filter(
                    ["a", "modified>1d", "!shares", "type:project", "quota>0"].randomElement(using: &random) ?? "")
            case 6: state.press(.escape, .escape)
            default: if state.list.selected?.type == .project { state.press(" ") } else { state.press("u") }
            }
        }
        #expect(state.list.marks.named.isSubset(of: state.list.marks.ids), "seed \(seed)")
        state.press(.escape, .escape, "*", "D")
        let plan = try plan(state)
        #expect(names(plan).isDisjoint(with: homes) && Set(plan.aside.map(\.name)) == homes, "seed \(seed)")
        #expect(plan.items.count + plan.skipped.count == state.list.marks.count, "seed \(seed)")
    }

    @Test func aLoadedListKeepsHowTheyWereMarked() throws {
        var state = state()
        state.select("Alan Turing")
        state.press(" ", "*")
        state.receive(.spacesLoaded(SpaceCatalog(Sample.spaces.reversed()), unreadable: [], generation: 1))
        state.press("D")
        #expect(try plan(state).aside.map(\.name) == ["Ada Admin"])
    }

    // MARK: What a plan says

    @Test func onlyThoseThatCouldBeChangedAreAskedAbout() throws {
        var state = state()
        state.press("*", "R")
        #expect(try plan(state).aside.isEmpty, "no personal space is disabled")
        #expect(
            try plan(state).skipped.contains { $0.space.name == "Alan Turing" && $0.reason.contains("not disabled") })
        let shares = try plan(state).skipped.filter { [.virtual, .mountpoint].contains($0.space.type) }
        #expect(shares.count == 2, "shares can never be changed")
    }

    @Test func numbersInNewNamesCountWhatIsTakenIn() throws {
        let pattern = try RenamePattern(find: "", replacement: "Team {n}")
        let swept = Set(Sample.spaces.filter { $0.type == .personal }.map(\.id))
        let home = try #require(Sample.spaces.first { $0.type == .personal })
        var targets = BulkTargets([home, Sample.mars], swept: swept)
        let rules = BulkPlan.Rules(
            access: Access(account: Sample.admin, permissions: Sample.allPermissions), maximumQuota: nil)
        #expect(BulkPlan(.rename(pattern), for: targets, rules: rules).items.map(\.after) == ["Team 1"])
        targets.includesSwept = true
        #expect(BulkPlan(.rename(pattern), for: targets, rules: rules).items.map(\.after) == ["Team 1", "Team 2"])
    }

    @Test func includingThemForgetsTheNumberThatWasTyped() throws {
        var state = state()
        state.press("*", "D")
        state.type("11")
        state.press("p")
        guard case .bulk(let dialog)? = state.layers.last, case .plan(let page) = dialog.step else {
            Issue.record("no plan")
            return
        }
        #expect(page.typed.isEmpty)
    }

    @Test func whatIsNotMeantIsNotInTheFormsEither() {
        var state = state()
        state.press("*", "x")
        guard case .bulk(let dialog)? = state.layers.last else {
            Issue.record("no menu")
            return
        }
        #expect(state.spaces(of: dialog).allSatisfy { $0.type != .personal })
        #expect(state.sweptSpaces(of: dialog).map(\.name).sorted() == homes.sorted())
    }

    @Test func aPlanOfNothingElseStillAsks() throws {
        var state = state(filter: "turing type:p")
        state.press("u")
        state.filter("alan")
        state.press("*", "D")
        let aside = try plan(state).aside.map(\.name)
        #expect(aside.contains("Alan Turing"))
        state.press("p")
        #expect(try names(plan(state)).contains("Alan Turing"))
    }

    @Test func resultsTellTheTypes() throws {
        let rules = BulkPlan.Rules(
            access: Access(account: Sample.admin, permissions: Sample.allPermissions), maximumQuota: nil)
        let home = try #require(Sample.spaces.first { $0.name == "Alan Turing" })
        let plan = BulkPlan(.disable, for: BulkTargets([Sample.mars, home], swept: [home.id]), rules: rules)
        let lines = ResultTable.text(of: BulkRun(number: 1, plan: plan, begun: Sample.now)).split(separator: "\r\n")
        #expect(lines.map { $0.split(separator: ",")[2] } == ["type", "project", "personal"])
    }

    // MARK: What a key marked

    @Test func aKeyThatMarksManyTellsHowMany() {
        var state = state()
        state.press("*")
        #expect(
            state.notice?.text
                == "Marked all 13 spaces; no filter is set. Plans leave out 2 personal spaces unless you include them.")
        state.press("u")
        state.filter("apollo")
        state.press("*")
        #expect(state.notice?.text == "Marked 2 spaces that “apollo” finds.")
        state.press("~")
        #expect(state.notice?.text == "Marked now: 0 spaces.")
        state.press("g", "v", "j", "v")
        #expect(state.notice?.text == "Marked 2 spaces.")
    }

    @Test func afterTheFilterIsClearedTheCountIsThatOfAll() {
        var state = state(filter: "apollo")
        state.press(.escape, "*")
        #expect(state.notice?.text.hasPrefix("Marked all 13 spaces; no filter is set.") == true)
    }

    @Test(arguments: ["e", "M", "o", "b"] as [Key])
    func aKeyThatIsAboutOneSpaceSaysSo(key: Key) {
        var state = Sample.loaded(at: "Apollo 10")
        state.press(" ")
        state.select("Mars Mission")
        state.press(" ")
        state.select("Mars Mission")
        state.press(key)
        #expect(
            state.notice?.text.hasSuffix("Only Mars Mission, under the cursor; x acts on 2 marked spaces.") == true,
            "\(state.notice?.text ?? "nothing")")
    }

    @Test func whatItSaysStaysWhenTheBrowserHasTheAddress() throws {
        var state = Sample.loaded(at: "Apollo 10")
        state.hasBrowser = true
        state.press(" ")
        state.select("Mars Mission")
        state.press("o")
        #expect(state.notice?.text.hasPrefix("Opening Mars Mission in the browser… Only Mars Mission") == true)
        state.receive(.opened(try #require(WebAddress(of: Sample.mars))))
        #expect(
            state.notice?.text
                == "Opened Mars Mission in the browser. Only Mars Mission, under the cursor; x acts on 1 marked space."
        )
    }

    @Test func withoutOtherMarksItNeedNotBeSaid() {
        var state = Sample.loaded(at: "Mars Mission")
        state.press("e")
        #expect(state.notice == nil)
        state.press(.escape, " ")
        state.select("Mars Mission")
        state.press("e")
        #expect(state.notice == nil)
    }
}

extension State {
    /// Types a filter and keeps it.
    mutating func filter(_ text: String) {
        press("/")
        retype(text)
        press(.enter)
    }
}
