import Foundation
import Glibc
import TestSupport
import Testing

/// The line mode of the real program, in a pipe and in a terminal that can do nothing.
@Suite(.serialized, .ownThread) struct PlainTests {
    @Test func linesOfAPipeAreAnsweredOneByOne() throws {
        let input = Pipe()
        let process = Process()
        process.executableURL = Program.spaces
        process.arguments = ["demo", "--spaces", "30", "--plain"]
        process.environment = Program.environment
        let (output, remarks) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = remarks
        try process.run()
        try input.fileHandleForWriting.write(
            contentsOf: Data("list\nmore\nsort used down\nshow 1\ncreate Pluto\nfind pluto\n".utf8))
        try input.fileHandleForWriting.close()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        let said = String(decoding: try remarks.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(said.contains("spaces> more") && !text.contains("spaces>"), "answers are alone on standard output")
        for sentence in [
            "name: ", "Sorted by used, largest first.", "Pluto was created.", "1. Pluto, ",
        ] {
            #expect(text.contains(sentence), "\(sentence) is not in:\n\(text)")
        }
        #expect(!text.contains("\u{1B}") && !text.contains("\r"))
    }

    @Test func aTerminalThatCanDoNothingIsEnough() throws {
        let terminal = try PseudoTerminal(
            Program.spaces, ["demo", "--spaces", "20", "--plain"], environment: ["TERM": "dumb"])
        try terminal.expect("spaces>")
        terminal.press("disable 1\n")
        try terminal.expect("Nothing is listed yet.")
        terminal.press("\u{3}")
        try terminal.expect("Type quit to leave.")
        terminal.press("help undo\n")
        try terminal.expect("Take back your last change")
        terminal.press("\u{4}")
        #expect(try terminal.end() == 1, "disabling was not done")
        #expect(!terminal.output.contains("\u{1B}"))
        #expect(try terminal.settings() == terminal.settingsBefore)
    }

    @Test func aTerminalThatCanDoNothingIsToldOfIt() throws {
        let terminal = try PseudoTerminal(Program.spaces, ["demo", "--spaces", "1"], environment: ["TERM": "dumb"])
        try terminal.expect("With --plain it converses in lines and needs none.")
        #expect(try terminal.end() == 1)
    }
}
