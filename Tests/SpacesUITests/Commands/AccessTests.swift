import SpacesModel
import Testing

@testable import SpacesUI

/// Who may do what with which space: the role matrix, as the program offers it.
@Suite struct AccessTests {
    enum Caller: CaseIterable {
        case admin, spaceAdmin, manager, editor, viewer, user

        var access: Access {
            let held: Set<Permission> =
                switch self {
                case .admin: Set(Permission.allCases)
                case .spaceAdmin: [.listAll, .createAll, .editAll, .enableAll, .setProjectQuota, .deleteProject]
                default: []
                }
            return Access(
                account: Account(id: "\(self)", displayName: "\(self)", userName: "\(self)"),
                permissions: Permissions(held))
        }
    }

    enum Kind: CaseIterable {
        case project, disabledProject, personal, ownPersonal, disabledPersonal, virtual, mountpoint

        func space(for caller: Caller) -> Space {
            let members: [Member] = [("manager", MemberRole.manager), ("editor", .editor), ("viewer", .viewer)]
                .map { Sample.member($0.0, $0.1) }
            switch self {
            case .project: return Sample.project("P", members: members)
            case .disabledProject: return Sample.project("P", members: members, isDisabled: true)
            case .personal, .ownPersonal, .disabledPersonal:
                let owner = self == .ownPersonal ? "\(caller)" : "someone"
                return Space(
                    id: SpaceID("p"), name: "P", type: .personal, owner: Identity(id: owner, displayName: owner),
                    root: Space.Root(id: "p", deletedState: self == .disabledPersonal ? "trashed" : nil))
            case .virtual: return Space(id: SpaceID("v"), name: "Shares", type: .virtual)
            case .mountpoint: return Space(id: SpaceID("m"), name: "Mount", type: .mountpoint)
            }
        }
    }

    /// `e`dit, `n`ame, `a`lias, `q`uota, `D`isable, `R`estore, `P`urge: a letter for each thing that is offered.
    // swift-format-ignore
    static let matrix: [(Kind, [String])] = [
        //                  admin    space admin manager  editor  viewer user
        (.project,          ["enaqD",  "enaqD",  "enaD",  "ea",   "",    ""]),
        (.disabledProject,  ["enaqRP", "enaqRP", "enaRP", "ea",   "",    ""]),
        (.personal,         ["enaqD",  "ena",    "",      "",     "",    ""]),
        (.ownPersonal,      ["enaqD",  "ena",    "ena",   "ena",  "ena", "ena"]),
        (.disabledPersonal, ["enaqRP", "enaR",   "",      "",     "",    ""]),
        (.virtual,          ["",       "",       "",      "",     "",    ""]),
        (.mountpoint,       ["",       "",       "",      "",     "",    ""]),
    ]

    @Test(arguments: matrix)
    func offersWhatTheRoleAllows(kind: Kind, expected: [String]) {
        for (caller, letters) in zip(Caller.allCases, expected) {
            let access = caller.access
            let space = kind.space(for: caller)
            let isEditable = access.editing(space).isEnabled
            // swift-format-ignore
            let offered: [(String, Bool)] = [
                ("e", isEditable),
                ("n", isEditable && access.changing(.name, of: space).isEnabled),
                ("a", isEditable && access.changing(.alias, of: space).isEnabled),
                ("q", isEditable && access.changing(.quota, of: space).isEnabled),
                ("D", access.disabling(space).isEnabled),
                ("R", access.restoring(space).isEnabled),
                ("P", access.purging(space).isEnabled),
            ]
            #expect(offered.filter(\.1).map(\.0).joined() == letters, "\(caller) on \(kind)")
            #expect(access.changing(.subtitle, of: space) == access.changing(.name, of: space))
        }
    }

    @Test func onlyThoseWithThePermissionCreate() {
        #expect(Caller.allCases.map { $0.access.creating.isEnabled } == [true, true, false, false, false, false])
    }

    @Test(arguments: Kind.allCases)
    func everyRefusalSaysWhy(kind: Kind) {
        for caller in Caller.allCases {
            let space = kind.space(for: caller)
            let access = caller.access
            for answer in [
                access.editing(space), access.disabling(space), access.restoring(space), access.purging(space),
            ] {
                #expect(answer.isEnabled || (answer.reason?.count ?? 0) > 10)
            }
        }
    }

    /// What the server did not tell is offered; the server decides.
    @Test func offersEverythingBeforeTheAccountIsKnown() {
        let access = Access()
        for field in SpaceField.allCases { #expect(access.changing(field, of: Sample.mars).isEnabled) }
        #expect(access.creating.isEnabled && access.disabling(Sample.mars).isEnabled)
    }

    @Test func aManagingGroupCountsAsTheAccount() {
        let space = Sample.project("P", members: [Sample.member("Team", .manager, kind: .group)])
        #expect(Caller.user.access.editing(space).isEnabled)
    }

    @Test func aSecondDisableAndAnEarlyPurgeSayWhatToDo() {
        let admin = Caller.admin.access
        #expect(admin.disabling(Kind.disabledProject.space(for: .admin)) == .disabled("P is disabled already"))
        #expect(
            admin.purging(Sample.mars) == .disabled("only a disabled space can be purged: disable it first"))
        #expect(admin.restoring(Sample.mars) == .disabled("Mars Mission is not disabled"))
    }

    /// Whatever an account may do in the installation, members are the business of managers.
    // swift-format-ignore
    @Test(arguments: [
        (Kind.project,       [false, false, true, false, false, false]),
        (.disabledProject,   [false, false, false, false, false, false]),
        (.ownPersonal,       [false, false, false, false, false, false]),
        (.virtual,           [false, false, false, false, false, false]),
    ])
    func onlyManagersChangeMembers(kind: Kind, expected: [Bool]) {
        for (caller, isAllowed) in zip(Caller.allCases, expected) {
            let availability = caller.access.managingMembers(of: kind.space(for: caller))
            #expect(availability.isEnabled == isAllowed, "\(caller) on \(kind)")
            #expect(isAllowed || (availability.reason?.count ?? 0) > 20)
        }
        #expect(Access().managingMembers(of: Sample.mars).isEnabled, "what is not known is offered")
        #expect(Caller.user.access.managingMembers(of: Sample.project("P", members: nil)).isEnabled)
    }
}
