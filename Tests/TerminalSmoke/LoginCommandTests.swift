import Foundation
import TestSupport
import Testing

/// `spaces login`, as it is called from a shell, where nobody answers.
@Suite(.ownThread) struct LoginCommandTests {
    /// A person with a home of their own, so that nothing of it is kept.
    private func withHome(_ body: (_ environment: [String: String], _ home: URL) throws -> Void) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "login-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: home) } catch { Issue.record(error) }
        }
        try body(
            [
                "HOME": home.path(percentEncoded: false),
                "XDG_CONFIG_DIRS": home.appending(path: "none").path(percentEncoded: false), "PATH": "/usr/bin:/bin",
            ], home
        )
    }

    @Test func nobodyIsSignedInAtFirst() throws {
        try withHome { environment, home in
            let address = "https://cloud.example.org"
            let status = try Program.run(
                Program.spaces, ["login", "status", "--server", address], environment: environment)
            #expect(status.status == 1 && status.errors.isEmpty)
            #expect(
                status.output == "Nobody is signed in to cloud.example.org. Sign in: spaces login --server \(address)\n"
            )
            let logout = try Program.run(Program.spaces, ["logout", "--server", address], environment: environment)
            #expect(logout.status == 0 && logout.output.contains("Nobody was signed in"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: home.path(percentEncoded: false)).isEmpty)
        }
    }

    @Test(arguments: [
        (["login"], "Name a server"), (["login", "--server", "http://cloud.example.org"], "nothing encrypts"),
        (["login", "--server", "http://127.0.0.1:1"], "You are not signed in: 127.0.0.1:1 refuses the connection"),
        (["login", "--server", "http://127.0.0.1:1", "--app-token"], "Name the user with --user"),
        (["login", "--server", "http://127.0.0.1:1", "--store", "memory"], "ends with the program"),
        (["login", "--server", "http://127.0.0.1:1", "--store", "cellar"], "store"),
        (["login", "--device", "--paste"], "choose one"),
    ])
    func whatCannotWorkIsRefusedAndNothingIsWritten(arguments: [String], words: String) throws {
        try withHome { environment, home in
            let answer = try Program.run(Program.spaces, arguments, environment: environment)
            #expect(answer.status != 0 && answer.errors.contains(words), "\(answer)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: home.path(percentEncoded: false)).isEmpty)
        }
    }
}
