import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing
import Widgets

@testable import SpacesUI

/// Adding someone: the search as one types, the choice, and what is sent.
@Suite struct InvitationTests {
    private func inviting() -> State {
        var state = Sample.loaded(at: "Mars Mission")
        state.openMembers(Sample.listing)
        state.press("a")
        return state
    }

    private func form(_ state: State) throws -> InvitationForm {
        guard case .inviting(let form)? = state.members?.step else {
            throw Expectation.noForm
        }
        return form
    }

    private enum Expectation: Error { case noForm }

    private func search(in effects: [Effect]) -> String? {
        effects.lazy.compactMap { if case .members(.search(let text, _)) = $0 { text } else { nil } }.last
    }

    @Test func aPauseSearchesOnceForWhatWasTyped() throws {
        var state = inviting()
        #expect(state.type("tu").isEmpty && state.pendingSearch == nil, "too little for most people")
        #expect(state.type("r").isEmpty && state.pendingSearch == "tur", "typing alone asks nothing")
        #expect(search(in: state.receive(.members(.typingPaused))) == "tur")
        #expect(state.pendingSearch == nil && state.receive(.members(.typingPaused)).isEmpty)
        state.type("i")
        state.receive(.members(.found(.success(Sample.found), number: state.memberRequests)))
        #expect(try form(state).people.count == 3, "shown until the next answer comes")
        #expect(state.pendingSearch == "turi")
        #expect(search(in: state.receive(.members(.typingPaused))) == "turi")
        state.receive(.members(.found(.success(PeopleListing(people: [])), number: state.memberRequests - 1)))
        #expect(try form(state).people.count == 3, "an answer to an older search is dropped")
        state.receive(.members(.found(.success(PeopleListing(people: [])), number: state.memberRequests)))
        #expect(try form(state).people.isEmpty)
        state.press(.control("u"))
        #expect(try form(state).search == .none && state.pendingSearch == nil)
    }

    @Test func enterSearchesForAnythingAndShortNamesOfOtherScriptsAreLongEnough() throws {
        var state = inviting()
        #expect(state.press(.enter).isEmpty)
        #expect(state.members?.message?.text == "Type a part of a name first.")
        state.type("tu")
        #expect(search(in: state.press(.enter)) == "tu")
        state.press(.control("u"))
        state.type("王")
        #expect(state.pendingSearch == "王")
    }

    @Test func choosingGoesOnToTheRoleAndEnterAdds() throws {
        var state = inviting()
        state.press(.escape)
        state.find("tur", Sample.found)
        state.press(.down, .down, .down, .up, .enter)
        #expect(try form(state).person?.identity.displayName == "Turid Berg" && form(state).focus == .role)
        state.press(Key(.right), .tab)
        state.type("+1y")
        let change = try #require(State.membershipChange(in: state.press(.enter)))
        let berg = Identity(id: "t2", displayName: "Turid Berg")
        let end = Date(timeIntervalSince1970: 1_805_068_799)
        #expect(
            change.kind
                == .invite(
                    Invitation(berg, roleID: RoleDefinition.published[1].id, expires: end), RoleDefinition.published[1])
        )
        #expect(state.press(.enter, "x").isEmpty, "nothing is sent twice")
        state.answerMembership([.members(.send(change))])
        #expect(state.members?.step == .browsing && state.members?.current?.identity == berg)
        #expect(state.members?.message == Notice(.success, "Turid Berg was added as editor until 14 Mar 2027."))
        #expect(state.list.selected?.members?.count == 9)
    }

    @Test func aMemberIsNotAddedTwice() throws {
        var state = inviting()
        state.press(.escape)
        state.find("tur", Sample.found)
        state.press(.enter)
        #expect(try form(state).focus == .who)
        #expect(state.members?.message?.text == "Alan Turing is a member already: editor.")
    }

    @Test func aGroupIsAddedAsSuch() throws {
        var state = inviting()
        state.press(.escape)
        state.find("tur", Sample.found)
        state.press(.pageDown, .tab)
        let change = try #require(State.membershipChange(in: state.press(.enter)))
        guard case .invite(let invitation, let role) = change.kind else {
            Issue.record("\(change)")
            return
        }
        #expect(invitation.identity.kind == .group && role.label == "viewer" && invitation.expires == nil)
    }

    @Test func afterOtherLettersSomeoneHasToBeChosenAgain() throws {
        var state = inviting()
        state.press(.escape)
        state.find("tur", Sample.found)
        state.press(.down, .enter, Key(.tab, .shift))
        #expect(try form(state).focus == .who && form(state).person != nil)
        state.type("x")
        #expect(try form(state).person == nil)
        state.press(.tab)
        #expect(try form(state).focus == .role, "Tab takes who is highlighted")
    }

    @Test func aRefusalLeavesTheFormAsItIs() throws {
        var state = inviting()
        state.press(.escape)
        state.find("tur", Sample.found)
        state.press(.down, .enter)
        let change = try #require(State.membershipChange(in: state.press(.enter)))
        let failure = SpacesFailure(kind: .refused, sentence: "Turid Berg was not added.")
        state.receive(.members(.answered(change, .failed(failure))))
        #expect(try form(state).person?.identity.displayName == "Turid Berg")
        #expect(Picture(state).description.contains("✕ Turid Berg was not added."))
    }

    @Test func aFailedSearchSaysWhyAndAWrongEndIsNotSent() throws {
        var state = inviting()
        state.type("turing")
        state.receive(.members(.typingPaused))
        state.receive(.members(.found(.failure(Sample.gone), number: state.memberRequests)))
        #expect(Picture(state).description.contains("✕ Cannot load the spaces because"))
        state.press(.escape)
        state.find("tur", Sample.found)
        state.press(.down, .enter, .tab)
        state.type("1999-01-01")
        #expect(state.press(.enter).isEmpty)
        #expect(Picture(state).description.contains("! that is over already"))
    }
}
