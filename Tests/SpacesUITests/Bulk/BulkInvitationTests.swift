import Foundation
import SpacesModel
import Testing

@testable import SpacesUI

/// Whom an invitation to many spaces leaves out.
@Suite struct BulkInvitationTests {
    @Test func nobodyBecomesTheOnlyManagerWithAnEnd() {
        let over = Sample.member("Ada Admin", .manager, id: "admin-id", expires: Sample.ago(days: 1))
        let me = Sample.member("Ada Admin", .manager, id: "admin-id")
        let spaces = [Sample.project("Left alone", members: [over]), Sample.project("Managed", members: [me])]
        let manager = RoleDefinition.published[2].id
        func plan(_ end: Double?) -> BulkPlan {
            let invitation = Invitation(
                Identity(id: "u9", displayName: "Grace Hopper"), roleID: manager,
                expires: end.map { Sample.now.addingTimeInterval($0) })
            return BulkPlan(
                .invite(invitation, label: "manager"), for: BulkTargets(spaces),
                rules: .init(
                    access: Access(account: Sample.admin, permissions: Sample.allPermissions), maximumQuota: nil,
                    now: Sample.now))
        }
        #expect(plan(86_400).items.map(\.space.name) == ["Managed"])
        #expect(plan(86_400).skipped.map(\.reason) == ["would be its last manager, who cannot have an end"])
        #expect(plan(nil).items.count == 2)
    }
}
