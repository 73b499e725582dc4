import Testing

@testable import SpacesUI

struct RoleTests {
    @Test(arguments: Role.allCases)
    func isNamedInKebabCaseAndExplained(role: Role) {
        #expect(role.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
        #expect(!role.summary.isEmpty)
    }

    @Test func noTwoAreExplainedAlike() {
        #expect(Set(Role.allCases.map(\.summary)).count == Role.allCases.count)
    }
}
