import Foundation
import SpacesModel
import Testing

@Suite struct MemberRulesTests {
    private static let now = Date(timeIntervalSince1970: 1_773_480_360)

    private static func member(
        _ id: String, _ role: MemberRole, _ kind: Identity.Kind = .user, days: Double? = nil
    ) -> Member {
        Member(
            identity: Identity(kind: kind, id: id, displayName: id), role: role,
            expires: days.map { now.addingTimeInterval($0 * 86_400) })
    }

    private static func deleted(_ id: String, _ role: MemberRole, _ kind: Identity.Kind = .user) -> Member {
        Member(identity: Identity(kind: kind, id: id, displayName: ""), role: role)
    }

    private static func space(_ members: [Member]?, type: SpaceType = .project, isDisabled: Bool = false) -> Space {
        Space(
            id: SpaceID("s"), name: "S", type: type,
            root: Space.Root(id: "s", members: members, deletedState: isDisabled ? "trashed" : nil))
    }

    // swift-format-ignore
    @Test(arguments: [
        ([member("a", .manager)], true),
        ([member("a", .manager), member("b", .editor)], true),
        ([member("a", .manager), member("b", .manager)], false),
        ([member("a", .manager), member("b", .manager, .group)], false),
        ([member("a", .manager), member("b", .manager, days: 1)], false),
        ([member("a", .manager), member("b", .manager, days: -1)], true),
        // A group may have the id of a user.
        ([member("a", .manager), member("a", .manager, .group)], false),
        ([member("a", .editor)], false),
        // The account of the other one was deleted.
        ([member("a", .manager), deleted("b", .manager)], true),
        ([member("a", .manager), deleted("b", .manager, .group)], true),
        ([deleted("b", .manager), member("a", .manager)], false),
    ])
    func aSpaceKeepsItsLastManager(members: [Member], isLast: Bool) {
        #expect(members.isLastManager(members[0], at: Self.now) == isLast)
    }

    // swift-format-ignore
    @Test(arguments: [
        (space([member("a", .editor)]), true), (space([]), true), (space([member("a", .other("x"))]), true),
        (space([member("a", .editor)], isDisabled: true), true),
        (space([member("a", .manager, .group)]), false), (space([member("a", .manager)], isDisabled: true), false),
        (space([deleted("a", .manager)]), true), (space([deleted("a", .manager, .group), member("b", .viewer)]), true),
        (space([deleted("a", .manager), member("b", .manager)]), false),
        // What is not known is not missing.
        (space(nil), false), (space([], type: .personal), false), (space([], type: .virtual), false),
    ])
    func aProjectWithKnownMembersAndNoManagerIsOrphaned(space: Space, isOrphaned: Bool) {
        #expect(space.isOrphaned == isOrphaned)
    }

    @Test(arguments: [
        (nil, Member.Lifetime.unlimited), (-0.001, .over), (0, .over), (0.001, .ending), (14, .ending),
        (14.001, .limited),
    ])
    func lifetimesAreToldFromTheirEnd(days: Double?, lifetime: Member.Lifetime) {
        #expect(Self.member("a", .viewer, days: days).lifetime(at: Self.now) == lifetime)
    }

    @Test func managementEndsWithTheLastOfTheManagers() {
        let soon = Self.member("a", .manager, days: 3)
        let later = Self.member("b", .manager, days: 9)
        #expect([soon, later, Self.member("c", .viewer)].endOfManagement == later.expires)
        #expect([soon, Self.member("d", .manager)].endOfManagement == nil)
        #expect([Self.member("c", .viewer, days: 1)].endOfManagement == nil)
    }

    // swift-format-ignore
    @Test(arguments: [
        ([member("a", .manager)], 5, true),
        ([member("a", .manager), member("b", .editor)], 5, true),
        ([member("a", .manager), deleted("b", .manager)], 5, true),
        ([member("a", .manager), member("b", .manager)], 5, false),
        ([member("a", .manager), member("b", .manager, .group)], 5, false),
        // The other one goes, too: some day nobody is left.
        ([member("a", .manager), member("b", .manager, days: 9)], 5, true),
        ([member("a", .manager, days: 3)], 2, true),
        ([member("a", .manager, days: 3)], 4, false),
        ([member("a", .manager, days: 3), member("b", .manager, days: 9)], 2, false),
        ([member("a", .manager, days: 3)], nil, false),
        ([member("a", .viewer)], 5, false),
        ([deleted("a", .manager), member("b", .manager)], 5, false),
    ] as [([Member], Double?, Bool)])
    func theLastManagersMembershipIsGivenNoEnd(members: [Member], days: Double?, isRefused: Bool) {
        let end = MembershipEnd(days.map { Self.now.addingTimeInterval($0 * 86_400) })
        #expect(members.losesManagement(ifMembershipOf: members[0], ends: end) == isRefused)
    }

    @Test func deletedAccountsAreNoMembers() {
        let space = Self.space([Self.deleted("a", .manager), Self.member("b", .viewer)])
        #expect(space.memberCount == 1 && space.managerNames.isEmpty && Self.space(nil).memberCount == nil)
    }

    @Test func rolesOfAnInstallationKeepTheirNames() {
        let without = RoleDefinition(
            id: "3284f2d5-0070-4ad8-ac40-c247f7c1fb27", displayName: "Can edit without versions")
        let listing = MemberListing(members: [], roles: RoleDefinition.published + [without])
        #expect(listing.roles.map(\.label) == ["viewer", "editor", "manager", "Can edit without versions"])
        var editor = Self.member("a", .editor)
        #expect(listing.definition(of: editor)?.label == "editor")
        editor.roleID = without.id
        #expect(listing.definition(of: editor) == without)
        #expect(listing.definition(of: Self.member("b", .other("unknown"))) == nil)
    }
}
