import SpacesClient
import Terminal
import TestSupport
import Testing

@testable import SpacesUI

/// Keys of a person's own.
@Suite struct KeyChoiceTests {
    private func problems(_ choices: KeyChoice...) -> [String] {
        Keymap.standard.choosing(choices).problems.map { "\($0.choice): \($0.sentence)" }
    }

    private func state(_ choices: KeyChoice..., at name: String = "Mars Mission") -> State {
        var state = Sample.loaded(at: name)
        state.keymap = Keymap.standard.choosing(choices).keymap
        return state
    }

    @Test func takesTheKeysInPlaceOfTheUsualOnes() {
        let (keymap, problems) = Keymap.standard.choosing([
            KeyChoice("edit", ["F4"]), KeyChoice("refresh", ["^t", "Alt-r"]), KeyChoice("quit", ["Q"]),
        ])
        #expect(problems.isEmpty, "\(problems)")
        #expect(keymap.command(for: Key(.function(4))) == .edit && keymap.command(for: "e") == nil)
        #expect(keymap.keys(for: .refresh) == [.control("t"), Key(.character("r"), .alt)])
        #expect(
            keymap.command(for: "q") == nil && keymap.keys(for: .quit) == ["Q", .control("c")], "a way out remains")
        #expect(keymap.bindings.map(\.command) == Keymap.standard.bindings.map(\.command))
    }

    // swift-format-ignore
    @Test(arguments: [
        ("eddit", ["x"], "there is no command \"eddit\"; did you mean edit?"),
        ("teleport\u{1B}", ["x"], "there is no command \"teleport\u{1B}\""),
        ("edit", ["Entr"], "edit: \"Entr\" is no key; did you mean Enter?"),
        ("edit", ["Hyper-x"], "edit: \"Hyper-x\" is no key; e, ^R, F5, Shift-Tab and Alt-x are"),
        ("edit", ["Esc"], "edit: Esc always means clear_filter"),
        ("refresh", ["F1"], "refresh: F1 always means help"),
        ("edit", ["^I"], "edit: terminals send ^I as Tab"),
        ("toggle_mouse", ["t"], "toggle_mouse counts while text is typed, too, and takes only keys such as ^T, Alt-t or F2"),
        ("disable", ["y"], "disable: y answers the question that follows, and cannot ask it"),
        ("edit", ["5"], "edit: 5 applies the view number 5 no more"),
        ("edit", ["F5"], "edit: F5 was a key of refresh, which keeps ^R; refresh: [^R] says that this is meant"),
        ("edit", ["D"], "edit: D was a key of disable, which has none now; disable: [] says that this is meant"),
    ])
    func tellsWhatIsWrong(command: String, keys: [String], problem: String) {
        #expect(problems(KeyChoice("filter", ["/"]), KeyChoice(command, keys)) == ["1: " + problem])
    }

    @Test func whatIsMeantIsNoProblem() {
        #expect(problems(KeyChoice("edit", ["D"]), KeyChoice("disable", [])).isEmpty)
        #expect(problems(KeyChoice("edit", ["D"]), KeyChoice("disable", ["e"])).isEmpty, "two that changed places")
        #expect(problems(KeyChoice("edit", ["e"]), KeyChoice("edit", ["wrong key"])).isEmpty, "the nearer file counts")
    }

    @Test func theFirstCommandThatTakesAKeyKeepsIt() {
        let choices = [KeyChoice("edit", ["t"]), KeyChoice("create", ["t"])]
        #expect(Keymap.standard.choosing(choices).problems.map(\.sentence) == ["create: t is given to edit already"])
        #expect(
            Keymap.standard.choosing(choices).keymap.keys(for: .create) == ["n"], "the usual key is better than none")
    }

    @Test("Who gave Enter to editing keeps it, and Tab opens the page") func enterThatEdits() {
        var state = state(KeyChoice("edit", ["e", "Enter"]))
        #expect(
            problems(KeyChoice("edit", ["e", "Enter"])) == [
                "0: edit: Enter was a key of show_detail, which keeps Tab; show_detail: [Tab] says that this is meant"
            ])
        state.press(.enter)
        #expect(state.form != nil)
        state.press(.escape, .tab, .enter)
        #expect(state.layers == [.detail(DetailPage())], "on the page it only says which key edits")
        #expect(state.notice?.text == "e edits the space; Tab shows its next side.")
    }

    @Test("Whatever Enter does in the list, dialogs and pages take it as theirs", arguments: ["mark", "copy", "quit"])
    func enterOfOnesOwn(command: String) {
        var state = state(KeyChoice(command, ["Enter"]))
        state.press("s", .down, .enter)
        #expect(state.layers.isEmpty && !state.list.filter.isEmpty, "the summary follows its line")
        state.press(.escape, "J")
        state.receive(.journalRead(.success(JournalListing(Sample.journal, place: .memory, unreadable: 0))))
        state.press(.enter)
        #expect(state.top(JournalPage.self)?.record == 0)
    }

    @Test func footerHelpPaletteAndSentencesFollow() {
        var state = state(KeyChoice("help", ["^G"]), KeyChoice("disable", ["F8"]), KeyChoice("create", []))
        #expect(Picture(state).lines.last?.contains("F8 disable") == true)
        #expect(Picture(state).lines.last?.contains("^G help") == true)
        #expect(Picture(state).lines.last?.contains("new") == false, "what has no key is no hint")
        state.press("t")
        #expect(state.notice?.text == "t has no meaning here. ^G shows all keys.")
        state.press(Key(.function(8)))
        #expect(state.confirmation?.action == .disable)
        state.press(.escape, .control("g"), "/")
        state.type("^G")
        #expect(Picture(state).lines.contains { $0.contains("^G") && $0.contains("F1") })
        state.press(.escape, .escape, ":")
        state.type("new")
        state.press(.enter)
        #expect(state.form?.purpose == .create, "the palette finds what has no key")
    }

    @Test func whatHasNoKeyIsNamedByThePalette() {
        #expect(Keymap.standard.choosing([KeyChoice("refresh", [])]).keymap.name(of: .refresh) == ":refresh")
        let bare = Keymap.standard.choosing([KeyChoice("refresh", []), KeyChoice("command_palette", [])]).keymap
        #expect(bare.name(of: .refresh) == "? refresh" && bare.name(of: .commandPalette) == "? commands")
    }

    @Test(arguments: Command.allCases)
    func everyCommandHasANameAndTakesAKey(command: Command) throws {
        #expect(Command(settingName: command.settingName) == command)
        #expect(command.settingName.allSatisfy { $0.isLowercase || $0 == "_" })
        let (keymap, problems) = Keymap.standard.choosing([KeyChoice(command.settingName, ["Alt-F9"])])
        #expect(problems.isEmpty && keymap.keys(for: command).first == Key(.function(9), .alt))
        #expect(keymap.command(for: try #require(Key(named: "alt-f9"))) == command)
    }

    /// Whatever is chosen, nobody is caught: there are ways out and to the help, and no key means two things.
    @Test func noChoiceCatchesAnybody() {
        var random = SeededRandom(seed: 7)
        let names = Keymap.standard.bindings.flatMap(\.keys).map(\.name) + ["Alt-x", "F9", "^I", "nonsense", "é", ""]
        for round in 0..<300 {
            let choices = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                KeyChoice(
                    Command.allCases.randomElement(using: &random)?.settingName ?? "",
                    (0..<Int.random(in: 0...3, using: &random)).map { _ in names.randomElement(using: &random) ?? "" })
            }
            let keymap = Keymap.standard.choosing(choices).keymap
            for (key, command) in Keymap.fixed {
                #expect(keymap.command(for: key) == command, "seed 7, round \(round): \(choices)")
            }
            let keys = keymap.bindings.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "seed 7, round \(round): \(choices)")
        }
    }

    @Test(arguments: Keymap.standard.bindings.flatMap(\.keys))
    func aKeyIsReadAsItIsWritten(key: Key) {
        #expect(Key(named: key.name) == key)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("Ctrl-r", Key.control("r")), ("ctrl-R", .control("r")), ("F12", Key(.function(12))), ("shift-tab", Key(.tab, .shift)),
        ("PageDown", Key(.pageDown)), ("Alt-X", Key(.character("X"), .alt)), ("^", "^"), ("-", "-"), ("Shift-a", "A"),
        ("C-x", .control("x")),
    ])
    func otherWaysToWriteAKeyAreUnderstood(name: String, key: Key) {
        #expect(Key(named: name) == key)
    }

    @Test(arguments: ["", " ", "F0", "F25", "Entr", "^é", "Ctrl-", "ab", "Shift-"])
    func nothingElseIsAKey(name: String) {
        #expect(Key(named: name) == nil)
    }
}
