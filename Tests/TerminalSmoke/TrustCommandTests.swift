import Foundation
import TestSupport
import Testing

/// A server whose certificate nobody vouches for, and who is trusted with its key.
@Suite(.ownThread) struct TrustCommandTests {
    /// A home of its own, and a server with a new key.
    private func withServer(
        _ body: (_ address: String, _ home: URL, _ environment: [String: String]) throws -> Void
    ) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "trust-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: home) } catch { Issue.record(error) }
        }
        let users = home.appending(path: "users.yaml")
        try "- {username: ada, displayName: Ada, mail: ada@example.org, password: secret-of-ada, role: Admin}\n"
            .write(to: users, atomically: true, encoding: .utf8)
        let path = home.path(percentEncoded: false)
        try RunningServer.with(
            ["--database", ":memory:", "--tls", "--users", users.path(percentEncoded: false)]
        ) { address in
            try body(
                address, home,
                [
                    "HOME": path, "XDG_CONFIG_HOME": path, "XDG_STATE_HOME": path, "SPACES_PASSWORD": "secret-of-ada",
                ])
        }
    }

    @Test func withoutATerminalNobodyIsAskedAndTheWaysOutAreNamed() throws {
        try withServer { address, home, environment in
            let login = try Program.run(Program.spaces, ["login", "--server", address], environment: environment)
            for remedy in ["spaces trust --server \(address)", "--pin", "--cacert FILE"] {
                #expect(login.status != 0 && login.errors.contains(remedy), "\(login)")
            }
            let trust = try Program.run(Program.spaces, ["trust", "--server", address], environment: environment)
            for remedy in ["is not trusted", "--pin sha256//", "--cacert FILE", "SHA-256 is "] {
                #expect(trust.status == 1 && trust.errors.contains(remedy), "\(trust)")
            }
            let shown = try Program.run(
                Program.spaces, ["trust", "--print", "--server", address], environment: environment)
            let pin = try #require(shown.output.firstMatch(of: /pin: (sha256\/\/\S+)/)).output.1
            #expect(shown.status == 0 && shown.output.contains("Key      \(pin)"))
            #expect(!FileManager.default.fileExists(atPath: home.appending(path: "spaces").path), "nothing is kept")

            let pinned = try Program.run(Program.spaces, ["trust", "--pin", String(pin), "--server", address])
            #expect(pinned.status == 0 && pinned.output.contains("This computer trusts it"), "\(pinned)")
            let other = "sha256//" + Data(repeating: 7, count: 32).base64EncodedString()
            let changed = try Program.run(Program.spaces, ["trust", "--pin", other, "--server", address])
            #expect(changed.status == 1 && changed.errors.contains("name it in --pin instead"), "\(changed)")
        }
    }

    @Test func theFirstStartAsksAndTheNextOnesDoNot() throws {
        try withServer { address, home, environment in
            let arguments = ["--server", address, "--user", "ada"]
            let hesitant = try PseudoTerminal(Program.spaces, arguments, columns: 120, environment: environment)
            try hesitant.expect("SHA-256")
            try hesitant.expect("Type yes, or Enter for no: ")
            hesitant.press("y\r")
            try hesitant.expect("The server is not trusted, and nothing was sent to it")
            #expect(try hesitant.end() == 1)

            let certain = try PseudoTerminal(Program.spaces, arguments, columns: 120, environment: environment)
            try certain.expect("Type yes, or Enter for no: ")
            certain.press("yes\r")
            try certain.expect("The key is kept in")
            try certain.expect("spaces updated")
            certain.press("q")
            #expect(try certain.end() == 0)

            let again = try PseudoTerminal(Program.spaces, arguments, columns: 120, environment: environment)
            try again.expect("spaces updated")
            again.press("q")
            #expect(try again.end() == 0)
            #expect(!again.output.contains("Type yes"))

            // As if the server had another key than the one that was trusted.
            let file = home.appending(path: "spaces/trust/known-servers")
            let text = try String(contentsOf: file, encoding: .utf8)
            let other = "sha256//" + Data(repeating: 7, count: 32).base64EncodedString()
            try text.replacing(/sha256\/\/\S+/, with: other).write(to: file, atomically: false, encoding: .utf8)
            let refused = try PseudoTerminal(Program.spaces, arguments, columns: 120, environment: environment)
            try refused.expect("CHANGED, OR SOMEONE IS IN BETWEEN")
            try refused.expect(other)
            try refused.expect("spaces trust --server \(address) --forget")
            #expect(try refused.end() == 1)
            #expect(!refused.output.contains("Type yes"))

            let forgotten = try Program.run(
                Program.spaces, ["trust", "--forget", "--server", address], environment: environment)
            #expect(forgotten.status == 0 && forgotten.output.contains("is forgotten in"), "\(forgotten)")
            #expect(try !String(contentsOf: file, encoding: .utf8).contains("sha256//"))
        }
    }

    @Test func theKeyOfAProfileIsWrittenIntoItAndNothingElseOfTheFile() throws {
        try withServer { address, home, environment in
            let file = home.appending(path: "spaces/config.yaml")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            // A link, as people have it who keep such files elsewhere.
            let target = home.appending(path: "dotfile.yaml")
            let before = "# mine\nprofiles:\n  work:  # daily\n    server: \(address)  # new\n    user: ada\n"
            try before.write(to: target, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target.path)
            try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)

            let refused = try Program.run(Program.spaces, ["login", "--profile", "work"], environment: environment)
            #expect(refused.errors.contains("spaces trust --profile work"), "\(refused)")
            let asked = try PseudoTerminal(Program.spaces, ["trust"], columns: 120, environment: environment)
            try asked.expect("Type yes, or Enter for no: ")
            asked.press("yes\r")
            try asked.expect("The key is kept in the profile work in")
            #expect(try asked.end() == 0)

            let after = try String(contentsOf: target, encoding: .utf8)
            let pin = try #require(after.firstMatch(of: /\ \ \ \ pin: sha256\/\/\S+\n/))
            #expect(after.replacing(pin.output, with: "") == before)
            let attributes = try FileManager.default.attributesOfItem(atPath: target.path)
            #expect(attributes[.posixPermissions] as? Int == 0o640)
            #expect(!FileManager.default.fileExists(atPath: home.appending(path: "spaces/trust").path))

            let opened = try PseudoTerminal(Program.spaces, [], columns: 120, environment: environment)
            try opened.expect("spaces updated")
            opened.press("q")
            #expect(try opened.end() == 0)

            let forgotten = try Program.run(Program.spaces, ["trust", "--forget"], environment: environment)
            #expect(forgotten.output.contains("is forgotten in the profile work"), "\(forgotten)")
            #expect(try String(contentsOf: target, encoding: .utf8) == before)
        }
    }

    @Test func withoutEncryptionThereIsNothingToTrust() throws {
        let answer = try Program.run(Program.spaces, ["trust", "--server", "http://127.0.0.1:1"])
        #expect(answer.status != 0 && answer.errors.contains("nothing encrypts"), "\(answer)")
    }
}
