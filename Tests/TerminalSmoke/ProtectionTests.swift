import Foundation
import Glibc
import TestSupport
import Testing

/// What is left of the program however it ends: the terminal as it was, no core file, and nothing that it started.
@Suite(.serialized, .ownThread) struct ProtectionTests {
    /// Those that nobody thinks of; the first and the last of the real-time ones among them.
    @Test(arguments: [
        SIGHUP, SIGQUIT, SIGABRT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGPOLL, SIGPWR, SIGSYS, 16,
        34, 64,
    ])
    func everyDeadlySignalGivesTheTerminalBack(signal: Int32) throws {
        let terminal = try PseudoTerminal(Program.spaces, ["demo", "--spaces", "3"])
        try terminal.expect("updated")
        kill(terminal.process, signal)
        #expect(try terminal.end() == -signal, "it died of it")
        #expect(try terminal.settings() == terminal.settingsBefore)
        let off = try #require(terminal.output.range(of: "\u{1B}[?1049l", options: .backwards))
        let on = try #require(terminal.output.range(of: "\u{1B}[?1049h", options: .backwards))
        #expect(on.lowerBound < off.lowerBound)
    }

    /// A file that may grow no more is told by the write; the signal that comes with it ends nothing.
    @Test func aFullQuotaEndsNothing() throws {
        let terminal = try PseudoTerminal(Program.spaces, ["demo", "--spaces", "3"])
        try terminal.expect("updated")
        kill(terminal.process, SIGXFSZ)
        terminal.press("q")
        #expect(try terminal.end() == 0)
    }

    /// While a password is typed, nothing is shown: that must not stay so.
    @Test func aDeadlySignalGivesTheEchoBack() throws {
        try RunningServer.with(["--database", ":memory:", "--sample", "3"]) { address in
            let terminal = try PseudoTerminal(
                Program.spaces, ["--plain", "--server", address, "--user", "admin"],
                environment: ["SPACES_AUTH": "basic"])
            try terminal.expect("Password of admin")
            kill(terminal.process, SIGTERM)
            #expect(try terminal.end() == -SIGTERM)
            #expect(try terminal.settings() == terminal.settingsBefore)
        }
    }

    /// A core file would hold the password, in every mode, from the first moment on.
    @Test(arguments: [["demo", "--spaces", "3"], ["demo", "--spaces", "3", "--plain"]])
    func noCoreFileIsLeft(arguments: [String]) throws {
        // What the program is started with would allow one.
        var limit = rlimit()
        try #require(getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0)
        limit.rlim_cur = limit.rlim_max
        try #require(setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0)
        let terminal = try PseudoTerminal(Program.spaces, arguments)
        try terminal.expect(arguments.contains("--plain") ? "spaces" : "updated")
        let limits = try String(contentsOfFile: "/proc/\(terminal.process)/limits", encoding: .utf8)
        #expect(limits.firstMatch(of: /Max core file size +0 +0/) != nil, "\(limits)")
        kill(terminal.process, SIGQUIT)
        #expect(try terminal.end() == -SIGQUIT)
        #expect(!terminal.leftCore)
    }

    /// A program that is to print a secret ends with the one that wants it.
    @Test func aCredentialCommandEndsWithTheProgram() throws {
        try Leaks.withHome { home in
            let leaks = Leaks(home: home)
            let pipe = leaks.path("pipe")
            try #require(mkfifo(pipe, 0o600) == 0)
            let command = try leaks.write(
                "#!/bin/sh\nexec 3>\(pipe)\necho begun >&3\nexec sleep 1000\n", to: "teller", mode: 0o700)
            try FileManager.default.createDirectory(
                atPath: leaks.path(".config/spaces"), withIntermediateDirectories: true)
            try leaks.write(
                "profiles:\n  teller:\n    server: http://127.0.0.1:1\n    auth: bearer\n"
                    + "    credential: {command: [\(command)]}\n", to: ".config/spaces/config.yaml")
            let end = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            defer { close(end) }
            let terminal = try PseudoTerminal(
                Program.spaces, ["--profile", "teller"],
                environment: ["HOME": home.path(percentEncoded: false), "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": ""])
            #expect(try Self.wait(for: POLLIN, on: end))
            var told = [UInt8](repeating: 0, count: 100)
            #expect(read(end, &told, told.count) == 6)
            kill(terminal.process, SIGKILL)
            #expect(try terminal.end() == -SIGKILL)
            // Nobody has the other end any more.
            #expect(try Self.wait(for: POLLHUP, on: end))
        }
    }

    /// Waits until something has happened to a pipe; only a broken program makes it give up.
    private static func wait(for event: Int32, on pipe: Int32) throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            var polled = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 100) >= 0 else { continue }
            if polled.revents & Int16(event) != 0 { return true }
        }
        return false
    }
}
