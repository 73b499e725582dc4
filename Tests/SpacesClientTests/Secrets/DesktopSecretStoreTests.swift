import Foundation
import Testing

@testable import SpacesClient

/// The real secret service of a desktop. It is the one of whoever runs the tests, so it is asked only when told to, such as
/// with one that lives as long as the tests do:
///
///     dbus-run-session -- sh -c 'printf pw | gnome-keyring-daemon --unlock --components=secrets
///         SPACES_TEST_SECRET_SERVICE=1 swift test --filter DesktopSecretStoreTests'
@Suite(
    .serialized,
    .enabled(
        if: ProcessInfo.processInfo.environment["SPACES_TEST_SECRET_SERVICE"] == "1",
        "SPACES_TEST_SECRET_SERVICE=1 lets it use the secret service of this session"))
struct DesktopSecretStoreTests {
    private func withStore(_ body: (DesktopSecretStore, SecretKey) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let environment = ProcessInfo.processInfo.environment.merging(["XDG_STATE_HOME": folder]) { $1 }
            let store = try #require(
                await DesktopSecretStore.found(environment: environment), "no secret service answers")
            let server = try ServerAddress(parsing: "https://\(UUID().uuidString.lowercased()).example.org")
            let key = SecretKey(server: server, profile: "test", user: "ada")
            try await body(store, key)
            try await store.remove(key)
        }
    }

    @Test func aSecretIsKeptReplacedAndForgotten() async throws {
        try await withStore { store, key in
            #expect(try await store.read(key) == nil)
            let long = String(repeating: "ü\"\\$'", count: 1300)
            for secret in ["s3cret", long, "{\n  \"a\" : \"b\"\n}"] {
                try await store.write(SecretText(secret), key)
                #expect(try await store.read(key)?.exposed == secret)
            }
            // Not half of it, and what was there stays.
            let last = try await store.read(key)
            await #expect(throws: SecretFailure.self) { try await store.write(SecretText(long + long), key) }
            #expect(try await store.read(key) == last)
            #expect(try await store.read(SecretKey(server: key.server, profile: "test", user: "bob")) == nil)
            try await store.remove(key)
            #expect(try await store.read(key) == nil)
            try await store.remove(key)
        }
    }

    @Test func aSessionIsKeptByIt() async throws {
        try await withStore { store, key in
            let session = StoredSession(
                kind: .basic(user: "ada", password: SecretText("pw")), server: key.server.description, userName: "ada",
                displayName: "Ada")
            try await store.keep(session, key)
            #expect(try await store.session(key)?.kind == session.kind)
            #expect(try await store.keys(for: key.server).keys == [key])
        }
    }
}
