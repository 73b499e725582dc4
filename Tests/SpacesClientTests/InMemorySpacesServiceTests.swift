import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

@Suite("The service in memory")
struct InMemorySpacesServiceTests {
    @Test func aSpaceLivesFromItsMakingToItsEnd() async throws {
        let service = InMemorySpacesService()
        let made = try await service.create(SpaceDraft(name: " New Mars ", subtitle: "red"))
        #expect(made.name == "New Mars" && made.alias == "project/new-mars" && made.managerNames == ["Admin"])
        #expect(made.quota == Quota(limit: .bytes(ByteCount(1_000_000_000)), used: .zero))

        let edited = try await service.edit(
            SpaceEdit(name: "Pluto", subtitle: "", limit: .unlimited), startingFrom: made)
        #expect(edited.name == "Pluto" && edited.subtitle == "" && edited.quotaState == .unlimited)

        let early = await ServiceTests.failure { try await service.purge(edited) }
        #expect(early?.kind == .refused && early?.status == 400)
        try await service.disable(edited)
        let disabled = try await service.space(made.id)
        #expect(disabled.isDisabled && disabled.quotaState == .unknown)
        #expect(try await service.restore(disabled) == edited)
        try await service.disable(edited)
        try await service.purge(disabled)
        let gone = await ServiceTests.failure { try await service.disable(edited) }
        #expect(gone?.kind == .goneOrNotAllowed)
        let missing = await ServiceTests.failure { try await service.space(made.id) }
        #expect(missing?.kind == .notFound)
        #expect(await service.calls.count == 10)
        #expect(await service.calls.first == .create(SpaceDraft(name: " New Mars ", subtitle: "red")))
    }

    @Test func listsAreFilteredAndOrdered() async throws {
        let me = Account(id: "me", displayName: "Me", userName: "me")
        let mine = Member(identity: Identity(id: "me", displayName: "Me"), role: .viewer)
        let spaces = [
            Space(id: "1", name: "beta", modified: Date(timeIntervalSince1970: 2), root: .init(id: "1", members: [])),
            Space(id: "2", name: "Alpha", modified: nil, root: .init(id: "2", members: [mine])),
            Space(id: "3", name: "Me", type: .personal, owner: mine.identity),
            Space(id: "4", name: "gamma", root: .init(id: "4", members: [mine], deletedState: "trashed")),
        ]
        let service = InMemorySpacesService(spaces: spaces, account: me)
        func ids(_ query: SpaceQuery) async throws -> [String] {
            try await service.spaces(query, onProgress: nil).spaces.map(\.id.rawValue)
        }
        #expect(try await ids(SpaceQuery()) == ["1", "2", "3", "4"])
        #expect(try await ids(SpaceQuery(scope: .mine)) == ["2", "3"])
        #expect(try await ids(SpaceQuery(filter: .type(.personal))) == ["3"])
        #expect(try await ids(SpaceQuery(filter: .id("2"))) == ["2"])
        #expect(try await ids(SpaceQuery(order: .init(.name))) == ["2", "1", "4", "3"])
        #expect(try await ids(SpaceQuery(order: .init(.lastModifiedDateTime, isDescending: true))).first == "1")
    }

    @Test func failuresComeInTheirOrderAndChangeNothing() async throws {
        let service = InMemorySpacesService(spaces: [Space(id: "1", name: "Mars")])
        let first = SpacesFailure(kind: .cancelled, sentence: "one")
        let second = SpacesFailure(kind: .timedOut, sentence: "two")
        await service.failNext(with: first)
        await service.failNext(with: second)
        #expect(await ServiceTests.failure { try await service.purge(Space(id: "1", name: "Mars")) } == first)
        #expect(await ServiceTests.failure { try await service.account() } == second)
        #expect(try await service.account().userName == "admin")
        #expect(await service.stored.count == 1)
        #expect(await service.calls == [.purge("1"), .account, .account])
    }

    @Test func permissionsAndBoundsAreKept() async throws {
        let service = InMemorySpacesService(
            spaces: [Space(id: "1", name: "Mars")], permissions: Permissions([]),
            capabilities: ServerCapabilities(maximumQuota: ByteCount(10)))
        let creating = await ServiceTests.failure { try await service.create(SpaceDraft(name: "x")) }
        #expect(creating?.kind == .notAllowed)
        let setting = await ServiceTests.failure {
            try await service.edit(SpaceEdit(limit: .bytes(ByteCount(5))), startingFrom: Space(id: "1", name: "Mars"))
        }
        #expect(
            setting?.sentence.hasPrefix("Quota of Mars was not changed: this account may not set quotas") == true)
        let exceeding = await ServiceTests.failure {
            try await service.edit(SpaceEdit(limit: .unlimited), startingFrom: Space(id: "1", name: "Mars"))
        }
        guard case .invalid(let problem) = exceeding?.kind else {
            Issue.record("\(String(describing: exceeding))")
            return
        }
        #expect(problem.field == .quota)
    }
}
