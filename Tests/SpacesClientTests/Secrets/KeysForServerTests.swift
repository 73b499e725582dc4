import Foundation
import Testing

@testable import SpacesClient

@Suite("Finding the sessions for a server")
struct KeysForServerTests {
    private static let server = FileSecretStoreTests.address("https://cloud.example.org")
    private static let other = FileSecretStoreTests.address("https://cloud.example.org:9200")

    private static func session(_ user: String, _ server: ServerAddress = server) -> StoredSession {
        StoredSession(
            kind: .basic(user: user, password: SecretText("s3cret")), server: server.description, userName: user,
            displayName: user)
    }

    private static func found(
        in store: any SecretStore
    ) async throws -> (users: Set<String>, problems: [String]) {
        let found = try await store.keys(for: server)
        var users: Set<String> = []
        for key in found.keys { users.insert(try #require(try await store.session(key)).userName) }
        #expect(users.count == found.keys.count)
        return (users, found.problems.map(\.sentence))
    }

    @Test func everyUserAndProfileOfTheServerIsFoundAndNoOther() async throws {
        try await TemporaryFolder.with { base in
            let stores: [any SecretStore] = [FileSecretStore(folder: base + "/sessions"), MemorySecretStore()]
            for store in stores {
                #expect(try await store.keys(for: Self.server).keys.isEmpty)
                let keys = [
                    SecretKey(server: Self.server), SecretKey(server: Self.server, user: "admin"),
                    SecretKey(server: Self.server, profile: "prod"),
                    SecretKey(server: Self.server, profile: "prod", user: "ada"),
                ]
                for (index, key) in keys.enumerated() { try await store.keep(Self.session("user\(index)"), key) }
                try await store.keep(Self.session("elsewhere", Self.other), SecretKey(server: Self.other))
                #expect(Set(try await store.keys(for: Self.server).keys) == Set(keys))
                #expect(try await Self.found(in: store).users == ["user0", "user1", "user2", "user3"])
            }
        }
    }

    /// Earlier versions wrote neither profile nor user into the file.
    @Test func sessionsOfEarlierVersionsAreFoundAndCanBeForgotten() async throws {
        try await TemporaryFolder.with { base in
            let store = FileSecretStore(folder: base + "/sessions")
            for key in [
                SecretKey(server: Self.server, user: "admin"), SecretKey(server: Self.server, profile: "prod"),
            ] {
                try await store.write(try Self.session(key.user ?? "ada").encoded, key)
            }
            #expect(try await Self.found(in: store).users == ["admin", "ada"])
            let found = try await store.keys(for: Self.server).keys
            #expect(found.contains(SecretKey(server: Self.server, user: "admin")), "the user of an app token is known")
            for key in found {
                let outcome = try await SignOut(key, store: store, network: NetworkSettings(timeLimits: .patient)).run()
                #expect(outcome == .forgotten)
            }
            #expect(try await store.keys(for: Self.server).keys.isEmpty)
        }
    }

    @Test func whatCannotBeReadIsToldAndHidesNothing() async throws {
        try await TemporaryFolder.with { base in
            let store = FileSecretStore(folder: base + "/sessions")
            try await store.keep(Self.session("ada"), SecretKey(server: Self.server))
            let loose = SecretKey(server: Self.server, user: "bob")
            try await store.keep(Self.session("bob"), loose)
            chmod("\(store.folder)/\(loose.fileName).json", 0o644)
            for name in ["cloud.example.org-x.json", "cloud.example.org-0123456789abcdef.lock", "notes.json"] {
                try Data("x".utf8).write(to: URL(filePath: "\(store.folder)/\(name)"))
            }
            let found = try await Self.found(in: store)
            #expect(found.users == ["ada"] && found.problems.count == 1)
            #expect(found.problems.first?.contains("can be read by others") == true)
        }
    }

    @Test func whatADesktopListsIsTakenApart() {
        let text = """
            [/org/freedesktop/secrets/collection/login/1]
            label = spaces: cloud.example.org
            secret = {
              "user" : "attribute.user = x"
            }
            created = 2026-11-29 04:00:00
            attribute.server = https://cloud.example.org
            attribute.user = -
            attribute.profile = -
            attribute.user = ada
            attribute.server = https://cloud.example.org
            attribute.profile = prod = 1
            """
        #expect(
            DesktopSecretStore.attributes(in: text) == [
                ["server": "https://cloud.example.org", "user": "-", "profile": "-"],
                ["server": "https://cloud.example.org", "user": "ada", "profile": "prod = 1"],
            ])
        #expect(DesktopSecretStore.attributes(in: "").isEmpty)
    }
}
