import Foundation
import Glibc
import TestSupport
import Testing

/// The real program with a configuration that is broken: it changes nothing, and says why at every try.
@Suite(.serialized, .ownThread) struct LockedConfigurationTests {
    /// How a file can be broken: what is put at its path.
    enum Fault: String, CaseIterable {
        case tab, quote, anchor, colons, notUTF8, tooLarge, folder, loop, danglingLink, missingDisk, misspelt, wrongType

        func make(at folder: String) throws {
            let path = folder + "/config.yaml"
            let start = "read_only: true\nconfirm: strict\n"
            var text: [UInt8]?
            switch self {
            case .tab: text = Array((start + "banner: PRODUCTION\nkeys:\n\tedit: F4\n").utf8)
            case .quote: text = Array((start + "banner: \"PRODUCTION\n").utf8)
            case .anchor: text = Array((start + "banner: &b PRODUCTION\n").utf8)
            case .colons: text = Array((start + "a: b: c\n").utf8)
            case .notUTF8: text = Array(start.utf8) + [0xE4, 0x0A]
            case .tooLarge: text = Array((start + String(repeating: "# long\n", count: 200_000)).utf8)
            case .misspelt: text = Array("readonly: true\n".utf8)
            case .wrongType: text = Array("read_only: maybe\n".utf8)
            case .folder: try #require(mkdir(path, 0o700) == 0)
            case .loop: try #require(symlink(path, path) == 0)
            case .danglingLink: try #require(symlink("/nonexistent/config.yaml", path) == 0)
            case .missingDisk:
                try #require(rmdir(folder) == 0)
                try #require(symlink("/nonexistent/dotfiles", folder) == 0)
            }
            if let text { try Data(text).write(to: URL(filePath: path)) }
        }
    }

    private static let users = """
        - { username: admin, displayName: Admin, password: s3cret, role: Admin }

        """

    private static func withServer(_ body: (_ address: String, _ home: String) throws -> Void) throws {
        try Leaks.withHome { home in
            let users = home.appending(path: "users.yaml")
            try Data(Self.users.utf8).write(to: users)
            try FileManager.default.createDirectory(
                at: home.appending(path: "config/spaces"), withIntermediateDirectories: true)
            let arguments = ["--database", ":memory:", "--sample", "5", "--users", users.path(percentEncoded: false)]
            try RunningServer.with(arguments) { try body($0, home.path(percentEncoded: false)) }
        }
    }

    private static func run(
        _ arguments: [String], lines: String, home: String, _ more: [String: String] = [:]
    ) throws -> (status: Int32, output: String, errors: String) {
        let environment = [
            "HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_STATE_HOME": home + "/state",
            "SPACES_PASSWORD": "s3cret",
        ]
        return try Program.run(
            Program.spaces, arguments, input: lines, environment: environment.merging(more) { $1 })
    }

    @Test(arguments: Fault.allCases)
    func everyChangeIsRefusedWithTheReason(fault: Fault) throws {
        try Self.withServer { address, home in
            try fault.make(at: home + "/config/spaces")
            let answer = try Self.run(
                ["--plain", "--server", address, "--user", "admin", "--no-read-only", "--confirm", "normal"],
                lines: "list type:project\nquota 1 5 GB\ncreate Pluto\ndisable 1\nlist Pluto\n", home: home,
                ["SPACES_READ_ONLY": "false"])
            #expect(answer.status == 1, "what was asked for was not done")
            let tries = answer.errors.components(separatedBy: "so nothing is changed until it is mended: ").count - 1
            #expect(tries == 4, "at the start and at every try: \(answer.errors)")
            #expect(answer.errors.contains("Ignored while the configuration is broken: --no-read-only"))
            #expect(answer.errors.contains("in the configuration: spaces config check"))
            #expect(answer.output.contains("0 spaces that “Pluto” finds."), "\(answer.output)")
            #expect(!answer.output.contains("mended") && !answer.output.contains("problem"), "\(answer.output)")
        }
    }

    @Test(arguments: [Fault.tab, .folder])
    func whatChangesNoSpaceIsNotAffected(fault: Fault) throws {
        try Self.withServer { address, home in
            try fault.make(at: home + "/config/spaces")
            let demo = try Self.run(["demo", "--spaces", "3", "--plain"], lines: "create Pluto\n", home: home)
            #expect(demo.status == 0 && demo.output.contains("Pluto was created."), "\(demo)")
            #expect(!demo.errors.contains("mended"))
            let login = try Self.run(
                ["login", "--app-token", "--store", "file", "--server", address, "--user", "admin"],
                lines: "s3cret\n", home: home)
            #expect(login.status == 0 && login.output.contains("Signed in"), "\(login)")
            let status = try Self.run(
                ["login", "status", "--server", address, "--user", "admin"], lines: "", home: home)
            #expect(status.status == 0, "\(status)")
            let show = try Self.run(["config", "show", "--origin", "--no-read-only"], lines: "", home: home)
            #expect(show.status == 0 && show.errors.contains("mended") && show.errors.contains("--no-read-only"))
            let line = show.output.split(separator: "\n").first { $0.hasPrefix("read_only ") }
            #expect(line?.contains("true") == true && line?.contains("config.yaml") == true, "\(show.output)")
            let check = try Self.run(["config", "check"], lines: "", home: home)
            #expect(check.status == 1 && check.output.contains("nothing is changed until it is mended"))
        }
    }

    @Test func theMachinesFileCountsAsWell() throws {
        try Self.withServer { address, home in
            try FileManager.default.createDirectory(atPath: home + "/xdg/spaces", withIntermediateDirectories: true)
            try Fault.tab.make(at: home + "/xdg/spaces")
            try Data("read_only: false\n".utf8).write(to: URL(filePath: home + "/config/spaces/config.yaml"))
            let answer = try Self.run(
                ["--plain", "--server", address, "--user", "admin"], lines: "create Pluto\n", home: home,
                ["XDG_CONFIG_DIRS": home + "/xdg"])
            #expect(answer.status == 1 && answer.errors.contains("xdg/spaces/config.yaml:5 could not be read"))
        }
    }

    @Test func onTheScreenEveryKeyIsRefused() throws {
        try Self.withServer { address, home in
            try Fault.tab.make(at: home + "/config/spaces")
            let terminal = try PseudoTerminal(
                Program.spaces, ["--server", address, "--user", "admin", "--no-read-only"], columns: 120, rows: 40,
                environment: [
                    "HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_STATE_HOME": home + "/state",
                    "SPACES_PASSWORD": "s3cret",
                ])
            try terminal.expect("read-only")
            try terminal.expect("mended")
            terminal.press("n")
            terminal.press("e")
            terminal.press("q")
            #expect(try terminal.end() == 0, "no form is open that would take the key")
            #expect(!terminal.output.contains("New space"))
        }
    }
}
