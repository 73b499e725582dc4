import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// The members of a space: what the keys do, what is sent, and what becomes of the answer.
@Suite struct MembersDialogTests {
    private func managed(_ listing: MemberListing = Sample.listing) -> State {
        var state = Sample.loaded(at: "Mars Mission")
        state.openMembers(listing)
        return state
    }

    /// Moves the cursor to a member by name.
    private func select(_ name: String, _ state: inout State) throws {
        let row = try #require(state.members?.rows.firstIndex { $0.identity.displayName == name })
        state.press("g")
        for _ in 0..<row { state.press("j") }
        #expect(state.members?.current?.identity.displayName == name)
    }

    // MARK: Opening

    @Test func aManagerGetsTheMembersFromTheServer() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.access.account = Account(id: "Marie Curie", displayName: "Marie Curie", userName: "marie")
        let effects = state.press("M")
        #expect(effects == [.members(.load(Sample.mars.id, number: 1))])
        #expect(state.members?.status == .loading && state.members?.listing.members.count == 5)
        state.press("a")
        #expect(state.members?.step == .browsing)
        #expect(state.members?.message?.text == "The members are still being loaded.")
        state.receive(.members(.loaded(.success(MemberListing(members: [])), of: Sample.mars.id, number: 99)))
        #expect(state.members?.status == .loading, "an answer to another question")
    }

    @Test func whoMayNotChangeThemSeesTheOnesOfTheListAndIsToldWhy() {
        var state = Sample.loaded(at: "Mars Mission")
        #expect(state.press("M").isEmpty, "an Admin who is no member would be answered with 404")
        #expect(state.members?.status == .current && state.members?.rows.count == 5)
        for key: Key in ["a", "r", "x", "d", .enter] {
            #expect(state.press(key).isEmpty)
            #expect(state.members?.step == .browsing)
            #expect(
                state.members?.message?.text == "Only managers of the space may change its members; admins may not.")
        }
        state.press(.escape)
        #expect(state.layers.isEmpty)
    }

    @Test(arguments: ["Shares", "Budget 2026", "Ada Admin"])
    func onlyProjectsHaveMembers(name: String) {
        var state = Sample.loaded(at: name)
        #expect(state.press("M").isEmpty && state.layers.isEmpty)
        #expect(state.notice == Notice(.warning, "Only project spaces have members."))
    }

    @Test func aDisabledSpaceAndAnOrphanAreOnlyLookedAt() {
        var state = Sample.loaded(at: "Lunar Archive")
        #expect(state.press("M").isEmpty)
        #expect(state.members?.lock == "members of a disabled space cannot be changed: restore it first")
        state = Sample.loaded(at: "Orphaned Notes")
        #expect(state.press("M").isEmpty)
        #expect(state.members?.lock?.hasPrefix("orphaned: nobody manages this space") == true)
    }

    @Test func aServerThatOnlyLetsLookIsBelieved() {
        let listing = MemberListing(
            members: Sample.listing.members, actions: ["libre.graph/driveItem/basic/read"])
        var state = managed(listing)
        state.press("d")
        #expect(state.members?.step == .browsing)
        #expect(state.members?.message?.text == "The server lets this account only look.")
    }

    @Test func loadingAgainAfterAFailure() {
        var state = Sample.loaded(at: "Mars Mission")
        state.openMembers()
        state.receive(.members(.loaded(.failure(Sample.gone), of: Sample.mars.id, number: state.memberRequests)))
        state.press("x")
        #expect(state.members?.message?.text == "The members could not be loaded.")
        let effects = state.press(.control("r"))
        #expect(effects == [.members(.load(Sample.mars.id, number: 2))])
        state.receive(.members(.loaded(.success(Sample.listing), of: Sample.mars.id, number: 2)))
        #expect(state.members?.status == .current && state.members?.rows.count == 8)
    }

    /// The list need not have known the members, nor those that the server tells now.
    @Test func whatTheServerTellsIsInTheListAtOnce() {
        var state = managed()
        #expect(state.list.selected?.members == Sample.listing.members)
        state.press(.escape)
        #expect(state.layers.isEmpty && state.list.selected?.managerNames.count == 3)
    }

    // MARK: Looking

    @Test func membersComeByRoleThenByName() {
        let names = managed().members?.rows.map { $0.identity.displayName }
        #expect(
            names == [
                "Ada Admin", "Lise Meitner", "Marie Curie", "Alan Turing", "Former Guest", "Grace Hopper",
                "Researchers", "",
            ])
    }

    @Test func theFilterFindsNamesRolesAndGroups() {
        var state = managed()
        func names(_ text: String) -> [String]? {
            state.press("/")
            state.retype(text)
            return state.members?.rows.map(\.identity.displayName)
        }
        #expect(names("CURIÉ") == ["Marie Curie"])
        #expect(names("viewer") == ["Former Guest", "Grace Hopper", "Researchers"])
        #expect(names("group") == ["Researchers"])
        #expect(names("nobody") == [])
        state.press("a", .enter, "r")
        #expect(state.members?.message?.text == "There is no member here.")
        state.press(.escape)
        #expect(state.members?.filter == "", "the first Esc clears the filter")
        state.press(.escape)
        #expect(state.layers.isEmpty)
    }

    @Test func theCursorStaysOnItsMember() throws {
        var state = managed(Sample.crowd)
        try select("Person 52", &state)
        state.press("/")
        state.type("person 5")
        #expect(state.members?.current?.identity.displayName == "Person 52")
        state.press(.escape)
        #expect(state.members?.current?.identity.displayName == "Person 52")
        let dialog = try #require(state.members)
        #expect(dialog.cursor >= dialog.top)
        state.receive(.resized(Size(columns: 80, rows: 24)))
        state.press("G")
        #expect(Picture(state).lines.contains { $0.contains("▌ Person 58") || $0.contains("▌ Person 59") })
    }

    // MARK: Changing

    @Test func aRoleIsChosenWithArrowsOrItsLetter() throws {
        var state = managed()
        try select("Alan Turing", &state)
        state.press("r")
        guard case .changingRole(let choice)? = state.members?.step else {
            Issue.record("no choice")
            return
        }
        #expect(choice.chosen?.label == "editor")
        state.press("m", "v", Key(.right), Key(.left))
        let change = try #require(State.membershipChange(in: state.press(.enter)))
        #expect(
            change
                == MembershipChange(
                    kind: .changeRole(choice.member, RoleDefinition.published[0]), space: Sample.mars.id,
                    spaceName: "Mars Mission", number: 1))
        #expect(state.members?.sent == 1)
        #expect(state.press("d").isEmpty && state.members?.step == .browsing, "one change at a time")

        var viewer = choice.member
        viewer.role = .viewer
        let effects = state.receive(.members(.answered(change, .done(viewer))))
        #expect(state.members?.sent == nil)
        #expect(state.members?.message == Notice(.success, "Alan Turing has the role viewer now."))
        #expect(state.members?.current?.role == .viewer)
        #expect(state.list.selected?.members?.count { $0.role == .viewer } == 4)
        guard case .index(let spaces, _)? = effects.first else {
            Issue.record("the list is not made anew: \(effects)")
            return
        }
        #expect(spaces.first { $0.id == Sample.mars.id }?.members == state.members?.listing.members)
    }

    @Test func theSameRoleIsNotSent() throws {
        var state = managed()
        try select("Alan Turing", &state)
        #expect(state.press(.enter, .enter).isEmpty)
        #expect(state.members?.message?.text == "Alan Turing keeps the role editor.")
    }

    @Test func theLastManagerStaysOneAndTheReasonComesBeforeTheQuestion() {
        var state = managed(MemberListing(members: [Sample.ada, Sample.member("Alan Turing", .editor)]))
        for (key, reason) in [("d", "stays:"), ("r", "stays one:")] as [(Key, String)] {
            #expect(state.press(key).isEmpty)
            #expect(state.members?.step == .browsing)
            #expect(state.members?.message?.text.contains("Ada Admin is the last manager and \(reason)") == true)
        }
        state = managed(
            MemberListing(members: [Sample.ada, Sample.member("Board", .manager, kind: .group)]))
        state.press("d")
        #expect(state.members?.step == .removing(Sample.ada), "a group that manages is enough")
    }

    @Test func removingAsksAndNoIsTheDefault() throws {
        for key: Key in [.enter, "n", "q", .escape, .control("c")] {
            var state = managed()
            try select("Grace Hopper", &state)
            #expect(state.press("d", key).isEmpty)
            #expect(state.members?.message?.text == "Grace Hopper stays a member.")
        }
        var state = managed()
        try select("Grace Hopper", &state)
        let change = try #require(State.membershipChange(in: state.press("d", "x", "y")))
        state.receive(.members(.answered(change, .done(nil))))
        #expect(state.members?.rows.count == 7 && state.list.selected?.members?.count == 7)
        #expect(state.members?.message == Notice(.success, "Grace Hopper is no longer a member."))
    }

    @Test func anEndIsTypedAndSentAsTheEndOfThatDay() throws {
        var state = managed()
        try select("Grace Hopper", &state)
        state.press("x")
        guard case .changingEnd(let field)? = state.members?.step else {
            Issue.record("no field")
            return
        }
        #expect(field.text.text == "2026-04-13")
        state.retype("2026-02-30")
        #expect(state.press(.enter).isEmpty && state.members?.step != .browsing, "what is wrong is not sent")
        state.retype("2026-12-31")
        let change = try #require(State.membershipChange(in: state.press(.enter)))
        #expect(change.kind == .changeEnd(field.member, .at(Date(timeIntervalSince1970: 1_798_761_599))))
        state.answerMembership([.members(.send(change))])
        #expect(state.members?.message?.text == "Grace Hopper is a member until 31 Dec 2026.")
        #expect(state.press("x", .enter).isEmpty, "the same day is not sent again")
        state.press("x")
        state.retype("never")
        let never = try #require(State.membershipChange(in: state.press(.enter)))
        guard case .changeEnd(_, .never) = never.kind else {
            Issue.record("\(never)")
            return
        }
    }

    @Test func whoDemotesThemselvesMayOnlyLookAfterwards() throws {
        var state = managed()
        try select("Ada Admin", &state)
        state.press("r", "v")
        #expect(Picture(state).description.contains("You give up managing this space yourself"))
        state.answerMembership(state.press(.enter))
        #expect(state.members?.lock == "only managers of the space may change its members; admins may not")
        #expect(state.members?.message?.text == "Ada Admin has the role viewer now.")
    }

    @Test func whoLeavesASpaceGetsTheListAnew() throws {
        var state = managed()
        try select("Ada Admin", &state)
        let change = try #require(State.membershipChange(in: state.press("d", "y")))
        let effects = state.receive(.members(.answered(change, .done(nil))))
        #expect(effects.contains { if case .loadSpaces = $0 { true } else { false } })
    }

    // MARK: Answers

    @Test func whatSomeoneElseChangedMeanwhileIsShownAndNothingIsLost() throws {
        var state = managed()
        try select("Alan Turing", &state)
        let change = try #require(State.membershipChange(in: state.press("r", "v", .enter)))
        var others = Sample.listing
        others.members.removeAll { $0.identity.displayName == "Alan Turing" }
        state.receive(.members(.answered(change, .overtaken(others))))
        #expect(state.members?.rows.count == 7 && state.members?.sent == nil)
        #expect(state.members?.message?.level == .warning)
        #expect(state.members?.message?.text.contains("Alan Turing was changed by someone else meanwhile") == true)
    }

    @Test func aRefusalIsSaidAndTheMembersAreReadAgain() throws {
        var state = managed()
        try select("Alan Turing", &state)
        let change = try #require(State.membershipChange(in: state.press("d", "y")))
        let failure = SpacesFailure(kind: .goneOrNotAllowed, sentence: "It is gone.", requestID: "r9")
        let effects = state.receive(.members(.answered(change, .failed(failure))))
        #expect(effects == [.members(.load(Sample.mars.id, number: 2))])
        #expect(state.members?.message == Notice(.error, "It is gone. (request r9)"))
        #expect(state.members?.rows.count == 8)
    }

    @Test func anAnswerFindsAClosedDialogInANotice() throws {
        var state = managed()
        try select("Alan Turing", &state)
        let change = try #require(State.membershipChange(in: state.press("r", "v", .enter)))
        state.press(.escape)
        #expect(state.notice?.text == "The change is still under way; its answer will be shown here.")
        var viewer = Sample.member("Alan Turing", .viewer)
        viewer.identity.displayName = ""
        state.receive(.members(.answered(change, .done(viewer))))
        #expect(state.notice == Notice(.success, "Alan Turing has the role viewer now."))
        let stored = state.list.selected?.members?.first { $0.identity.id == "Alan Turing" }
        #expect(stored?.role == .viewer && stored?.identity.displayName == "Alan Turing")
    }

    @Test func pastedTextGoesWhereTextIsTyped() throws {
        var state = managed()
        state.receive(.paste("dy"))
        #expect(state.members?.step == .browsing && state.members?.message?.level == .info)
        state.press("/")
        state.receive(.paste("curie"))
        #expect(state.members?.rows.count == 1)
        state.press(.escape, "x")
        state.receive(.paste("x"))
        guard case .changingEnd(let field)? = state.members?.step else {
            Issue.record("no field")
            return
        }
        #expect(field.text.text == "2026-03-17x")
        state.press(.escape, "d")
        state.receive(.paste("y"))
        #expect(state.members?.sent == nil)
    }
}
