import Foundation
import SpacesClient
import SpacesModel
import Terminal
import Testing

@testable import SpacesUI

/// The file that a readme is edited in: nobody else's to read, gone when it is no longer needed.
@Suite struct DraftsTests {
    private func withHome(_ work: (String) throws -> Void) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID())").path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: home) } }
        try work(home)
    }

    private func mode(_ path: String) throws -> Int {
        let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        return try #require(value).intValue
    }

    @Test func isReadableByItsOwnerAlone() throws {
        try withHome { home in
            let drafts = Drafts(environment: ["HOME": home, "EDITOR": "nano -w"])
            let draft = try drafts.make(Array("# Mars".utf8), for: Sample.mars, replacing: nil)
            #expect(draft.path.hasPrefix(home + "/.local/state/spaces/draft-") && draft.path.hasSuffix(".md"))
            #expect(try mode(draft.path) == 0o600)
            #expect(
                try mode(URL(filePath: draft.path).deletingLastPathComponent().path(percentEncoded: false)) == 0o700)
            #expect(draft.command.words == ["nano", "-w", draft.path])
            #expect(try drafts.text(of: draft) == draft.original)
            #expect(drafts.remove(draft))
            #expect(!FileManager.default.fileExists(atPath: draft.path))
        }
    }

    @Test func theEditorGetsNoSecrets() throws {
        try withHome { home in
            let drafts = Drafts(environment: [
                "HOME": home, "EDITOR": "vi", "SPACES_PASSWORD": "hunter2", "SPACES_TOKEN": "t", "LANG": "C",
                "HTTPS_PROXY": "http://ada:hunter2@proxy:3128", "SPACES_PROXY": "http://ada:hunter2@proxy:1",
            ])
            let draft = try drafts.make([], for: Sample.mars, replacing: nil)
            #expect(
                draft.command.environment == [
                    "HOME": home, "EDITOR": "vi", "LANG": "C", "HTTPS_PROXY": "http://ada@proxy:3128",
                    "SPACES_PROXY": "http://ada@proxy:1",
                ])
        }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("vi", ["vi"]), ("  code   --wait ", ["code", "--wait"]), ("'my editor' -x", ["my editor", "-x"]),
        ("\"a 'b' c\"", ["a 'b' c"]), ("a\\ b", ["a b"]), ("vi; rm -rf $HOME", ["vi;", "rm", "-rf", "$HOME"]), ("''", [""]),
        ("'open", nil), ("a\\", nil), ("", []),
    ] as [(String, [String]?)])
    func splitsWithoutAShell(text: String, words: [String]?) {
        #expect(EditorCommand.split(text) == words)
    }

    @Test func findsAnEditor() throws {
        func found(_ environment: [String: String], _ programs: String...) throws -> [String] {
            try EditorCommand.words(environment) { programs.contains($0) }.get()
        }
        #expect(try found(["VISUAL": "emacs", "EDITOR": "ed"]) == ["emacs"])
        #expect(try found(["VISUAL": " ", "EDITOR": "ed"]) == ["ed"])
        #expect(try found(["PATH": "/a:/b"], "/b/nano", "/b/vi") == ["vi"])
        #expect(try found([:], "/usr/bin/nano") == ["nano"])
        #expect(throws: DraftFailure("There is no editor: set EDITOR to one, such as nano.")) { try found([:]) }
        #expect(throws: DraftFailure.self) { try found(["EDITOR": "'vi"]) }
    }

    // MARK: What the person sees

    @Test func tellsWhereTheTextIsWhenItCouldNotBeSaved() {
        var state = Sample.loaded(at: "Mars Mission")
        let draft = Sample.draft(of: Sample.mars)
        state.receive(.draftStored(draft, .failed("It was not saved.")))
        #expect(state.notice?.text == "It was not saved. Your text is kept in \(draft.path)")
        let reason = "vi ended with status 1, so nothing was uploaded."
        #expect(state.receive(.editorEnded(draft, .exited(status: 1))) == [.putAside(draft, reason)])
        state.receive(.draftStored(draft, .dropped(reason)))
        #expect(state.notice?.text == reason)
    }

    @Test func savesWhatTheEditorLeft() {
        var state = Sample.loaded(at: "Mars Mission")
        let draft = Sample.draft(of: Sample.mars)
        #expect(state.receive(.editorEnded(draft, .exited(status: 0))) == [.storeDraft(draft, over: draft.base)])
        #expect(state.receive(.editorEnded(draft, .notStarted(code: 2))) == [.removeDraft(draft)])
        #expect(
            state.notice?.text == "vi did not start: there is no such program. Set EDITOR to an editor, such as nano.")
    }

    /// The variable that counts is named: the other one would change nothing.
    @Test func namesTheVariableThatNamesTheEditor() {
        var state = Sample.loaded(at: "Mars Mission")
        let command = ForegroundCommand(words: ["vim", "x"], environment: ["VISUAL": "vim", "EDITOR": "ed"])
        let draft = Draft(space: Sample.mars, base: nil, original: [], path: "/x", command: command)
        state.receive(.editorEnded(draft, .notStarted(code: 13)))
        #expect(state.notice?.text == "vim did not start: it may not be run. Set VISUAL to an editor, such as nano.")
    }

    @Test func anInterruptThatWasMeantForTheEditorQuitsNothing() {
        var state = Sample.loaded(at: "Mars Mission")
        let draft = Sample.draft(of: Sample.mars)
        state.receive(.editorEnded(draft, .exited(status: 0)))
        #expect(state.press(.control("c")).isEmpty)
        #expect(state.notice?.text == "The editor has ended already: ^C was not counted. Press again.")
        state.receive(.draftStored(draft, .unchanged))
        #expect(state.press(.control("c")) == [.quit])
        state.receive(.editorEnded(draft, .exited(status: 0)))
        state.receive(.draftStored(draft, .unchanged))
        state.now += CursorMove.seconds
        #expect(state.press(.control("c")) == [.quit], "a moment later it is meant for the list")
    }

    @Test func asksWhoseTextStays() {
        var state = Sample.loaded(at: "Mars Mission")
        let draft = Sample.draft(of: Sample.mars)
        let conflict = Sample.conflict(about: draft)
        state.receive(.draftStored(draft, .conflict(conflict)))
        #expect(conflict.difference?.number == 3)
        #expect(
            conflict.difference?.lines(fitting: 20).contains(.init(side: .theirs, text: "All about rockets.")) == true)
        #expect(state.press("m").isEmpty && state.layers.count == 1, "it was on its way to something else")
        state.now += CursorMove.seconds
        #expect(state.press("x").isEmpty && state.layers.count == 1)
        #expect(state.press("m") == [.storeDraft(draft, over: conflict.theirs)])
        state.receive(.draftStored(draft, .conflict(conflict)))
        state.now += CursorMove.seconds
        #expect(state.press("t").isEmpty && state.layers.isEmpty)
        #expect(state.notice?.text == "Nothing was uploaded. Your text is kept in \(draft.path)")
    }

    @Test func onlyManagersAndEditorsMayEdit() {
        let access = Access(account: Sample.admin, permissions: Sample.allPermissions)
        #expect(
            access.editingReadme(of: Sample.mars).reason == "only a manager or an editor of the space may change it")
        var space = Sample.mars
        space.root?.members?.append(Sample.member("Ada Admin", .editor, id: Sample.admin.id))
        #expect(access.editingReadme(of: space).isEnabled)
        space.root?.deletedState = "trashed"
        #expect(access.editingReadme(of: space).reason == "Mars Mission is disabled: nobody reaches its content")
    }
}
