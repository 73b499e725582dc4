import Foundation
import Recordings
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("Answers about members")
struct MemberWireTests {
    private func root(_ number: String) throws -> JSONNode {
        try JSONDocument(Array(#require(Recording.number(number)).response.body)).root
    }

    private func parsed(_ text: String) throws -> JSONNode { try JSONDocument(Array(text.utf8)).root }

    @Test func membersComeWithTheRolesThatCanBeGiven() throws {
        let listing = try #require(MemberListing(wire: root("072")))
        #expect(
            listing.members == [
                Member(
                    identity: Identity(id: "8fd480f1-5d95-4515-87fa-8a3e6017c298", displayName: "Admin"),
                    role: .manager,
                    permissionID: "u:8fd480f1-5d95-4515-87fa-8a3e6017c298",
                    roleID: "312c0871-5ef7-4b3a-85b6-0e4074c64049")
            ])
        #expect(listing.roles == RoleDefinition.published)
        #expect(listing.mayChange && listing.actions.count == 19)
    }

    @Test func theAnswerToAnInvitationIsTheNewMember() throws {
        let invited = try #require(root("074")["value"]?.elements.first.flatMap { Member(wire: $0) })
        #expect(invited.identity.displayName == "Alan Turing" && invited.role == .viewer)
        let changed = try #require(Member(wire: root("075")))
        #expect(changed.grantID == invited.grantID && changed.role == .manager)
    }

    @Test func usersAreFoundWithTheirMail() throws {
        let people = try #require(Person.list(wire: root("073"), kind: .user))
        let alan = Identity(id: "b1f74ec4-dd7e-11ef-a543-03775734d0f7", displayName: "Alan Turing")
        #expect(people == [Person(alan, detail: "alan@example.org")])
    }

    @Test func oddEntriesAreLeftOutAndHostileTextIsMadeSafe() throws {
        let listing = try #require(
            MemberListing(
                wire: parsed(
                    #"""
                    {"@libre.graph.permissions.roles.allowedValues":[{"id":"x","displayName":"a\u001bb"},{"displayName":"no id"},7],
                     "@libre.graph.permissions.actions.allowedValues":["libre.graph/driveItem/basic/read"],
                     "value":[{"link":{}},{"grantedToV2":{"group":{"displayName":"G\u202e","id":"g1"}},"roles":["x"],
                     "expirationDateTime":"2026-12-31T23:59:59Z"}, 5]}
                    """#)))
        #expect(!listing.mayChange)
        #expect(listing.roles.map(\.displayName) == ["a\u{1B}b"])
        #expect(listing.members.map(\.grantID) == ["g:g1"])
        #expect(listing.members.first?.expires == Date(timeIntervalSince1970: 1_798_761_599))
        #expect(listing.members.first?.identity.displayName == "G\u{202E}")
        #expect(MemberListing(wire: try parsed("[]")) == nil)
        #expect(MemberListing(wire: try parsed(#"{"value":null}"#)) == MemberListing(members: []))
        let people = try #require(
            Person.list(
                wire: parsed(
                    #"{"value":[{"id":"1"},{"displayName":"no id"},{"id":"2","onPremisesSamAccountName":"u"}]}"#),
                kind: .user))
        #expect(people.map(\.identity.displayName) == ["", "u"] && people.map(\.detail) == ["", "u"])
    }

    // swift-format-ignore
    @Test(arguments: [
        (MemberOperation.remove("Ada"), 403, "accessDenied", "can't remove the last manager", SpacesFailure.Kind.notAllowed,
            "Ada was not removed from Mars: a space keeps at least one manager (403 accessDenied). Make someone else a manager first."),
        (.invite("Ada"), 403, "accessDenied", "permission denied", .notAllowed,
            "Ada was not added to Mars: only managers of the space may change the members of this space (403 accessDenied). Ask one of them."),
        (.invite("Ada"), 400, "invalidRequest", "itemNotFound: not found", .refused,
            "Ada was not added to Mars: the server does not know this user or group any more (400 invalidRequest). Search again."),
        (.invite("Ada"), 409, "generalException", "grant already exists", .refused,
            "Ada was not added to Mars: that is a member already (409 generalException). Change the role in the list of members."),
        (.invite("Ada"), 400, "invalidRequest", "unsupported space type", .refused,
            "Ada was not added to Mars: only project spaces have members (400 invalidRequest). Choose a project space."),
        (.changeRole(of: "Ada"), 400, "invalidRequest", "Key: 'DriveItemInvite.Roles' Error:Field validation for 'Roles' failed on the 'available_role' tag", .refused,
            "The role of Ada in Mars was not changed: the server does not offer this role (400 invalidRequest). Choose another one."),
        (.changeEnd(of: "Ada"), 404, "itemNotFound", "not found", .goneOrNotAllowed,
            "The end of Ada's membership in Mars was not changed: the membership or the space is gone, or this account may not change the members of this space (404 itemNotFound). Load the members again."),
        (.list, 404, "itemNotFound", "getting space", .notFound,
            "The members of Mars were not loaded: the space is gone or disabled, or this account is not a member (404 itemNotFound). Load the list again."),
        (.search("al"), 403, "accessDenied", "search term too short", .notAllowed,
            "“al” was not looked for: the server wants more letters of the name (403 accessDenied). Type at least three, or a blank behind a short name; or the whole name, or the id."),
        (.remove("Ada"), 500, "generalException", "grpc error", .serverError,
            "Ada may or may not have been removed from Mars: the server says “grpc error” (500 generalException). Look again before repeating it."),
        (.remove("Ada"), 422, "invalidRequest", "bad id", .refused,
            "Ada was not removed from Mars: the server says “bad id” (422 invalidRequest). Change what is to be sent."),
    ])
    func refusalsSayWhatToDo(
        operation: MemberOperation, status: Int, code: String, message: String, kind: SpacesFailure.Kind, sentence: String
    ) throws {
        let body = #"{"error":{"code":"\#(code)","message":"\#(message)"}}"#
        let failure = SpacesFailure.answered(
            .members(operation, of: nil), ServerAnswer(status: status, headers: [:], body: Array(body.utf8)),
            by: try .test()
        ).naming("Mars")
        #expect(failure.kind == kind)
        #expect(failure.sentence == sentence)
    }

    @Test func theRecordedRefusalIsUnderstood() throws {
        let failure = SpacesFailure.answered(
            .members(.remove("Admin"), of: "Mars"), try #require(Recording.number("080")).answer, by: try .test())
        #expect(failure.sentence.contains("a space keeps at least one manager") && failure.requestID != nil)
    }
}
