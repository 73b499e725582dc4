import SpacesModel
import Testing

@testable import SpacesClient

@Suite("No change of others is overwritten")
struct ConflictTests {
    private static let seen = Space(id: "s$1", name: "Mars", subtitle: "red")
    private static let seenDisabled = Space(id: "s$1", name: "Mars", root: .init(id: "s$1", deletedState: "trashed"))

    @Test(arguments: Side.allCases)
    func aFieldThatSomeoneElseChangedIsAskedAbout(side: Side) async throws {
        try await side.run(storing: Space(id: "s$1", name: "Pluto", subtitle: "red")) { service in
            let edit = SpaceEdit(name: "Venus", subtitle: "green")
            let failure = await ServiceTests.failure { try await service.edit(edit, startingFrom: Self.seen) }
            guard case .conflict(let conflict)? = failure?.kind else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(
                conflict.fields == [.init(.name, base: .text("Mars"), theirs: .text("Pluto"), mine: .text("Venus"))])
            #expect(
                failure?.sentence
                    == "Mars was not changed: someone else changed its name meanwhile. Choose what shall stay; "
                    + "nothing was sent.")
            #expect(failure?.isUncertain == false)
        }
    }

    @Test(arguments: Side.allCases)
    func aSpaceRestoredOrRenamedMeanwhileIsNotPurged(side: Side) async throws {
        for now in [
            Space(id: "s$1", name: "Mars"),
            Space(id: "s$1", name: "Pluto", root: .init(id: "s$1", deletedState: "trashed")),
        ] {
            try await side.run(storing: now) { service in
                let failure = await ServiceTests.failure { try await service.purge(Self.seenDisabled) }
                guard case .changedMeanwhile(let space)? = failure?.kind else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
                #expect(space.name == now.name && space.isDisabled == now.isDisabled)
                #expect(failure?.sentence.hasPrefix("Mars was not purged: ") == true)
            }
        }
    }

    @Test(arguments: Side.allCases)
    func whatIsSoAlreadyIsNotSent(side: Side) async throws {
        try await side.run(storing: Self.seenDisabled) { service in
            try await service.disable(Self.seen)
        }
        try await side.run(storing: Space(id: "s$1", name: "Venus", subtitle: "red")) { service in
            let edited = try await service.edit(SpaceEdit(name: "Venus"), startingFrom: Self.seen)
            let restored = try await service.restore(Self.seenDisabled)
            #expect(edited.name == "Venus" && restored.name == "Venus")
        }
    }

    /// The two services that must behave alike.
    enum Side: CaseIterable {
        case http, inMemory

        /// Runs a test against a service that stores one space, and checks that the space was not written.
        func run(storing space: Space, _ test: (any SpacesService) async throws -> Void) async throws {
            switch self {
            case .inMemory:
                let service = InMemorySpacesService(spaces: [space])
                try await test(service)
                #expect(await service.stored == [space])
            case .http:
                let deleted = space.isDisabled ? #","deleted":{"state":"trashed"}"# : ""
                let drive =
                    #"{"id":"s$1","name":"\#(space.name)","description":"\#(space.subtitle)","root":{"id":"s$1"\#(deleted)}}"#
                try await FaultyServer.run(script: { _ in [.answer(200, drive)] }) { server in
                    try await ServiceTests.withService(server) { try await test($0) }
                    #expect(server.requests.allSatisfy { $0.line.hasPrefix("GET ") })
                }
            }
        }
    }
}
