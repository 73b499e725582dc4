import Foundation
import Glibc
import Testing

@testable import SpacesClient

@Suite("Secrets in files")
struct FileSecretStoreTests {
    private let key = SecretKey(server: Self.address("https://cloud.example.org:9200/prefix"), profile: "prod")

    static func address(_ text: String) -> ServerAddress {
        do throws(ConnectionProblem) {
            return try ServerAddress(parsing: text)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    @Test func onlyTheOwnerCanReadThem() async throws {
        try await TemporaryFolder.with { base in
            let folder = base + "/state/spaces/sessions"
            let store = FileSecretStore(folder: folder)
            #expect(try await store.read(key) == nil)
            try await store.write(SecretText("s3cret"), key)
            try await store.write(SecretText("s3cret two"), key)
            #expect(try await store.read(key)?.exposed == "s3cret two")
            #expect(TemporaryFolder.mode(of: folder) == 0o700)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files == ["\(key.fileName).json"] && key.fileName.hasPrefix("cloud.example.org-"))
            #expect(TemporaryFolder.mode(of: "\(folder)/\(files[0])") == 0o600)
            #expect(store.place(of: key).contains(files[0]) && store.place(of: key).contains("only you"))
            try await store.remove(key)
            try await store.remove(key)
            #expect(try await store.read(key) == nil)
        }
    }

    @Test func everyKeyHasAFileOfItsOwn() {
        let server = Self.address("https://cloud.example.org")
        let keys = [
            SecretKey(server: server), SecretKey(server: server, profile: "a"), SecretKey(server: server, user: "a"),
            SecretKey(server: server, profile: "a", user: "b"), SecretKey(server: server, profile: "ab"),
            SecretKey(server: Self.address("https://cloud.example.org/x")),
            SecretKey(server: Self.address("https://[::1]")),
            SecretKey(server: Self.address("http://localhost")), SecretKey(server: Self.address("http://localhost:1")),
        ]
        #expect(Set(keys.map(\.fileName)).count == keys.count)
        #expect(keys.allSatisfy { $0.fileName.allSatisfy { $0.isLetter || $0.isNumber || ".-_".contains($0) } })
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660] as [mode_t])
    func aFileThatOthersCanReadIsRefused(mode: mode_t) async throws {
        try await Self.written(key) { store, folder, file in
            chmod(file, mode)
            let failure = await Self.failure { try await store.read(key) }
            #expect(failure?.sentence.contains("can be read by others") == true)
            #expect(failure?.sentence.contains("s3cret") == false)
            // The way out that is named works.
            let end = await Self.failure {
                try await SignOut(key, store: store, network: NetworkSettings(timeLimits: .patient)).run()
            }
            #expect(end?.sentence.contains("was removed") == true)
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }

    @Test(arguments: [0o755, 0o750, 0o770, 0o701] as [mode_t])
    func aFolderThatOthersCanEnterIsRefused(mode: mode_t) async throws {
        try await Self.written(key) { store, folder, _ in
            chmod(folder, mode)
            defer { chmod(folder, 0o700) }
            for work in [
                { _ = try await store.read(key) }, { try await store.write(SecretText("x"), key) },
                { _ = try await store.lock(key) }, { try await store.remove(key) },
            ] as [() async throws -> Void] {
                let failure = await Self.failure(work)
                #expect(failure?.sentence.contains("chmod 700") == true, "\(String(describing: failure))")
            }
        }
    }

    @Test func whatIsNoPlainFileOfOursIsRefused() async throws {
        try await Self.written(key) { store, folder, file in
            // A link, even to a good file: whoever put it there chooses what is read.
            rename(file, folder + "/elsewhere")
            symlink(folder + "/elsewhere", file)
            #expect(await Self.failure { try await store.read(key) } != nil)
            // Writing replaces the link instead of following it.
            try await store.write(SecretText("new"), key)
            #expect(try await store.read(key)?.exposed == "new")
            #expect(try String(contentsOfFile: folder + "/elsewhere", encoding: .utf8) == "s3cret")
            unlink(file)
            mkfifo(file, 0o600)
            #expect(await Self.failure { try await store.read(key) }?.sentence.contains("no plain file") == true)
            unlink(file)
            mkdir(file, 0o700)
            #expect(await Self.failure { try await store.read(key) } != nil)
            rmdir(file)
        }
    }

    @Test func aForeignOwnerIsRefused() async throws {
        guard geteuid() == 0 else { return }
        try await Self.written(key) { store, folder, file in
            chown(file, 65534, 65534)
            #expect(await Self.failure { try await store.read(key) }?.sentence.contains("another user") == true)
            chown(folder, 65534, 65534)
            #expect(await Self.failure { try await store.read(key) }?.sentence.contains("another user") == true)
            chown(folder, 0, 0)
        }
    }

    @Test func oneAtATimeHasTheLock() async throws {
        try await TemporaryFolder.with { base in
            let store = FileSecretStore(folder: base + "/sessions", lockTimeLimit: .milliseconds(60))
            let lock = try await store.lock(key)
            #expect(await Self.failure { try await store.lock(key) }?.sentence.contains("locked") == true)
            _ = try await store.lock(SecretKey(server: key.server))
            lock.release()
            try await store.lock(key).release()
        }
    }

    @Test(arguments: ["", "{", "{}", "null", #"{"server":"https://cloud.example.org:9200/prefix"}"#])
    func aSessionThatCannotBeReadSaysWhereItIs(text: String) async throws {
        let store = MemorySecretStore()
        store.write(SecretText(text), key)
        let failure = await Self.failure { try await store.session(key) }
        #expect(failure?.sentence.contains("sign in again") == true)
    }

    @Test func aSessionOfAnotherServerIsNeverUsed() async throws {
        let store = MemorySecretStore()
        let session = StoredSession(
            kind: .basic(user: "a", password: SecretText("b")), server: "https://other.example", userName: "a",
            displayName: "A")
        try await store.keep(session, key)
        #expect(await Self.failure { try await store.session(key) }?.sentence.contains("another server") == true)
    }

    /// A store with one secret in it.
    static func written(
        _ key: SecretKey, _ body: (_ store: FileSecretStore, _ folder: String, _ file: String) async throws -> Void
    ) async throws {
        try await TemporaryFolder.with { base in
            let store = FileSecretStore(folder: base + "/sessions")
            try await store.write(SecretText("s3cret"), key)
            try await body(store, store.folder, "\(store.folder)/\(key.fileName).json")
        }
    }

    static func failure(_ body: () async throws -> Any?) async -> SecretFailure? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? SecretFailure
        }
    }
}
