import Foundation
import Glibc
import Testing

@testable import SpacesClient

@Suite("Secrets from a command")
struct CredentialCommandTests {
    static func command(
        _ script: String, _ environment: [String: String] = [:], limit: Duration = .seconds(20)
    ) throws -> CredentialCommand {
        var all = ["PATH": "/usr/bin:/bin", "HOME": "/nowhere", "SPACES_PASSWORD": "leak", "AWS_SECRET": "leak"]
        all.merge(environment) { $1 }
        return try CredentialCommand(["sh", "-c", script], environment: all, timeLimit: limit)
    }

    private static func failure(_ command: CredentialCommand) async -> String {
        await FileSecretStoreTests.failure { try await command.secret() }?.sentence ?? "no failure"
    }

    @Test func itsFirstLineIsTheSecret() async throws {
        #expect(try await Self.command("echo 's3 cret'; echo more; echo noise >&2").secret().exposed == "s3 cret")
    }

    @Test func itGetsNothingOfOurs() async throws {
        let environment = try await Self.command("env | cut -d= -f1 | sort | tr '\\n' ' '").secret().exposed
        #expect(environment.contains("HOME PATH") && !environment.contains("SPACES") && !environment.contains("AWS"))
        #expect(try await Self.command("cat; echo end").secret().exposed == "end")
        // The fourth is the list that it reads itself; a pipe would show for a moment those of the shell that makes it.
        #expect(try await Self.command("exec ls -m /proc/self/fd").secret().exposed == "0, 1, 2, 3")
    }

    @Test(arguments: [
        ("echo s3cret; echo 'gpg: \u{1B}[31mno key' >&2; exit 2", "failed with status 2: “gpg: \u{1B}[31mno key”"),
        ("true", "printed no secret"), ("echo; echo s3cret", "printed no secret"),
        ("kill -9 $$", "ended by signal 9"), ("yes s3cret", "far more than a secret"),
    ])
    func whatGoesWrongIsSaidWithoutTheSecret(script: String, words: String) async throws {
        let sentence = await Self.failure(try Self.command(script))
        #expect(sentence.contains(words) && !sentence.contains("s3cret"), "\(sentence)")
    }

    @Test func whatDoesNotExistIsNamed() async throws {
        let command = try CredentialCommand(["/nowhere/program", "s3cret"], environment: [:])
        let sentence = await Self.failure(command)
        #expect(sentence.contains("/nowhere/program cannot be run") && !sentence.contains("s3cret"), "\(sentence)")
        #expect(throws: SecretFailure.self) { _ = try CredentialCommand([], environment: [:]) }
    }

    @Test func whatTakesTooLongIsEndedWithItsChildren() async throws {
        try await TemporaryFolder.with { folder in
            let script = "(echo $$ >\(folder)/pid; sleep 600) & sleep 600"
            let sentence = await Self.failure(try Self.command(script, limit: .milliseconds(300)))
            #expect(sentence.contains("did not end within 0.3 s"), "\(sentence)")
            let pid = try String(contentsOfFile: folder + "/pid", encoding: .utf8)
            let group = try #require(pid_t(pid.trimmingCharacters(in: .whitespacesAndNewlines)))
            // The group has gone, or is about to: it was killed.
            #expect(kill(group, 0) != 0)
        }
    }

    @Test func whatItLeavesBehindIsNotWaitedFor() async throws {
        try await TemporaryFolder.with { folder in
            // Whoever waited for the end of the output would wait for ten minutes, and fail at the limit of the command.
            let script = "sleep 600 & echo $! >\(folder)/pid; echo s3cret"
            #expect(try await Self.command(script).secret().exposed == "s3cret")
            let pid = try String(contentsOfFile: folder + "/pid", encoding: .utf8)
            let left = try #require(pid_t(pid.trimmingCharacters(in: .whitespacesAndNewlines)))
            #expect(kill(left, SIGKILL) == 0)
        }
    }

    @Test func anEmptySecretStaysHidden() {
        let secret = SecretText("s3cret")
        var dumped = ""
        dump([secret], to: &dumped)
        #expect(!"\(secret)\(String(reflecting: secret))\(dumped)\([secret])".contains("s3cret"))
    }
}
