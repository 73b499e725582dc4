import Foundation
import TestSupport
import Testing

/// What the built programs say without a terminal.
@Suite(.ownThread) struct CommandLineTests {
    @Test(arguments: [["demo"], ["--server", "http://127.0.0.1:1", "--user", "admin"]])
    func refusesToStartWithoutATerminal(arguments: [String]) throws {
        let answer = try Program.run(Program.spaces, arguments)
        #expect(answer.status != 0 && answer.output.isEmpty)
        #expect(answer.errors.contains("standard input is not a terminal"))
        #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
    }

    @Test func asksForAServer() throws {
        let answer = try Program.run(Program.spaces, [])
        #expect(answer.status != 0 && answer.output.isEmpty)
        #expect(answer.errors.contains("--server") && answer.errors.contains("spaces demo"))
    }

    @Test(arguments: [["demo"], ["--server", "http://127.0.0.1:1", "--user", "admin"]])
    func anUnknownThemeNamesTheOneMeantOrAllThatThereAre(arguments: [String]) throws {
        let typo = try Program.run(Program.spaces, arguments + ["--theme", "drak"])
        #expect(typo.status != 0 && typo.output.isEmpty)
        #expect(typo.errors.contains("no theme named \"drak\"; did you mean dark?"), "\(typo.errors)")
        let unknown = try Program.run(Program.spaces, arguments + ["--theme", "corporate-identity"])
        for name in ["default", "light", "dark", "high-contrast", "mono", "nord"] {
            #expect(unknown.errors.contains(name), "\(unknown.errors)")
        }
    }

    @Test(arguments: ["http://cloud.example.org", "ftp://cloud.example.org", ""])
    func refusesAddressesThatCannotBeUsed(address: String) throws {
        let answer = try Program.run(Program.spaces, ["--server", address, "--user", "admin"])
        #expect(answer.status != 0 && answer.output.isEmpty && !answer.errors.isEmpty)
    }

    @Test(arguments: [["--server", "http://127.0.0.1:1"], ["login"], ["trust"]])
    func refusesAProxyWithAPassword(arguments: [String]) throws {
        let answer = try Program.run(Program.spaces, arguments + ["--proxy", "http://ada:hunter2@127.0.0.1:1"])
        #expect(answer.status == 64 && answer.errors.contains("Leave the password out of --proxy"))
        #expect(!(answer.errors + answer.output).contains("hunter2"))
    }

    @Test(arguments: [Program.spaces, Program.server])
    func tellsItsVersion(program: URL) throws {
        let answer = try Program.run(program, ["--version"])
        #expect(answer.status == 0 && answer.errors.isEmpty)
        #expect(answer.output.wholeMatch(of: /[a-z-]+ \d+\.\d+\.\d+\S*\n/) != nil, "\(answer.output)")
    }

    @Test(arguments: [
        (Program.spaces, ["--server", "--user", "--password-file", "--theme", "--ascii", "demo"]),
        (Program.server, ["--version", "--help"]),
    ])
    func helps(program: URL, words: [String]) throws {
        let answer = try Program.run(program, ["--help"])
        #expect(answer.status == 0 && answer.errors.isEmpty)
        for word in words { #expect(answer.output.contains(word), "\(word)") }
    }

    @Test(arguments: [["--nonsense"], ["demo", "--spaces", "-1"], ["demo", "--spaces", "many"], ["nonsense"]])
    func refusesWhatItDoesNotKnow(arguments: [String]) throws {
        let answer = try Program.run(Program.spaces, arguments)
        #expect(answer.status == 64 && answer.output.isEmpty && answer.errors.contains("Usage:"))
    }
}
