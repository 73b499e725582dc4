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
            let read = try #require(try await service.read(.readme, of: made))
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
            #expect(try await service.read(.readme, of: again)?.bytes == Array("two".utf8))
        }
    }

    @Test func aNamedFileThatIsMissingIsAFailure() async throws {
        try await onBoth { service in
            var space = try await service.create(SpaceDraft(name: "Mars"))
            for kind in SpecialFile.allCases { #expect(try await service.read(kind, of: space) == nil) }
            space.special = [.init(folder: "image", id: "x", name: "image.png")]
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

    @Test func whatTheServerDoesNotNameIsFoundAllTheSame() async throws {
        try await onBoth { service in
            let space = try await service.create(SpaceDraft(name: "Mars"))
            let text = Array("# There\n".utf8)
            _ = try await service.write(text, as: .readme, of: space, replacing: nil)
            let told = try await service.space(space.id)
            #expect(told.special.isEmpty, "the server names none")
            let read = try #require(try await service.read(.readme, of: told))
            #expect(read.bytes == text && read.eTag != nil)
            // Whoever believes the server overwrites nothing.
            #expect(try await service.saveReadme(Array("new".utf8), of: told, replacing: nil) == .changed(read))
            let outcome = try await service.saveReadme(Array("two".utf8), of: told, replacing: read)
            guard case .saved(let now, _) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(now.special(.readme)?.name == "readme.md", "now it is named")
        }
    }

    @Test func theNewestImageIsTheImage() async throws {
        try await onBoth { service in
            guard service is HTTPSpacesService else { return }
            let space = try await service.create(SpaceDraft(name: "Mars"))
            for (number, name) in ["image.png", "50 %.jpg", "notes.txt"].enumerated() {
                var named = space
                named.special = [.init(folder: "image", id: "x", name: name)]
                _ = try await service.write([UInt8(number)], as: .image, of: named, replacing: nil)
            }
            let image = try #require(try await service.read(.image, of: space))
            #expect(image.bytes == [1] && image.mediaType == "image/jpeg")
        }
    }

    /// Servers hide what an account may not see as if it were not there.
    @Test func nobodyWritesANewReadmeIntoASpaceThatIsNotReached() async throws {
        let users = [("admin", GlobalRole.admin), ("mary", .spaceAdmin)].map {
            UserDefinition(
                username: $0, displayName: $0, mail: "\($0)@example.org", password: "demo", role: $1)
        }
        var configuration = ServerConfiguration(users: users)
        configuration.passwordCost = 4
        try await withServer(configuration) { _, url in
            func service(_ user: String) throws -> HTTPSpacesService {
                try HTTPSpacesService(
                    ServerConnection(
                        address: ServerAddress(parsing: url), credentials: .basic(user: user, password: "demo")),
                    logger: Logger(label: "files") { _ in SwiftLogNoOpLogHandler() })
            }
            let (manager, stranger) = (try service("admin"), try service("mary"))
            let space = try await manager.create(SpaceDraft(name: "Mars"))
            for kind in SpecialFile.allCases {
                let failure = await ServiceTests.failure { try await stranger.read(kind, of: space) }
                #expect(
                    failure?.naming("Mars").sentence == """
                        The \(kind == .readme ? "readme" : "image") of Mars was not loaded: the space is gone, or this account \
                        does not reach what is in it (404). Ask a manager of the space.
                        """)
            }
            // The space is purged while its readme is being edited.
            guard
                case .saved(let made, let base) = try await manager.saveReadme(
                    Array("one".utf8), of: space, replacing: nil)
            else { throw DecodingError.valueNotFound(Space.self, .init(codingPath: [], debugDescription: "unsaved")) }
            try await manager.disable(made)
            try await manager.purge(try await manager.space(made.id))
            let late = await ServiceTests.failure {
                try await manager.saveReadme(Array("two".utf8), of: made, replacing: base)
            }
            #expect(
                late?.naming("Mars").sentence.hasPrefix("The readme of Mars was not saved: the space is gone") == true)
            await manager.shutdown()
            await stranger.shutdown()
        }
    }

    /// A listing as other servers write it.
    @Test func readsFoldersWhateverThePrefix() {
        let document = """
            <?xml version="1.0"?><D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/s$1/.space/</D:href><D:propstat>
            <D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>
            <D:response><D:href> /dav/s$1/.space/a%20&amp;%25.PNG </D:href><D:propstat><D:prop><D:getcontenttype>Image/PNG;
            x=y</D:getcontenttype><D:getlastmodified>Sun, 06 Nov 1994 08:49:37 GMT</D:getlastmodified><D:resourcetype/></D:prop>
            </D:propstat></D:response><response><href>/dav/.space/%2E%2E</href></response>
            <D:response><D:href>/dav/.space/a%2Fb</D:href></D:response></D:multistatus>
            """
        let entries = Multistatus(Array(document.utf8)).entries
        #expect(entries.map(\.name) == [nil, "a &%.PNG", nil, nil])
        #expect(
            entries[1].mediaType == "image/png" && entries[1].modified == HTTPDate.read("Sun, 06 Nov 1994 08:49:37 GMT")
        )
        #expect(Multistatus(Array("<a".utf8)).entries.isEmpty)
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
