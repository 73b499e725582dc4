import Foundation
import Glibc
import TestSupport
import Testing

/// The program is killed in the middle of a run: the next one tells what was done, what was not, and what nobody knew.
@Suite(.serialized, .ownThread) struct InterruptionTests {
    @Test func aKilledRunIsToldAtTheNextStart() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "killed-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let state = folder.path(percentEncoded: false)
        let users = folder.appending(path: "users.yaml")
        try "- {username: admin, displayName: Ada, mail: a@example.org, password: demo, role: Admin}\n"
            .write(to: users, atomically: true, encoding: .utf8)
        let server = [
            "--database", ":memory:", "--users", users.path(percentEncoded: false), "--sample", "40",
            // As many writes as are sent at once stay on their way for as long as the test lasts.
            "--fault", "PATCH: hang",
        ]
        try RunningServer.with(server) { address in
            let environment = ["XDG_STATE_HOME": state, "SPACES_PASSWORD": "demo"]
            let arguments = ["--server", address, "--user", "admin"]
            let first = try PseudoTerminal(
                Program.spaces, arguments, columns: 120, rows: 40, environment: environment)
            try first.expect("updated")
            first.press("/")
            try first.expect("keep")
            first.paste("type:project !disabled")
            first.press("\r")
            try first.expect("edit")
            first.press("*x")
            try first.expect("Act on")
            first.press("s")
            try first.expect("Quota")
            first.paste("77 GB")
            first.press("\r")
            try first.expect("leave everything as it is")
            first.press("y")
            try first.expect("under way")
            kill(first.process, SIGKILL)
            #expect(try first.end() == -SIGKILL)

            let second = try PseudoTerminal(
                Program.spaces, arguments, columns: 120, rows: 40, environment: environment)
            try second.expect("Set the quota to 77 GB")
            try second.expect("interrupted")
            // Each one that was under way was read again, and found as it was.
            for _ in 1...8 { try second.expect("✕") }
            second.press("\u{C}")
            try second.expect("8 not done")
            try second.expect("not started")
            try second.expect("Looked up: it was not done.")
            second.press("q")
            try second.expect("NAME")
            second.press("q")
            #expect(try second.end() == 0)
            let left = try FileManager.default.contentsOfDirectory(atPath: state + "/spaces/runs")
            #expect(left.isEmpty, "what was seen is kept no longer")
        }
    }
}
