import SpacesModel
import Testing

@testable import SpacesQuery

/// Which spaces a filter asks for by what they are, so that an action on all that it finds may take in more than projects.
@Suite struct QueryNamingTests {
    private func space(_ name: String, _ type: SpaceType, id: String = "4c510ada-c86b-4815-8820-42cdf82c3d51") -> Space
    {
        Space(id: SpaceID("storage-users-1$" + id), name: name, type: type)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("type:personal", true), ("type:pers", true), ("type:personal,project", true), ("!type:project", true),
        ("modified>1y type:personal", true), ("!type:project,mountpoint", true),
        ("", false), ("ada", false), ("modified>1y", false), ("type:project", false), ("!type:personal", false),
        // One letter that stands for both names neither.
        ("type:p", false), ("!type:virtual", false), ("owner:ada", false), ("state:disabled", false),
        ("id:4c510ada", true), ("id:42cdf82c3d51", true), ("id:4C510ADA", true),
        ("id:storage-users-1$4c510ada", true), ("id=storage-users-1$4c510ada-c86b-4815-8820-42cdf82c3d51", true),
        // Too little of it, the part that all spaces have, an expression, and the opposite.
        ("id:4c510ad", false), ("id:storage-users-1", false), ("id:storage-users-1$", false), ("id:/4c510ada/", false),
        ("!id:4c510ada", false),
        ("name=\"Ada Admin\"", true), ("name=ada", false), ("name:ada", false),
    ])
    func namesAPersonalSpace(filter: String, isNamed: Bool) {
        #expect(Query(parsing: filter).names(space("Ada Admin", .personal)) == isNamed)
    }

    @Test func namesATypeThatNobodyKnowsByLeavingOutProjectsAlone() {
        let unknown = space("Vault", .other("vault"))
        #expect(Query(parsing: "!type:project").names(unknown))
        #expect(!Query(parsing: "type:personal").names(unknown))
    }
}
