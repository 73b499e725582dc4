import Foundation
import SpacesModel
import Testing

@testable import SpacesClient

/// The life of a space on a running server, for trying the client against servers of any kind.
///
/// `SPACES_LIVE=http://127.0.0.1:9200 SPACES_LIVE_USER=admin SPACES_LIVE_PASSWORD=… swift test --filter LiveServerTests`
@Suite("Against a running server", .enabled(if: LiveServer.variable("") != nil), .serialized)
struct LiveServerTests {
    @Test func aSpaceLivesFromItsMakingToItsEnd() async throws {
        let service = try Self.service()
        let account = try await service.account()
        let permissions = try await service.permissions(of: account)
        #expect(permissions.contains(.createAll))
        _ = try await service.capabilities()

        let made = try await service.create(
            SpaceDraft(name: "  Live 日本 é'", subtitle: "made by a test", limit: .bytes(ByteCount(5_000_000_000))))
        #expect(made.name == "Live 日本 é'" && made.subtitle == "made by a test")
        #expect(made.quota?.limit == .bytes(ByteCount(5_000_000_000)))

        let read = try await service.space(made.id)
        #expect(read.id == made.id && read.managerNames.count == 1)
        let found = try await service.spaces(SpaceQuery(filter: .id(made.id)), onProgress: nil)
        #expect(found.spaces.map(\.id) == [made.id] && found.unreadable.isEmpty)
        #expect(found.spaces.first?.members?.first?.permissionID != nil)

        let edited = try await service.edit(
            SpaceEdit(name: "Live two", subtitle: "", alias: "project/live-two", limit: .unlimited), startingFrom: made)
        #expect(edited.name == "Live two" && edited.subtitle == "" && edited.alias == "project/live-two")
        #expect(edited.quotaState == .unlimited)

        let early = await ServiceTests.failure { try await service.purge(edited) }
        #expect(early?.kind == .refused && early?.status == 400, "\(String(describing: early))")
        try await service.disable(edited)
        let disabled = try await service.space(made.id)
        #expect(disabled.isDisabled)
        #expect(try await !service.restore(disabled).isDisabled)
        try await service.disable(edited)
        try await service.purge(disabled)
        let gone = await ServiceTests.failure { try await service.disable(edited) }
        #expect(gone?.kind == .goneOrNotAllowed && gone?.code == "itemNotFound")
        let missing = await ServiceTests.failure { try await service.space(made.id) }
        #expect(missing?.kind == .notFound && missing?.requestID != nil)
        await service.shutdown()
    }

    @Test func listsComeInEveryOrderAndVersion() async throws {
        let service = try Self.service()
        for scope in [SpaceQuery.Scope.all, .mine] {
            for version in APIVersion.allCases {
                for key in SpaceQuery.OrderKey.allCases {
                    let query = SpaceQuery(
                        scope: scope, filter: .type(.project), order: .init(key, isDescending: true), version: version)
                    let listing = try await service.spaces(query, onProgress: nil)
                    #expect(listing.unreadable.isEmpty)
                    #expect(listing.spaces.allSatisfy { $0.type == .project })
                    // A space that nobody is a member of may tell none.
                    #expect(listing.spaces.isEmpty || listing.spaces.contains { $0.members != nil })
                    if key == .lastModifiedDateTime {
                        let dates = listing.spaces.map { $0.modified ?? .distantPast }
                        #expect(dates == dates.sorted(by: >))
                    }
                }
            }
        }
        let start = ContinuousClock.now
        let all = try await service.spaces(SpaceQuery(), onProgress: nil)
        print("\(all.spaces.count) spaces in \(Int((ContinuousClock.now - start) / .milliseconds(1))) ms")
        await service.shutdown()
    }

    @Test func wrongCredentialsAreNamed() async throws {
        let service = try Self.service(password: "wrong")
        let failure = await ServiceTests.failure { try await service.account() }
        #expect(failure?.kind == .notAuthenticated && failure?.status == 401)
        await service.shutdown()
    }

    private static func service(password: String? = nil) throws -> HTTPSpacesService {
        try HTTPSpacesService(
            .test(
                LiveServer.variable("") ?? "",
                credentials: .basic(
                    user: LiveServer.variable("_USER") ?? "admin",
                    password: password ?? LiveServer.variable("_PASSWORD") ?? "admin"),
                trust: LiveServer.variable("_CACERT").map { .certificates(file: $0) } ?? .systemRoots),
            logger: ServiceTests.silent)
    }
}

/// What the environment says about the server to try.
private enum LiveServer {
    static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment["SPACES_LIVE" + name]
    }
}
