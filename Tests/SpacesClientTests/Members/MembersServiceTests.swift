import Foundation
import SpacesModel
import SpacesServer
import Testing

@testable import SpacesClient

/// The same story about members on the embedded server over HTTP and on the service in memory: what tests of the program
/// believe is what a server does.
@Suite("Members of a space")
struct MembersServiceTests {
    private static let viewer = RoleDefinition.published[0].id
    private static let editor = RoleDefinition.published[1].id
    private static let manager = RoleDefinition.published[2].id
    /// Some day long after all tests.
    private static let end = Date(timeIntervalSince1970: 4_102_444_799)

    @Test func overHTTP() async throws {
        var configuration = ServerConfiguration(users: UserDefinition.demo)
        configuration.passwordCost = 4
        // Groups come with the sample only.
        configuration.sample = SampleOrder(count: 8)
        try await withServer(configuration) { _, address in
            let dennis = try Self.client("dennis", address)
            let space = try await dennis.create(SpaceDraft(name: "Members"))
            try await Self.story(dennis, space.id)
            try await Self.strangers(dennis, try Self.client("margaret", address), try Self.client("mary", address))
            await dennis.shutdown()
        }
    }

    @Test func inMemory() async throws {
        let dennis = Account(id: "dennis", displayName: "Dennis Ritchie", userName: "dennis")
        let service = InMemorySpacesService(account: dennis)
        await service.setDirectory([
            Person(Identity(id: "alan", displayName: "Alan Turing"), detail: "alan@example.org"),
            Person(Identity(kind: .group, id: "oslo", displayName: "Everybody in Oslo")),
        ])
        let space = try await service.create(SpaceDraft(name: "Members"))
        try await Self.story(service, space.id)
    }

    private static func story(_ service: any SpacesService, _ space: SpaceID) async throws {
        let first = try await service.members(of: space)
        #expect(first.members.map(\.identity.displayName) == ["Dennis Ritchie"] && first.mayChange)
        #expect(first.roles == RoleDefinition.published)
        let dennis = try #require(first.members.first)

        let found = try await service.people(matching: "TUR")
        let alan = try #require(found.people.first { $0.identity.kind == .user && $0.detail == "alan@example.org" })
        let group = try #require(try await service.people(matching: "oslo").people.last)
        #expect(group.identity.kind == .group && group.identity.displayName == "Everybody in Oslo")
        #expect(try await service.people(matching: "nobody of this name").people.isEmpty)

        var invited = try await service.invite(Invitation(alan.identity, roleID: viewer, expires: end), to: space)
        #expect(invited.role == .viewer && invited.expires == end && invited.identity == alan.identity)
        _ = try await service.invite(Invitation(group.identity, roleID: editor), to: space)
        let again = await failure { try await service.invite(Invitation(alan.identity, roleID: viewer), to: space) }
        #expect(again?.kind == .refused && again?.sentence.contains("that is a member already") == true)
        let nobody = Identity(id: "11111111-2222-4333-8444-555555555555", displayName: "Nobody")
        let unknown = await failure { try await service.invite(Invitation(nobody, roleID: viewer), to: space) }
        #expect(unknown?.kind == .refused && unknown?.sentence.contains("does not know this user") == true)
        #expect(try await service.members(of: space).members.count == 3)
        #expect(try await service.space(space).members?.count == 3)

        // A role keeps the end, and an end keeps the role.
        invited = try await service.change(invited, MemberChange(roleID: editor), of: space)
        #expect(invited.role == .editor && invited.expires == end)
        invited = try await service.change(invited, MemberChange(end: .never), of: space)
        #expect(invited.role == .editor && invited.expires == nil)
        #expect(try await service.change(invited, MemberChange(), of: space) == invited)

        for attempt in [MemberChange(roleID: editor), nil] {
            let last = await failure {
                if let attempt {
                    _ = try await service.change(dennis, attempt, of: space)
                } else {
                    try await service.remove(dennis, from: space)
                }
            }
            #expect(last?.kind == .notAllowed && last?.code == "accessDenied")
            #expect(last?.sentence.contains("a space keeps at least one manager") == true)
        }
        // A group that manages is manager enough.
        let stored = try #require(try await service.members(of: space).members.first { $0.identity.kind == .group })
        _ = try await service.change(stored, MemberChange(roleID: manager), of: space)
        _ = try await service.change(dennis, MemberChange(roleID: manager), of: space)

        try await service.remove(invited, from: space)
        let twice = await failure { try await service.remove(invited, from: space) }
        #expect(twice?.kind == .goneOrNotAllowed)
        #expect(try await service.members(of: space).members.count == 2)

        try await service.disable(try await service.space(space))
        let disabled = await failure { try await service.members(of: space) }
        #expect(disabled?.kind == .notFound && disabled?.sentence.contains("gone or disabled") == true)
    }

    /// A Space Admin who is not a manager, and an ordinary user who is not a member.
    private static func strangers(
        _ dennis: HTTPSpacesService, _ margaret: HTTPSpacesService, _ mary: HTTPSpacesService
    ) async throws {
        let space = try await dennis.create(SpaceDraft(name: "Closed"))
        let alan = try #require(try await margaret.people(matching: "turing").people.first)
        let denied = await failure {
            try await margaret.invite(Invitation(alan.identity, roleID: viewer), to: space.id)
        }
        #expect(denied?.kind == .goneOrNotAllowed && denied?.code == "itemNotFound")
        let hidden = await failure { try await mary.members(of: space.id) }
        #expect(hidden?.kind == .notFound)
        let short = await failure { try await mary.people(matching: "al") }
        #expect(short?.sentence.contains("Type at least three, or a blank behind a short name") == true)
        await margaret.shutdown()
        await mary.shutdown()
    }

    /// A group called IT, where fewer than three letters are searched for by nobody.
    private static let shortNames: FaultyServer.Script = { request in
        let line = request.line.removingPercentEncoding ?? ""
        if line.contains("$search=\"IT \"") { return [.answer(200, #"{"value":[]}"#)] }
        if line.contains("$search=\"IT\"") {
            return [.answer(403, #"{"error":{"code":"accessDenied","message":"search term too short"}}"#)]
        }
        if line.contains("$search=") { return [.answer(200, #"{"value":[]}"#)] }
        if line.hasSuffix("/groups/IT") || line.hasSuffix("/groups/g-it") {
            return [.answer(200, #"{"id":"g-it","displayName":"IT"}"#)]
        }
        return [.answer(404, #"{"error":{"code":"itemNotFound","message":"not found"}}"#)]
    }

    @Test("A name too short to be searched for, or an id, is asked for as it stands", arguments: ["IT", "IT ", "g-it"])
    func whatIsNotSearchedForIsFoundExactly(text: String) async throws {
        try await FaultyServer.run(script: Self.shortNames) { server in
            try await ServiceTests.withService(server) { service in
                let found = try await service.people(matching: text)
                #expect(found.people.map(\.identity) == [Identity(kind: .group, id: "g-it", displayName: "IT")])
            }
        }
    }

    @Test func whoIsNobodyExactlyIsTheFailureOfTheSearch() async throws {
        let script: FaultyServer.Script = { request in
            request.line.contains("search")
                ? [.answer(403, #"{"error":{"code":"accessDenied","message":"search term too short"}}"#)]
                : [.answer(404, #"{"error":{"code":"itemNotFound","message":"not found"}}"#)]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let failure = await ServiceTests.failure { try await service.people(matching: "xy") }
                #expect(
                    failure?.sentence.contains("a blank behind a short name; or the whole name, or the id.") == true)
            }
        }
    }

    @Test func aServerWithoutGroupsStillTellsUsers() async throws {
        let script: FaultyServer.Script = { request in
            request.line.contains("/groups")
                ? [.answer(404, "404 page not found\n", type: "text/plain")]
                : [.answer(200, #"{"value":[{"id":"1","displayName":"Ada"}]}"#)]
        }
        try await FaultyServer.run(script: script) { server in
            try await ServiceTests.withService(server) { service in
                let found = try await service.people(matching: "ada")
                #expect(found.people.map(\.identity.displayName) == ["Ada"])
                #expect(found.missingGroups?.contains("has nothing at this address") == true)
            }
        }
    }

    @Test func whatHasNoIdIsNotSentAnywhere() async throws {
        try await FaultyServer.run(script: { _ in [.answer(204, "")] }) { server in
            try await ServiceTests.withService(server) { service in
                let ghost = Member(identity: Identity(id: "", displayName: "Ghost"), role: .viewer, permissionID: "")
                let failure = await Self.failure { try await service.remove(ghost, from: "s$1") }
                #expect(failure?.sentence.contains("it has no usable id") == true)
                #expect(await Self.failure { try await service.members(of: "..") } != nil)
            }
            #expect(server.requests.isEmpty)
        }
    }

    private static func client(_ user: String, _ address: String) throws -> HTTPSpacesService {
        try HTTPSpacesService(
            .test(address, credentials: .basic(user: user, password: "demo")), logger: ServiceTests.silent)
    }

    private static func failure<Value>(_ call: () async throws -> Value) async -> SpacesFailure? {
        await ServiceTests.failure(call)
    }
}
