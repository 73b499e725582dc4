import Foundation
import TestSupport
import Testing

/// Several profiles of which none is the usual one: the built program asks which, and goes on with that.
@Suite(.serialized, .ownThread) struct ProfileChoiceTests {
    @Test func theProgramBeginsWithTheChosenProfile() throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "choice-\(UUID().uuidString)")
        defer {
            do { try FileManager.default.removeItem(at: home) } catch { Issue.record(error) }
        }
        let folder = home.appending(path: ".config/spaces")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let users = home.appending(path: "users.yaml").path(percentEncoded: false)
        try "- {username: admin, displayName: Ada, mail: a@example.org, password: demo, role: Admin}\n"
            .write(toFile: users, atomically: true, encoding: .utf8)
        try RunningServer.with(["--database", ":memory:", "--users", users, "--sample", "20"]) { address in
            let file = folder.appending(path: "config.yaml")
            try Data(
                """
                profiles:
                  production:
                    server: https://cloud.example.org
                    user: ada
                  staging:
                    server: \(address)
                    user: admin
                    proxy: none

                """.utf8
            ).write(to: file)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
            let environment = [
                "HOME": home.path(percentEncoded: false), "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "",
                "SPACES_PASSWORD": "demo",
            ]
            let program = try PseudoTerminal(Program.spaces, [], environment: environment)
            try program.expect("Choose a profile")
            program.press("stag")
            try program.expect("stag")
            program.press("\r")
            try program.expect("updated")
            program.press("q")
            #expect(try program.end() == 0)
            #expect(try program.settings() == program.settingsBefore)

            let left = try PseudoTerminal(Program.spaces, [], environment: environment)
            try left.expect("Choose a profile")
            left.press("\u{1B}")
            #expect(try left.end() == 0)
            #expect(try left.settings() == left.settingsBefore)
            #expect(!left.output.contains("updated"), "nothing was asked of a server")
        }
    }
}
