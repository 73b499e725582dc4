import SpacesModel
import Testing

@testable import SpacesClient

/// Spaces that nobody manages, as servers tell of them: a grant of an account that is gone, or no permissions at all.
@Suite("Spaces without a manager")
struct OrphanTests {
    private static let manager = RoleDefinition.published[2].id

    /// A drive as a list of v1beta1 has it.
    private static func drive(
        _ id: String, type: String = "project", permissions: String?, isDisabled: Bool = false
    ) -> String {
        let members = permissions.map { #","permissions":[\#($0)]"# } ?? ""
        let deleted = isDisabled ? #","deleted":{"state":"trashed"}"# : ""
        return #"{"id":"\#(id)","name":"\#(id)","driveType":"\#(type)","root":{"id":"\#(id)"\#(deleted)\#(members)}}"#
    }

    private static func grant(_ identity: String, id: String) -> String {
        #"{"grantedToV2":{\#(identity)},"id":"\#(id)","roles":["\#(manager)"]}"#
    }

    private static let known = grant(
        #""user":{"@libre.graph.userType":"Member","displayName":"Ada","id":"1"}"#, id: "u:1")
    /// Of a deleted account there is neither a name nor a type.
    private static let deletedUser = grant(#""user":{"displayName":"","id":"2"}"#, id: "u:2")
    private static let deletedGroup = grant(#""group":{"displayName":"","id":"3"}"#, id: "g:3")
    private static let nameless = grant(
        #""user":{"@libre.graph.userType":"Member","displayName":"","id":"4"}"#, id: "u:4")

    private func listing(_ pages: [String]) async throws -> SpaceListing {
        let script: FaultyServer.Script = { request in
            let page = request.line.contains("skip=1") ? 1 : 0
            let next = page + 1 < pages.count ? #""@odata.nextLink":"/graph/v1beta1/drives?$skip=1","# : ""
            return [.answer(200, "{\(next)\"value\":[\(pages[page])]}")]
        }
        return try await FaultyServer.run(script: script) { server -> SpaceListing in
            let service = try HTTPSpacesService(
                .test("http://localhost:\(server.port)", credentials: .bearer("x")), logger: ServiceTests.silent)
            let listing = try await service.spaces(SpaceQuery(), onProgress: nil)
            await service.shutdown()
            return listing
        }
    }

    @Test func noPermissionsBesideOthersMeansNobody() async throws {
        let spaces = try await listing([
            [
                Self.drive("managed", permissions: Self.known), Self.drive("empty", permissions: nil),
                Self.drive("disabled", permissions: nil, isDisabled: true),
                Self.drive("personal", type: "personal", permissions: nil),
                Self.drive("virtual", type: "virtual", permissions: nil),
            ].joined(separator: ",")
        ]).spaces
        #expect(spaces.map(\.memberCount) == [1, 0, 0, nil, nil])
        #expect(spaces.map(\.isOrphaned) == [false, true, true, false, false])
    }

    @Test func allPagesAreComparedTogether() async throws {
        let spaces = try await listing([
            Self.drive("empty", permissions: nil), Self.drive("managed", permissions: Self.known),
        ]).spaces
        #expect(spaces.map(\.members?.count) == [0, 1])
    }

    @Test func whereNoProjectHasPermissionsNothingIsKnown() async throws {
        // A mounted share of a server that hides the members of projects.
        let spaces = try await listing([
            Self.drive("one", permissions: nil) + ","
                + Self.drive("share", type: "mountpoint", permissions: Self.known)
        ]).spaces
        #expect(spaces[0].members == nil && !spaces[0].isOrphaned)
    }

    @Test func managersWhoseAccountsWereDeletedAreNobody() async throws {
        let spaces = try await listing([
            [
                Self.drive("user", permissions: Self.deletedUser), Self.drive("group", permissions: Self.deletedGroup),
                Self.drive("both", permissions: Self.deletedUser + "," + Self.known),
                Self.drive("nameless", permissions: Self.nameless),
            ].joined(separator: ",")
        ]).spaces
        #expect(spaces.map(\.isOrphaned) == [true, true, false, false])
        #expect(spaces.map(\.memberCount) == [0, 0, 1, 1])
        #expect(spaces[3].managerNames == ["4"], "an account without a name has its id for one")
    }

    @Test func aSingleSpaceWithoutPermissionsTellsNothing() async throws {
        try await FaultyServer.run(script: { _ in [.answer(200, Self.drive("s$1", permissions: nil))] }) { server in
            try await ServiceTests.withService(server) { service in
                let space = try await service.space("s$1")
                #expect(space.members == nil)
            }
        }
    }
}
