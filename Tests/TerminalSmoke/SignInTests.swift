import Foundation
import TestSupport
import Testing

/// Signing in on a terminal: what is typed wrong is asked for again, what has ended is taken up again, and what is kept is
/// found.
@Suite(.serialized, .ownThread) struct SignInTests {
    private struct Stay {
        let address: String
        let port: UInt16
        let home: URL

        var environment: [String: String] {
            [
                "HOME": home.path(percentEncoded: false), "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "", "VISUAL": "",
                "EDITOR": "",
            ]
        }

        func run(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
            try Program.run(Program.spaces, arguments + ["--server", address], environment: environment)
        }

        func terminal(_ arguments: String...) throws -> PseudoTerminal {
            try PseudoTerminal(
                Program.spaces, arguments + ["--server", address], columns: 200, rows: 40, environment: environment)
        }

        /// A token of the administrator, as the web interface makes it.
        func appToken() throws -> String {
            let basic = Data("admin:right".utf8).base64EncodedString()
            let made = try PretendBrowser(port: port).send(
                "POST /auth-app/tokens?expiry=1h", ["Authorization": "Basic \(basic)"])
            return String(try #require(made.firstMatch(of: /"token" ?: ?"([^"]+)"/), "\(made)").output.1)
        }
    }

    private func stay(_ arguments: [String] = [], _ body: (Stay) throws -> Void) throws {
        try Leaks.withHome { home in
            let users = home.appending(path: "users.yaml")
            try Data("- { username: admin, displayName: Admin, password: right, role: Admin }\n".utf8).write(to: users)
            try RunningServer.with(
                ["--database", ":memory:", "--sample", "5", "--users", users.path(percentEncoded: false)] + arguments
            ) { address in
                let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
                try body(Stay(address: address, port: port, home: home))
            }
        }
    }

    @Test func aWrongPasswordIsAskedForAgainInTheSameWindow() throws {
        try stay { stay in
            let program = try stay.terminal("--user", "admin", "--auth", "basic")
            try program.expect("Password of admin at")
            program.press("wrong\r")
            try program.expect("does not take this app token or password for admin")
            try program.expect("Password of admin at")
            program.press("right\r")
            try program.expect("updated")
            program.press("q")
            #expect(try program.end() == 0)
            #expect(!program.output.contains("wrong\r") && !program.output.contains("right\r"))
        }
    }

    @Test func afterThreeWrongOnesOrNoneItEnds() throws {
        try stay { stay in
            let program = try stay.terminal("--user", "admin", "--auth", "basic")
            for _ in 1...3 {
                try program.expect("Password of admin at")
                program.press("wrong\r")
                try program.expect("does not take")
            }
            #expect(try program.end() == 1)
            let quiet = try stay.terminal("--user", "admin", "--auth", "basic")
            try quiet.expect("Password of admin at")
            quiet.press("\r")
            try quiet.expect("you are not signed in")
            #expect(try quiet.end() == 1)
        }
    }

    @Test func whatAVariableGivesIsNotAskedForAgain() throws {
        try stay { stay in
            let process = try Program.run(
                Program.spaces, ["--plain", "--server", stay.address, "--user", "admin"],
                environment: stay.environment.merging(["SPACES_PASSWORD": "wrong"]) { $1 })
            #expect(process.status == 1 && process.errors.contains("What SPACES_PASSWORD gives is wrong"), "\(process)")
            #expect(!process.output.contains("Password of"))
        }
    }

    @Test func appTokensAreFoundAndTakenAwayWithoutNamingTheirUser() throws {
        try stay { stay in
            let token = try stay.appToken()
            let login = try stay.terminal("login", "--auth", "app-token", "--user", "admin", "--store", "file")
            try login.expect("App token of admin")
            login.press("no-token\r")
            try login.expect("does not take this app token")
            try login.expect("App token of admin")
            login.press(token + "\r")
            try login.expect("Signed in")
            #expect(try login.end() == 0)

            let status = try stay.run("login", "status")
            #expect(status.status == 0 && status.output.contains("app token"), "\(status)")
            #expect(status.output.contains("admin") && !status.output.contains(token))
            let other = try stay.run("logout", "--user", "maria")
            #expect(
                other.output.contains("Nobody was signed in") && other.output.contains("1 other session"), "\(other)")
            let logout = try stay.run("logout")
            #expect(logout.status == 0 && logout.output.contains("Signed out admin of"), "\(logout)")
            #expect(try stay.run("login", "status").status == 1)
            #expect(try stay.run("logout").output.contains("Nobody was signed in"))
        }
    }

    /// The session that is kept is refused: the program offers to sign in here and now, leaves its screen for it and comes back.
    @Test func aRefusedSessionIsTakenUpAgainInTheProgram() throws {
        try stay { stay in
            let token = try stay.appToken()
            let login = try stay.terminal("login", "--app-token", "--user", "admin", "--store", "file")
            try login.expect("App token of admin")
            login.press(token + "\r")
            try login.expect("Signed in")
            #expect(try login.end() == 0)
            let folder = stay.home.appending(path: ".local/state/spaces/sessions")
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).first {
                    $0.hasSuffix(".json")
                })
            let file = folder.appending(path: name)
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing(token, with: "revoked").utf8).write(to: file)

            let program = try stay.terminal("--user", "admin", "--store", "file")
            try program.expect("Enter  sign in now")
            #expect(
                try String(contentsOf: file, encoding: .utf8).contains("revoked"), "it stays until there is another")
            program.press("q")
            try program.expect("L signs in")
            program.press("L")
            try program.expect("Enter  sign in now")
            program.press("\r")
            try program.expect("App token of admin")
            program.press("\u{3}")
            try program.expect("Enter  sign in now")
            program.press("\r")
            try program.expect("App token of admin")
            program.press(token + "\r")
            try program.expect("You are signed in as admin.")
            program.press("q")
            #expect(try program.end() == 0)
            #expect(try program.settings() == program.settingsBefore)
            #expect(!program.output.contains(token))
        }
    }

    @Test func aScriptIsToldTheCommandAndEnds() throws {
        try stay { stay in
            let none = try stay.run("--plain")
            #expect(none.status == 1 && none.errors.contains("spaces login --server \(stay.address)"), "\(none)")
        }
    }

    @Test(arguments: [
        (["--auth", "device"], "gives no codes for other devices"), (["--auth", "bearer"], "token_file"),
        (["--auth", "device", "--app-token"], "choose one"), (["--auth", "oidc", "--device"], "choose one"),
        (["--auth", "app-token"], "Name the user with --user"), (["--auth", "nonsense"], "device, app-token"),
    ])
    func authDoesWhatItSays(arguments: [String], words: String) throws {
        try stay { stay in
            let answer = try Program.run(
                Program.spaces, ["login", "--server", stay.address] + arguments, environment: stay.environment)
            #expect(answer.status != 0 && answer.errors.contains(words), "\(answer)")
        }
    }

    @Test func authDeviceShowsACode() throws {
        try stay(["--device-code"]) { stay in
            let login = try stay.terminal("login", "--auth", "device", "--store", "file")
            try login.expect("check this code:")
            login.press("\u{3}")
            #expect(try login.end() != 0)
        }
    }
}
