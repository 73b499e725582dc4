import Foundation
import TestSupport
import Testing

/// A secret that a person gives to the program stays where it belongs: in no argument, no environment of a child, no log, no
/// line on the screen, and in no file that others may read.
@Suite(.serialized, .ownThread) struct SecretTests {
    @Test func aPasswordIsSeenNowhere() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<3 {
            let secret = Leaks.secret(using: &random)
            try Leaks.withHome { home in
                var leaks = Leaks(home: home)
                let users = try leaks.write(
                    "- { username: admin, displayName: Admin, password: \"\(secret)\", role: Admin }\n",
                    to: "users.yaml")
                let arguments = ["--database", ":memory:", "--sample", "5", "--users", users]
                try RunningServer.with(arguments) { try Self.use(secret, at: $0, &leaks) }
                try FileManager.default.removeItem(atPath: users)
                try leaks.seeReadableFiles()
                leaks.expectNone(of: secret, "seed \(seed)")
            }
        }
    }

    /// Signs in, looks around, edits a readme in an editor that tells its environment, and signs out.
    private static func use(_ secret: String, at address: String, _ leaks: inout Leaks) throws {
        let told = leaks.path("told")
        let editor = try leaks.write(
            "#!/bin/sh\n{ env; cat /proc/$PPID/cmdline; } >\(told)\necho changed >\"$1\"\n", to: "editor", mode: 0o700)
        let environment = [
            "HOME": leaks.home.path(percentEncoded: false), "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "", "VISUAL": "",
            "EDITOR": editor,
        ]
        let server = ["--server", address, "--user", "admin"]

        let login = try PseudoTerminal(Program.spaces, ["login", "--app-token"] + server, environment: environment)
        try login.expect("token")
        login.press(secret + "\r")
        try login.expect("Signed in")
        #expect(try login.end() == 0)
        leaks.see(login.output, in: "the screen of the sign-in")

        let wrong = try Program.run(
            Program.spaces, ["login", "status", "--server", "http://127.0.0.1:1"], environment: environment)
        leaks.see(wrong, in: "the answer about another server")
        let status = try Program.run(Program.spaces, ["login", "status"] + server, environment: environment)
        #expect(status.status == 0 && status.output.contains("only you can read it"))
        leaks.see(status, in: "login status")

        let program = try PseudoTerminal(
            Program.spaces, server + ["--log", leaks.path("log"), "--trace", leaks.path("trace")], columns: 120,
            rows: 40, environment: environment.merging(["SPACES_PASSWORD": secret]) { $1 })
        try program.expect("updated")
        try leaks.seeArguments(of: program)
        program.press("n")
        try program.expect("New space")
        program.paste("Quiet")
        program.press("\r")
        try program.expect("was created.")
        program.press("E")
        try program.expect("is saved.")
        program.press("q")
        #expect(try program.end() == 0)
        leaks.see(program.output, in: "the screen")
        for file in ["log", "trace", "told"] { try leaks.see(file: file) }

        let logout = try Program.run(Program.spaces, ["logout"] + server, environment: environment)
        #expect(logout.status == 0)
        leaks.see(logout, in: "logout")
    }
}
