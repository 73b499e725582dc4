import Logging
import SpacesModel
import SpacesServer
import Testing

@testable import SpacesClient

/// Readme and image of a space: over WebDAV of the embedded server, and in memory alike.
@Suite struct FileTests {
    /// Runs the same story on both implementations.
    private func onBoth(_ story: @Sendable (any SpacesService) async throws -> Void) async throws {
        try await story(InMemorySpacesService())
        var configuration = ServerConfiguration(users: [
            UserDefinition(
                username: "admin", displayName: "Admin", mail: "a@example.org", password: "demo", role: .admin)
        ])
        configuration.passwordCost = 4
        try await withServer(configuration) { _, url in
            let service = try HTTPSpacesService(
                ServerConnection(
                    address: ServerAddress(parsing: url), credentials: .basic(user: "admin", password: "demo")),
                logger: Logger(label: "files") { _ in SwiftLogNoOpLogHandler() })
            try await story(service)
            await service.shutdown()
        }
    }

    @Test func makesChangesAndReadsAReadme() async throws {
        try await onBoth { service in
            let space = try await service.create(SpaceDraft(name: "Mars"))
            let outcome = try await service.saveReadme(Array("# Mars\n".utf8), of: space, replacing: nil)
            guard case .saved(let made, let first) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(made.special(.readme)?.name == "readme.md" && first.eTag != nil)
            let read = try await service.read(.readme, of: made)
            #expect(read.bytes == Array("# Mars\n".utf8) && Optional(read).isSame(as: first))

            let changed = try await service.saveReadme(Array("two".utf8), of: made, replacing: read)
            guard case .saved(let again, _) = changed else {
                Issue.record("\(changed)")
                return
            }
            // Whoever still has the first text does not overwrite the second.
            let late = try await service.saveReadme(Array("three".utf8), of: again, replacing: read)
            guard case .changed(let theirs?) = late else {
                Issue.record("\(late)")
                return
            }
            #expect(theirs.bytes == Array("two".utf8))
            let new = try await service.saveReadme(Array("four".utf8), of: again, replacing: nil)
            #expect(new == .changed(theirs))
            #expect(try await service.read(.readme, of: again).bytes == Array("two".utf8))
        }
    }

    @Test func aMissingFileIsAFailure() async throws {
        try await onBoth { service in
            let space = try await service.create(SpaceDraft(name: "Mars"))
            let failure = await ServiceTests.failure { try await service.read(.image, of: space) }
            #expect(failure?.kind == .notFound)
            #expect(failure?.naming("Mars").sentence.hasPrefix("The image of Mars was not loaded: ") == true)
        }
    }

    @Test func followsAnAddressOnlyBelowTheServersOwn() throws {
        let server = try ServerAddress(parsing: "https://cloud.example.org/oc")
        func target(_ address: String?) -> String {
            server.target(of: SpaceFile(space: SpaceID("s$1"), path: [".space", "re ad.md"], address: address))
        }
        let own = "/dav/spaces/s$1/.space/re%20ad.md"
        #expect(target(nil) == own)
        #expect(target("https://cloud.example.org/oc/dav/spaces/x$y!z") == "/dav/spaces/x$y!z")
        #expect(target("https://cloud.example.org/oc/dav/a b") == own, "no address holds a blank")
        for foreign in [
            "https://evil.example.org/oc/dav/spaces/x", "http://cloud.example.org/oc/dav/x",
            "https://cloud.example.org/x",
            "https://cloud.example.org/ocean/x", "https://cloud.example.org/oc/../x",
            "https://cloud.example.org/oc/%2E%2e/x",
            "https://cloud.example.org/oc/x?y", "https://cloud.example.org/oc/x#y",
            "https://cloud.example.org/oc/x\r\nHost: y",
        ] { #expect(target(foreign) == own, "\(foreign)") }
    }

    @Test func tooLargeAReadmeIsNeitherReadNorSent() async throws {
        try await onBoth { service in
            guard service is HTTPSpacesService else { return }
            let space = try await service.create(SpaceDraft(name: "Mars"))
            let large = [UInt8](repeating: 0x61, count: (256 << 10) + 1)
            let failure = await ServiceTests.failure {
                try await service.saveReadme(large, of: space, replacing: nil)
            }
            #expect(failure?.kind == .refused && failure?.naming("Mars").sentence.contains("at most 262.1 kB") == true)
        }
    }
}
