import Foundation
import TestSupport
import Testing

/// The built program in a real terminal: it opens, follows its size, changes a space, quits, and leaves all as it was.
@Suite(.serialized, .ownThread) struct TerminalSmokeTests {
    @Test func opensResizesEditsQuitsAndRestoresTheTerminal() throws {
        let terminal = try PseudoTerminal(Program.spaces, ["demo", "--spaces", "50"])
        try terminal.expect("updated")
        #expect(terminal.output.contains("\u{1B}[?1049h"), "on the other screen, so that the shell's stays")
        #expect(try terminal.settings() != terminal.settingsBefore, "keys come one by one, without echo")

        // Only a wide terminal has room for these columns and the pane beside the list.
        try terminal.resize(columns: 160, rows: 40)
        try terminal.expect("MODIFIED")

        terminal.press("e")
        try terminal.expect("nothing changed yet")
        terminal.press("\u{15}")
        try terminal.expect("needs a name")
        terminal.paste("Smoke and Mirrors")
        try terminal.expect("Enter saves")
        terminal.press("\r")
        try terminal.expect("is called Smoke and Mirrors now.")

        // The list as the server tells it now, on a screen that is drawn anew.
        terminal.press("/")
        try terminal.expect("keep")
        terminal.paste("smoke and")
        try terminal.expect("Smoke and Mirrors")
        terminal.press("\r")
        try terminal.expect("edit")
        terminal.press("\u{12}")
        try terminal.resize(columns: 100, rows: 30)
        try terminal.expect("Smoke and Mirrors")

        terminal.press("q")
        #expect(try terminal.end() == 0)
        #expect(try terminal.settings() == terminal.settingsBefore)
        try expectRestored(terminal)
    }

    /// A readme goes to an editor that has the terminal as a shell would give it, and comes back.
    @Test func editsAReadmeInAnotherProgram() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "smoke-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let editor = folder.appending(path: "my editor")
        try """
        #!/bin/sh
        case $(stty -a) in *-icanon*) echo RAW ;; *) echo COOKED ;; esac
        ls -l "$2" | cut -c1-10
        printf '# Edited\\n\\nBy %s %s\\n' "$1" "${SPACES_PASSWORD-nobody}" >"$2"
        """.write(to: editor, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: editor.path(percentEncoded: false))
        let terminal = try PseudoTerminal(
            Program.spaces, ["demo", "--spaces", "40"], columns: 120, rows: 40,
            environment: [
                "EDITOR": "'\(editor.path(percentEncoded: false))' hand", "VISUAL": "",
                "HOME": folder.path(percentEncoded: false), "XDG_STATE_HOME": "",
            ])
        try terminal.expect("updated")
        terminal.press("n")
        try terminal.expect("New space")
        terminal.paste("Edited elsewhere")
        terminal.press("\r")
        try terminal.expect("was created.")
        terminal.press("E")
        try terminal.expect("COOKED")
        try terminal.expect("-rw-------")
        try terminal.expect("is saved.")
        terminal.press("\t")
        // Drawn anew, the page is written in full; else a text that stood beside the list may only be moved.
        terminal.press("\u{C}")
        try terminal.expect("By hand nobody")
        // The first one closes the page.
        terminal.press("q")
        terminal.press("\u{C}")
        try terminal.expect("NAME")
        terminal.press("q")
        #expect(try terminal.end() == 0)
        #expect(try terminal.settings() == terminal.settingsBefore)
        try expectRestored(terminal)
    }

    /// On a far line the answers to the program's questions come after the key that quits it; a shell would take them for typing.
    @Test func leavesNoAnswerToTheShell() throws {
        let terminal = try PseudoTerminal(Program.spaces, ["demo", "--spaces", "50"])
        try terminal.expect("updated")
        terminal.holdsAnswers = true
        terminal.press("?")
        try terminal.expect("Move one line up")
        #expect(terminal.openQuestions > 0)
        terminal.press("qq")
        // The screen is the shell's again before the line is.
        try terminal.expect(sequence: "\u{1B}[?1049l")
        terminal.holdsAnswers = false
        #expect(try terminal.end() == 0)
        #expect(try terminal.settings() == terminal.settingsBefore)
        #expect(!terminal.output.contains("[0n"), "the line echoes nothing")
        #expect(try terminal.unread().isEmpty)
        try expectRestored(terminal)
    }

    @Test func controlCQuitsAsWell() throws {
        let terminal = try PseudoTerminal(Program.spaces, ["demo", "--spaces", "3"], columns: 40, rows: 8)
        try terminal.expect("NAME")
        terminal.press("\u{3}")
        #expect(try terminal.end() == 0)
        #expect(try terminal.settings() == terminal.settingsBefore)
        try expectRestored(terminal)
    }

    /// What was switched on is switched off, in this order: the last word about each is "off".
    private func expectRestored(_ terminal: PseudoTerminal) throws {
        let output = terminal.output
        for mode in ["1049", "2004"] {
            let on = try #require(output.range(of: "\u{1B}[?\(mode)h", options: .backwards), "\(mode) was never set")
            let off = try #require(output.range(of: "\u{1B}[?\(mode)l", options: .backwards), "\(mode) is still set")
            #expect(on.lowerBound < off.lowerBound, "\(mode) is still set")
        }
        let shown = try #require(output.range(of: "\u{1B}[?25h", options: .backwards))
        if let hidden = output.range(of: "\u{1B}[?25l", options: .backwards) {
            #expect(hidden.lowerBound < shown.lowerBound, "the cursor is still hidden")
        }
    }
}
