import Foundation
import Glibc
import TestSupport
import Testing

/// Editors that have the terminal: what Ctrl-C does meanwhile and in the moment after, and what is left of the terminal.
@Suite(.serialized, .ownThread) struct EditorTests {
    /// Runs the demonstration with a script as the editor, in a folder of its own, up to the list with a space that the
    /// person manages under the cursor; `below` is a script that starts it in place of the terminal.
    private func withEditor(
        _ script: String, below shell: String? = nil, _ work: (PseudoTerminal, _ folder: String) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "editor-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let path = folder.path(percentEncoded: false)
        let editor = path + "/editor"
        try script.write(toFile: editor, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
        let environment = [
            "EDITOR": editor, "VISUAL": "", "HOME": path, "XDG_STATE_HOME": "", "FOLDER": path,
            "PROGRAM": Program.spaces.path(percentEncoded: false),
        ]
        let terminal =
            if let shell {
                try PseudoTerminal(
                    URL(filePath: "/bin/bash"), ["-c", shell], columns: 120, rows: 40, environment: environment)
            } else {
                try PseudoTerminal(
                    Program.spaces, ["demo", "--spaces", "3"], columns: 120, rows: 40, environment: environment)
            }
        try terminal.expect("updated")
        terminal.press("n")
        try terminal.expect("New space")
        terminal.paste("Edited elsewhere")
        terminal.press("\r")
        try terminal.expect("was created.")
        try work(terminal, path)
    }

    private func quit(_ terminal: PseudoTerminal) throws {
        terminal.press("q")
        #expect(try terminal.end() == 0)
        #expect(try terminal.settings() == terminal.settingsBefore)
    }

    /// As from the keyboard, it goes to the whole group; nothing is ignored in the editor that it did not ask for.
    @Test func anInterruptIsForTheEditorAlone() throws {
        let script = """
            #!/bin/sh
            ignored=$(sed -n 's/^SigIgn:[[:space:]]*/0x/p' /proc/self/status)
            # SIGINT, SIGQUIT, SIGPIPE
            [ $((ignored & 0x1006)) = 0 ] && echo NOTHING IGNORED
            trap '' INT QUIT
            echo typed >"$1"
            kill -INT 0
            kill -QUIT 0
            """
        try withEditor(script) { terminal, _ in
            terminal.press("E")
            try terminal.expect("NOTHING IGNORED")
            try terminal.expect("is saved.")
            try quit(terminal)
        }
    }

    /// Typed a moment before the end of an editor that reads keys as they are, it lies in the line when that is over. The one
    /// key that the editor reads came with it, in one piece.
    @Test func anInterruptThatTheEditorLeftUnreadQuitsNothing() throws {
        let script = """
            #!/bin/sh
            stty raw -echo
            echo READY
            dd bs=1 count=1 of=/dev/null 2>/dev/null
            echo typed >"$1"
            """
        try withEditor(script) { terminal, _ in
            terminal.press("E")
            try terminal.expect("READY")
            terminal.press("x\u{3}q")
            try terminal.expect("is saved.")
            try quit(terminal)
        }
    }

    /// In the moment between the end of the editor and the first key of the list, the line still turns Ctrl-C into a signal.
    ///
    /// The editor leaves the terminal to a job of its own, so that the program, which wants the line back, is stopped in that
    /// very moment by the kernel. The shell above, which is told of it, sends what the keyboard would send, and continues it.
    @Test func anInterruptBetweenTheEditorAndTheListKillsNothing() throws {
        let script = """
            #!/bin/bash
            echo typed >"$1"
            set -m
            bash -c 'kill -KILL $PPID; until [ -e "$FOLDER/stopped" ]; do sleep 0.05; done'
            """
        let shell = """
            set -m
            "$PROGRAM" demo --spaces 3
            kill -INT %1
            kill -QUIT %1
            touch "$FOLDER/stopped"
            fg %1
            echo ENDED $?
            """
        try withEditor(script, below: shell) { terminal, _ in
            terminal.press("E")
            try terminal.expect("was ended by signal 9")
            terminal.press("q")
            try terminal.expect("ENDED 0")
            #expect(try terminal.end() == 0)
        }
    }

    /// An editor that was killed left the terminal to somebody else, and no shell is there to give it back.
    @Test func theTerminalIsTakenBackFromAnEditorThatWasKilled() throws {
        let script = """
            #!/bin/bash
            set -m
            bash -c 'kill -KILL $PPID; until [ -e "$FOLDER/seen" ]; do sleep 0.05; done'
            """
        try withEditor(script) { terminal, folder in
            terminal.press("E")
            try terminal.expect("was ended by signal 9")
            try Data().write(to: URL(filePath: folder + "/seen"))
            try quit(terminal)
        }
    }

    /// A program that is killed takes its editor with it, which keeps what was typed as when its terminal goes away. The shell
    /// above stays, so that nothing but this ends the editor.
    @Test func anEditorEndsWithTheProgram() throws {
        let script = """
            #!/bin/sh
            trap 'echo HEARD; exit 0' HUP
            echo READY
            kill -KILL $PPID
            while :; do sleep 0.05; done
            """
        let shell = """
            "$PROGRAM" demo --spaces 3
            echo ENDED $?
            read line
            """
        try withEditor(script, below: shell) { terminal, _ in
            terminal.press("E")
            try terminal.expect("READY")
            try terminal.expect("HEARD")
            terminal.press("\r")
            _ = try terminal.end()
        }
    }
}
