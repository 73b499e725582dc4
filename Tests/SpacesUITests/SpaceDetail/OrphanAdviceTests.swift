import Foundation
import SpacesClient
import SpacesModel
import SpacesQuery
import Terminal
import Testing

@testable import SpacesUI

/// Spaces that nobody manages: they are found, counted alike, and the page says what helps.
@Suite struct OrphanAdviceTests {
    private static func space(_ name: String, _ members: [Member], isDisabled: Bool = false) -> Space {
        Sample.project(name, members: members, isDisabled: isDisabled)
    }

    private static let editor = Sample.member("Alan Turing", .editor)
    private static let deleted = Sample.member("", .manager, id: "4711-0815")
    private static let deletedGroup = Sample.member("", .manager, id: "g-0815", kind: .group)

    private func advice(
        _ members: [Member], isDisabled: Bool = false, permissions: Permissions = Sample.allPermissions,
        product: String? = "OpenCloud"
    ) -> [String] {
        OrphanAdvice(
            space: Self.space("Left", members, isDisabled: isDisabled),
            access: Access(account: Sample.admin, permissions: permissions), product: product
        ).sentences
    }

    @Test func eachCauseHasItsRemedy() {
        #expect(
            advice([Self.deleted]) == [
                "The account that managed it was deleted on the server; its id is 4711-0815.",
                """
                Restore an account with the same id in the user directory, and it manages the space again; a new account of \
                the same name does not.
                """,
                "No account reaches its files; they are left in the storage of the server and in its backups.",
                "OpenCloud lets nobody name a new manager: no administrator, and no command on the server.",
                "You can still change its name and quota, disable it, and then delete it permanently.",
            ])
        let empty = advice([])
        #expect(empty[0] == "It has no member any more: the last membership has ended, or its grants are gone.")
        #expect(!empty.contains { $0.hasPrefix("Restore an account") })
        #expect(
            advice([Self.editor], isDisabled: true, permissions: Permissions([]), product: nil) == [
                "None of its members is a manager.",
                "Once the space is restored, its members reach the files, and can copy them to another space.",
                "This server lets nobody name a new manager: no administrator, and no command on the server.",
                "An administrator can still change its name and quota, restore it, or delete it permanently.",
            ])
        #expect(advice([Self.deletedGroup, Self.editor])[1].hasPrefix("Restore a group with the same id"))
        #expect(advice([Self.deleted, Self.deletedGroup])[0].hasSuffix("their ids are 4711-0815, g-0815."))
        #expect(advice([Sample.marie, Self.deleted]).isEmpty)
    }

    @Test func filterCounterAndSummaryFindThemAll() {
        let spaces = [
            Self.space("Managed", [Sample.marie]), Self.space("Empty", []), Self.space("Deleted", [Self.deleted]),
            Self.space("Edited", [Self.editor]), Self.space("Group", [Self.deletedGroup, Self.editor]),
            Sample.project("Untold", members: nil),
        ]
        var state = Sample.loaded(spaces)
        #expect(state.list.catalog.counts[.orphaned] == 4)
        #expect(SpaceSummary(spaces).states[.orphaned] == 4)
        for (filter, names) in [
            ("orphaned:", ["Deleted", "Edited", "Empty", "Group"]), ("members=0", ["Deleted", "Empty"]),
            ("state:orphaned members>0", ["Edited", "Group"]), ("members=1", ["Edited", "Group", "Managed"]),
        ] {
            state.press("/")
            state.retype(filter)
            state.press(.enter)
            #expect(state.shownNames == names, "\(filter)")
        }
    }

    @Test func deletedAccountsAreListedAndNotCounted() {
        let detail = SpaceDetail(
            space: Self.space("Left", [Self.deleted, Self.editor]), now: Sample.now, timeZone: .gmt)
        #expect(detail.lines.contains(.property("members", "1 editor, 1 deleted account")))
        #expect(detail.lines.contains(.property("managers", "unknown user 4711-081")))
        #expect(PlainWords.line(detail.space, at: Sample.now).contains("1 member"))
        #expect(MembersDialog(detail.space, lock: nil).summary == "1 member: 1 editor, 1 deleted account")
        #expect(detail.space.text(of: .managers) == "unknown user 4711-081")
    }

    @Test func onlyWhoIsKnownMayBeInTheGroupThatManages() {
        let access = Access(account: Sample.admin, permissions: Sample.allPermissions)
        let reason = access.managingMembers(of: Self.space("Left", [Self.deletedGroup])).reason
        #expect(reason?.hasPrefix("orphaned: nobody manages this space") == true)
    }

    // MARK: The last manager

    @Test func theLastManagersMembershipIsGivenNoEnd() throws {
        var state = Sample.loaded(at: "Mars Mission")
        let ghost = Sample.member("", .manager, id: "ghost")
        state.openMembers(MemberListing(members: [Sample.ada, ghost, Self.editor]))
        #expect(state.press("x").isEmpty && state.members?.step == .browsing)
        #expect(
            state.members?.message
                == Notice(
                    .warning,
                    "Ada Admin is the last manager, whose membership must not end: make someone else a manager first."))
        // Beside one whose membership ends, too, none may be the first to leave nobody.
        var ending = Sample.ada
        ending.expires = Sample.now.addingTimeInterval(30 * 86_400)
        state = Sample.loaded(at: "Mars Mission")
        state.openMembers(MemberListing(members: [ending]))
        state.press("x")
        state.retype("+5d")
        #expect(State.membershipChange(in: state.press(.enter)) == nil)
        #expect(state.members?.message?.text.contains("whose membership must not end") == true)
        state.press("x")
        state.retype("+60d")
        #expect(State.membershipChange(in: state.press(.enter)) != nil, "a later end is better than the one there is")
    }

    @Test func aPlanLeavesOutTheLastKnownManager() {
        let spaces = [
            Self.space("One", [Sample.marie, Self.deleted]), Self.space("Two", [Sample.marie, Sample.lise]),
        ]
        var rules = BulkPlan.Rules(access: Access(), maximumQuota: nil)
        rules.now = Sample.now
        let plan = BulkPlan(.remove(Sample.marie.identity), for: BulkTargets(spaces), rules: rules)
        #expect(plan.items.map(\.space.name) == ["Two"])
        #expect(plan.skipped.map(\.reason) == ["is its last manager"])
    }
}
