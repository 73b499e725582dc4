import Foundation
import Glibc
import TestSupport
import Testing

/// What a sign-in by browser leaves behind stays as secret as a password: tokens, the code, the secret of the client, the
/// password of a proxy. Through sign-in, list, log, trace, faults, crash and sign-out of the built programs.
@Suite(.serialized, .ownThread) struct TokenSecretTests {
    /// A person with a home, at a server that takes no passwords.
    private struct Stay {
        let address: String
        let browser: PretendBrowser
        /// Typed into the page of the provider.
        let password: String
        let proxyPassword: String
        var leaks: Leaks
        var secrets: Set<String> = []
        /// Those that the person pastes into the terminal, which shows them.
        var pasted: Set<String> = []

        var server: [String] { ["--server", address, "--proxy", "none"] }
        var logs: [String] { ["--log", leaks.path("log"), "--trace", leaks.path("trace")] }
        var trace: [String] { ["--trace", leaks.path("trace")] }

        var environment: [String: String] {
            let proxy = proxyPassword.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return [
                "HOME": leaks.home.path(percentEncoded: false), "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "",
                "VISUAL": "", "EDITOR": leaks.path("editor"), "SPACES_PROXY": "http://ada:\(proxy)@127.0.0.1:1",
            ]
        }
    }

    /// A client of ownCloud, whose secret is published and must be sent all the same.
    private static let client = (
        id: "xdXOt13JKxym1B1QcEncf2XDkLAexMBFwiT9j6EfhhHFJhs2KM9jbjTmf8JBXE69",
        secret: "UBntmLjC2yYCeHwsyj73Uwo9TAaecAetRwMw0xYcvNL9yRdLSUi0hUAHfvCHFeFh"
    )

    @Test func noTokenIsSeenAnywhere() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        try Leaks.withHome { home in
            let leaks = Leaks(home: home)
            let password = Leaks.secret(using: &random)
            let users = try leaks.write(
                "- { username: admin, displayName: Admin, password: \"\(password)\", role: Admin }\n", to: "users.yaml")
            let arguments = [
                "--database", ":memory:", "--sample", "5", "--users", users, "--no-basic", "--fault",
                "POST /konnect/v1/revoke: status=500",
            ]
            try RunningServer.with(arguments) { address in
                let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
                var stay = Stay(
                    address: address, browser: PretendBrowser(port: port), password: password,
                    proxyPassword: Leaks.secret(using: &random), leaks: leaks)
                stay.secrets = [password, stay.proxyPassword, Self.client.secret]
                try Self.prepare(&stay)
                try Self.signIn(&stay)
                try Self.renew(&stay)
                try Self.lookAround(&stay)
                try Self.crash(&stay)
                try Self.bring(&stay)
                try Self.failBehindProxy(&stay)
                try Self.signOut(&stay)
                try Self.signInWithAppToken(&stay)
                try FileManager.default.removeItem(atPath: users)
                try stay.leaks.see(file: "log")
                try stay.leaks.see(file: "trace")
                try stay.leaks.seeReadableFiles()
                let note = "seed \(seed)"
                for secret in stay.secrets { stay.leaks.expectNone(of: secret, note) }
                for secret in stay.secrets { stay.leaks.expectNone(of: secret, user: Self.client.id, note) }
                for secret in stay.pasted { stay.leaks.expectNone(of: secret, besides: ["the screen of login"], note) }
                stay.leaks.expectNoWebToken(note)
            }
        }
    }

    /// An editor and a credential command that tell what they were given.
    private static func prepare(_ stay: inout Stay) throws {
        let tell = "umask 077\n{ env; cat /proc/$PPID/cmdline; }"
        try stay.leaks.write(
            "#!/bin/sh\n\(tell) >\(stay.leaks.path("told"))\necho changed >\"$1\"\n", to: "editor", mode: 0o700)
        try stay.leaks.write(
            "#!/bin/sh\n\(tell) >\(stay.leaks.path("asked"))\ncat \(stay.leaks.path("token"))\n", to: "teller",
            mode: 0o700)
        try stay.leaks.write(client.secret + "\n", to: "client-secret")
    }

    private static func signIn(_ stay: inout Stay) throws {
        let login = try PseudoTerminal(
            Program.spaces,
            ["login", "--paste", "--client-id", client.id, "--client-secret-file", stay.leaks.path("client-secret")]
                + stay.server + stay.trace, columns: 250, environment: stay.environment)
        try login.expect("Paste the address")
        try stay.leaks.seeArguments(of: login)
        let page = try #require(login.output.firstMatch(of: /(http:\S+state=\S+)/)).output.1
        let answer = try stay.browser.redirect(from: String(page), user: "admin", password: stay.password)
        for name in ["code", "state"] {
            let value = try #require(answer.firstMatch(of: try Regex("[?&]\(name)=([^&]+)"))).output[1].substring
            stay.pasted.insert(String(try #require(value)))
        }
        login.press(answer + "\r")
        try login.expect("Signed in")
        #expect(try login.end() == 0)
        stay.leaks.see(login.output, in: "the screen of login")
        try harvest(&stay)
    }

    /// Lets the access token be out of date, so that the next program renews it.
    private static func renew(_ stay: inout Stay) throws {
        let (file, text) = try session(of: stay)
        let obtained = try #require(text.firstMatch(of: /"obtained" : (\d+)/)).output.1
        let older = text.replacing(
            "\"obtained\" : \(obtained)", with: "\"obtained\" : \((Int(obtained) ?? 0) - 10_000)")
        #expect(older != text)
        try stay.leaks.write(older, to: file)
        let before = stay.secrets
        let status = try Program.run(
            Program.spaces, ["login", "status"] + stay.server + stay.trace, environment: stay.environment)
        #expect(status.status == 0 && status.output.contains("renewed by itself"), "\(status)")
        stay.leaks.see(status, in: "login status")
        try harvest(&stay)
        #expect(stay.secrets.subtracting(before).isEmpty == false, "nothing was renewed")
    }

    /// The list, a new space, a readme in an editor.
    private static func lookAround(_ stay: inout Stay) throws {
        let program = try PseudoTerminal(
            Program.spaces, stay.server + stay.logs, columns: 120, rows: 40, environment: stay.environment)
        try program.expect("updated")
        try stay.leaks.seeArguments(of: program)
        program.press("n")
        try program.expect("New space")
        program.paste("Quiet")
        program.press("\r")
        try program.expect("was created.")
        program.press("E")
        try program.expect("is saved.")
        program.press("q")
        #expect(try program.end() == 0)
        stay.leaks.see(program.output, in: "the screen")
        try stay.leaks.see(file: "told")
    }

    /// Ends that nobody wants, after which the terminal has all that was written.
    private static func crash(_ stay: inout Stay) throws {
        for signal in [SIGTERM, SIGABRT] {
            let program = try PseudoTerminal(
                Program.spaces, stay.server + stay.logs, columns: 120, rows: 40, environment: stay.environment)
            try program.expect("updated")
            kill(program.process, signal)
            #expect(try program.end() != 0)
            stay.leaks.see(program.output, in: "the screen after signal \(signal)")
        }
    }

    /// The token in a file, and from a credential command.
    private static func bring(_ stay: inout Stay) throws {
        let (_, text) = try session(of: stay)
        let token = try #require(text.firstMatch(of: /"accessToken" : "([^"]+)"/)).output.1
        let file = try stay.leaks.write(token + "\n", to: "token")
        try FileManager.default.createDirectory(
            atPath: stay.leaks.path(".config/spaces"), withIntermediateDirectories: true)
        try stay.leaks.write(
            """
            profiles:
              teller:
                server: \(stay.address)
                proxy: none
                auth: bearer
                credential:
                  command: [\(stay.leaks.path("teller"))]

            """, to: ".config/spaces/config.yaml")
        for arguments in [stay.server + ["--token-file", file], ["--profile", "teller", "--proxy", "none"]] {
            let program = try PseudoTerminal(
                Program.spaces, arguments + stay.logs, columns: 120, rows: 40, environment: stay.environment)
            try program.expect("updated")
            try stay.leaks.seeArguments(of: program)
            program.press("q")
            #expect(try program.end() == 0)
            stay.leaks.see(program.output, in: "the screen with a token")
        }
        try stay.leaks.see(file: "asked")
    }

    private static func failBehindProxy(_ stay: inout Stay) throws {
        let status = try Program.run(
            Program.spaces, ["login", "status", "--server", stay.address] + stay.trace, environment: stay.environment)
        #expect(status.output.contains("the proxy 127.0.0.1:1 refuses the connection"), "\(status)")
        stay.leaks.see(status, in: "login status behind a proxy")
        let settings = try Program.run(
            Program.spaces, ["config", "show", "--origin", "--server", stay.address], environment: stay.environment)
        stay.leaks.see(settings, in: "config show")
    }

    /// The provider goes wrong: it is told, and the session is gone all the same.
    private static func signOut(_ stay: inout Stay) throws {
        let logout = try Program.run(
            Program.spaces, ["logout"] + stay.server + stay.trace, environment: stay.environment)
        #expect(logout.status == 0 && logout.output.contains("does not take the token back"), "\(logout)")
        stay.leaks.see(logout, in: "logout")
    }

    private static func signInWithAppToken(_ stay: inout Stay) throws {
        let bearer = try String(contentsOfFile: stay.leaks.path("token"), encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let made = try stay.browser.send(
            "POST /auth-app/tokens?expiry=1h", ["Authorization": "Bearer \(bearer)"])
        let token = String(try #require(made.firstMatch(of: /"token" ?: ?"([^"]+)"/), "\(made)").output.1)
        stay.secrets.insert(token)
        let login = try PseudoTerminal(
            Program.spaces, ["login", "--app-token", "--user", "admin"] + stay.server + stay.trace,
            environment: stay.environment)
        try login.expect("App token")
        login.press(token + "\r")
        try login.expect("Signed in")
        #expect(try login.end() == 0)
        stay.leaks.see(login.output, in: "the screen of login with an app token")
        let server = stay.server + ["--user", "admin"]
        for command in [["login", "status"], ["logout"]] {
            let answer = try Program.run(
                Program.spaces, command + server + stay.trace, environment: stay.environment)
            #expect(answer.status == 0, "\(answer)")
            stay.leaks.see(answer, in: command.joined(separator: " "))
        }
    }

    /// Adds the tokens that are kept now to what must not be seen.
    private static func harvest(_ stay: inout Stay) throws {
        let (_, text) = try session(of: stay)
        for name in ["accessToken", "refreshToken", "clientSecret"] {
            let value = try #require(text.firstMatch(of: try Regex("\"\(name)\" : \"([^\"]+)\""))).output[1].substring
            stay.secrets.insert(String(try #require(value)))
        }
    }

    /// The one session that is kept: its file below the home, and what it has.
    private static func session(of stay: Stay) throws -> (file: String, text: String) {
        let folder = ".local/state/spaces/sessions"
        let names = try FileManager.default.contentsOfDirectory(atPath: stay.leaks.path(folder))
        let file = folder + "/" + (try #require(names.first { $0.hasSuffix(".json") }, "\(names)"))
        return (file, try String(contentsOfFile: stay.leaks.path(file), encoding: .utf8))
    }
}
