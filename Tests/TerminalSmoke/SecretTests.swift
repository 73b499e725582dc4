import Foundation
import TestSupport
import Testing

/// A secret that a person gives to the program stays where it belongs: in no argument, no environment of a child, no log, no
/// line on the screen, and in no file that others may read.
@Suite(.serialized, .ownThread) struct SecretTests {
    private static let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789+/=%&._-")

    @Test func aPasswordIsSeenNowhere() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<3 {
            let secret = String((0..<24).map { _ in Self.letters.randomElement(using: &random) ?? "x" })
            try Self.withHome { home in
                let users = home.appending(path: "users.yaml")
                try Self.write(
                    "- { username: admin, displayName: Admin, password: \"\(secret)\", role: Admin }\n", to: users)
                let arguments = [
                    "--database", ":memory:", "--sample", "5", "--users", users.path(percentEncoded: false),
                ]
                var seen = try RunningServer.with(arguments) { address in
                    try Self.everythingSeen(by: secret, at: address, home: home)
                }
                try FileManager.default.removeItem(at: users)
                seen["files that others may read"] = try Self.readable(below: home)
                for (place, text) in seen {
                    for form in Self.forms(of: secret) {
                        #expect(!text.contains(form), "\(place) holds the secret; seed \(seed)")
                    }
                }
            }
        }
    }

    /// Signs in, looks around, edits a readme in an editor that tells its environment, and signs out; returns what could be
    /// seen meanwhile.
    private static func everythingSeen(
        by secret: String, at address: String, home: URL
    ) throws -> [String: String] {
        var seen: [String: String] = [:]
        let log = home.appending(path: "log").path(percentEncoded: false)
        let told = home.appending(path: "told").path(percentEncoded: false)
        let editor = home.appending(path: "editor")
        try write(
            "#!/bin/sh\n{ env; cat /proc/$PPID/cmdline; } >\(told)\necho changed >\"$1\"\n", to: editor, mode: 0o700)
        let environment = [
            "HOME": home.path(percentEncoded: false), "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "", "VISUAL": "",
            "EDITOR": editor.path(percentEncoded: false),
        ]
        let server = ["--server", address, "--user", "admin"]

        let login = try PseudoTerminal(Program.spaces, ["login", "--app-token"] + server, environment: environment)
        try login.expect("token")
        login.press(secret + "\r")
        try login.expect("Signed in")
        #expect(try login.end() == 0)
        seen["the screen of the sign-in"] = login.output

        let wrong = try Program.run(
            Program.spaces, ["login", "status", "--server", "http://127.0.0.1:1"], environment: environment)
        seen["the answer about another server"] = wrong.output + wrong.errors
        let status = try Program.run(Program.spaces, ["login", "status"] + server, environment: environment)
        #expect(status.status == 0 && status.output.contains("only you can read it"))
        seen["login status"] = status.output + status.errors

        let program = try PseudoTerminal(
            Program.spaces, server + ["--log", log], columns: 120, rows: 40,
            environment: environment.merging(["SPACES_PASSWORD": secret]) { $1 })
        try program.expect("as of")
        seen["the arguments"] = try String(contentsOfFile: "/proc/\(program.process)/cmdline", encoding: .utf8)
        program.press("n")
        try program.expect("New space")
        program.paste("Quiet")
        program.press("\r")
        try program.expect("was created.")
        program.press("E")
        try program.expect("is saved.")
        program.press("q")
        #expect(try program.end() == 0)
        seen["the screen"] = program.output
        seen["the log"] = try String(contentsOfFile: log, encoding: .utf8)
        seen["the environment of the editor"] = try String(contentsOfFile: told, encoding: .utf8)

        let logout = try Program.run(Program.spaces, ["logout"] + server, environment: environment)
        #expect(logout.status == 0)
        seen["logout"] = logout.output + logout.errors
        return seen
    }

    /// The secret as it is, as HTTP Basic writes it, and escaped.
    private static func forms(of secret: String) -> [String] {
        let basic = Data("admin:\(secret)".utf8).base64EncodedString()
        let escaped = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
        return [secret, basic, escaped]
    }

    /// The text of all files that anybody but their owner may read.
    private static func readable(below folder: URL) throws -> String {
        let files = FileManager.default
        var text = ""
        for path in try files.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)) {
            let file = folder.appending(path: path).path(percentEncoded: false)
            let attributes = try files.attributesOfItem(atPath: file)
            guard attributes[.type] as? FileAttributeType == .typeRegular,
                let mode = attributes[.posixPermissions] as? Int, mode & 0o077 != 0
            else { continue }
            text += String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
        }
        return text
    }

    private static func write(_ text: String, to file: URL, mode: Int = 0o600) throws {
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: file.path(percentEncoded: false))
    }

    private static func withHome(_ body: (URL) throws -> Void) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: home) } }
        try body(home)
    }
}
