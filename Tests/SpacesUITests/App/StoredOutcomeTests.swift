import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// What is said after a write is what the answer holds.
@Suite struct StoredOutcomeTests {
    private static let ten = QuotaLimit.bytes(Sample.gigabytes(10))
    private static let twenty = QuotaLimit.bytes(Sample.gigabytes(20))

    private func said(
        _ kind: Change.Kind, _ answer: (inout Space) -> Void = { _ in }, maximum: ByteCount? = nil, undoes: Int? = nil
    ) -> Notice {
        var space = Sample.mars
        answer(&space)
        var change = Change(kind: kind, space: Sample.mars, name: "Mars Mission", number: 1)
        change.undoes = undoes
        return undoes == nil
            ? change.outcome(space, maximum: maximum) : change.undone(space, maximum: maximum)
    }

    @Test func quotasAreToldAsStored() {
        let edit = Change.Kind.edit(SpaceEdit(limit: Self.twenty))
        let asAsked = said(edit) { $0.quota?.limit = Self.twenty }
        #expect(asAsked == Notice(.success, "Mars Mission saved: quota 20 GB."))
        let other = said(edit) { $0.quota?.limit = Self.ten }
        #expect(other == Notice(.warning, "Mars Mission saved: quota 10 GB, not the 20 GB asked for."))
        let largest = said(edit, { $0.quota?.limit = Self.ten }, maximum: Sample.gigabytes(10))
        #expect(largest == Notice(.warning, "Mars Mission saved: quota 10 GB, the server's maximum."))
        let bounded = said(.edit(SpaceEdit(limit: .unlimited))) { $0.quota?.limit = Self.ten }
        #expect(bounded.text == "Mars Mission saved: quota 10 GB, not unlimited as asked for.")
        let untold = said(edit) { $0.quota = nil }
        #expect(untold == Notice(.warning, "Mars Mission saved: quota not told by the server."))
    }

    @Test func textsAreToldAsStored() {
        // The blanks around a name are not stored, which nobody wants told.
        let trimmed = said(.edit(SpaceEdit(name: " Venus "))) { $0.name = "Venus" }
        #expect(trimmed == Notice(.success, "Mars Mission is called Venus now."))
        let other = said(.edit(SpaceEdit(name: "Venus", subtitle: "Hot"))) {
            $0.name = "Venus 2"
            $0.subtitle = "Hot"
        }
        #expect(
            other == Notice(.warning, "Venus 2 saved: name “Venus 2”, not “Venus” as asked for, subtitle."))
        let ignored = said(.edit(SpaceEdit(alias: "project/x")))
        #expect(ignored.level == .warning && ignored.text.contains("not “project/x” as asked for"))
    }

    @Test func newSpacesAndUndoneChangesToo() {
        let draft = SpaceDraft(name: "Mars Mission", limit: Self.twenty)
        let made = said(.create(draft), { $0.quota?.limit = Self.ten }, maximum: Sample.gigabytes(10))
        #expect(made == Notice(.warning, "Mars Mission was created: quota 10 GB, the server's maximum."))
        #expect(said(.create(SpaceDraft(name: "Mars Mission"))) == Notice(.success, "Mars Mission was created."))
        let back = SpaceEdit(limit: .unlimited)
        let undone = said(.edit(back), { $0.quota?.limit = Self.ten }, maximum: Sample.gigabytes(10), undoes: 1)
        #expect(undone == Notice(.warning, "Not all of Mars Mission was undone: quota 10 GB, the server's maximum."))
    }

    @Test func undoWritesBackFromWhatWasStored() throws {
        var space = Sample.mars
        space.quota?.limit = .bytes(Sample.gigabytes(12))
        let change = Change(
            kind: .edit(SpaceEdit(limit: Self.twenty)), space: Sample.mars, name: "Mars Mission", number: 1)
        let step = try #require(UndoStep(change, answer: space))
        #expect(step.way == .edit(SpaceEdit(limit: Self.ten)) && step.space == space)
        #expect(step.lines.map(\.now) == ["12 GB"])
        #expect(UndoStep(change, answer: Sample.mars) == nil, "nothing changed, so there is nothing to take back")
    }

    @Test func theMaximumIsAskedForWhereTheServerStoredAnother() async throws {
        var stored = Sample.mars
        stored.quota = Quota(limit: Self.ten, used: Sample.gigabytes(8.2))
        var state = Sample.loaded(at: "Mars Mission")
        #expect(state.receive(.maximumQuotaLearned(Sample.gigabytes(10))).isEmpty)
        state.press("e")
        state.press(.tab, .tab, .tab)
        #expect(state.form?.maximumQuota == Sample.gigabytes(10), "the next form knows it")
    }

    // MARK: Members

    private func said(_ kind: MembershipChange.Kind, _ answer: Member?) -> Notice {
        MembershipChange(kind: kind, space: Sample.mars.id, spaceName: "Mars Mission", number: 1)
            .outcome(answer, in: .gmt)
    }

    @Test func endsOfMembershipsAreToldAsStored() {
        let end = Sample.now.addingTimeInterval(30 * 86_400)
        let earlier = Sample.now.addingTimeInterval(20 * 86_400)
        let viewer = RoleDefinition.published[0]
        let grace = Identity(id: "grace", displayName: "Grace Hopper")
        func member(_ expires: Date?, role: MemberRole = .viewer) -> Member {
            Member(identity: grace, role: role, expires: expires)
        }
        let invited = MembershipChange.Kind.invite(Invitation(grace, roleID: viewer.id, expires: end), viewer)
        #expect(said(invited, member(end)) == Notice(.success, "Grace Hopper was added as viewer until 13 Apr 2026."))
        #expect(
            said(invited, member(nil))
                == Notice(.warning, "Grace Hopper was added as viewer, without an end. Asked for: until 13 Apr 2026."))
        #expect(
            said(invited, member(earlier, role: .editor))
                == Notice(
                    .warning,
                    "Grace Hopper was added as editor until 3 Apr 2026. Asked for: viewer, until 13 Apr 2026."))
        let open = MembershipChange.Kind.invite(Invitation(grace, roleID: viewer.id), viewer)
        #expect(said(open, member(nil)) == Notice(.success, "Grace Hopper was added as viewer."))

        let ending = MembershipChange.Kind.changeEnd(member(nil), .at(end))
        #expect(said(ending, member(end)) == Notice(.success, "Grace Hopper is a member until 13 Apr 2026."))
        #expect(
            said(ending, member(nil))
                == Notice(.warning, "Grace Hopper is a member without an end now. Asked for: until 13 Apr 2026."))
        let endless = MembershipChange.Kind.changeEnd(member(end), .never)
        #expect(said(endless, member(end)).text.hasSuffix("until 13 Apr 2026. Asked for: without an end."))
        let promoted = MembershipChange.Kind.changeRole(member(nil), RoleDefinition.published[2])
        #expect(
            said(promoted, member(nil))
                == Notice(.warning, "Grace Hopper has the role viewer now. Asked for: manager."))
    }

    @Test func theDialogShowsWhatWasStored() throws {
        var state = Sample.loaded(at: "Mars Mission")
        state.openMembers(Sample.listing)
        state.press("j", "j", "x")
        state.retype("2026-12-31")
        let change = try #require(State.membershipChange(in: state.press(.enter)))
        guard case .changeEnd(let member, _) = change.kind else {
            Issue.record("\(change)")
            return
        }
        state.receive(.members(.answered(change, .done(member))))
        #expect(state.members?.message?.level == .warning)
        #expect(state.members?.message?.text.hasSuffix("Asked for: until 31 Dec 2026.") == true)
        #expect(state.members?.listing.members.first { $0.grantID == member.grantID }?.expires == nil)
    }
}
