import Foundation
import SpacesModel
import Terminal
import Testing
import Texts

@testable import SpacesUI

@Suite struct CopyTests {
    // swift-format-ignore
    @Test(arguments: [
        (Key("i"), "store$mars-mission"), ("n", "Mars Mission"), ("w", "https://cloud.example.org/f/store$mars-mission"),
        ("d", "https://cloud.example.org/dav/spaces/store$mars-mission"),
    ])
    func aLetterCopiesAtOnceAndSaysThatNobodyKnows(key: Key, text: String) {
        var state = Sample.loaded(at: "Mars Mission")
        #expect(state.press("y", key) == [.copy(text)])
        #expect(state.layers.isEmpty && state.notice?.text.contains("Not every terminal takes it") == true)
    }

    @Test func enterCopiesTheLineUnderTheCursor() {
        var state = Sample.loaded(at: "Mars Mission")
        #expect(state.press("y", .down, .enter) == [.copy("Mars Mission")])
    }

    @Test func whatTheServerDidNotTellIsNotCopied() {
        var state = Sample.loaded(at: "Budget 2026")
        #expect(state.press("y", "w").isEmpty)
        #expect(state.layers.count == 1 && state.notice?.text == "The server told no web address of Budget 2026.")
    }

    private func marking(_ names: String..., at name: String = "Mars Mission") -> State {
        var state = Sample.loaded()
        for name in names {
            state.select(name)
            state.press(" ")
        }
        state.select(name)
        return state
    }

    // swift-format-ignore
    @Test(arguments: [
        (Key("n"), "Apollo 2\nOpen Ended"), ("i", "store$apollo-2\nstore$open-ended"),
        ("w", "https://cloud.example.org/f/store$apollo-2\nhttps://cloud.example.org/f/store$open-ended"),
    ])
    func allMarkedAreCopiedOneALine(key: Key, text: String) {
        var state = marking("Apollo 2", "Open Ended")
        #expect(state.press("y", key) == [.copy(text)])
        #expect(state.notice?.text.contains("2 spaces were sent to the terminal's clipboard, one a line.") == true)
    }

    @Test func rowsOfAllMarkedAreLinesOfData() throws {
        var state = marking("Apollo 2", "Open Ended")
        guard case .copy(let text)? = state.press("y", "j").first else {
            Issue.record("nothing was copied")
            return
        }
        for line in text.split(separator: "\n") { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        #expect(text.split(separator: "\n").count == 2)
    }

    @Test func whatTheFilterHidesIsCopiedToo() {
        var state = marking("Apollo 2", "Open Ended")
        state.press("/")
        state.type("apollo")
        state.press(.enter)
        #expect(state.press("y", "n") == [.copy("Apollo 2\nOpen Ended")])
    }

    @Test func oneMarkedSpaceIsMeantWhereverTheCursorIs() {
        var state = marking("Apollo 2")
        #expect(state.press("y", "n") == [.copy("Apollo 2")])
        state.press(.tab)
        #expect(state.press("y", "n") == [.copy("Mars Mission")], "on its page the page is meant")
    }

    @Test func whatIsMissingOfSomeIsTold() {
        var state = marking("Apollo 2", "Budget 2026")
        #expect(state.press("y", "w") == [.copy("https://cloud.example.org/f/store$apollo-2")])
        #expect(state.notice?.text.hasSuffix("The server told none of 1 space.") == true)
    }

    @Test func theRowIsOneLineOfData() throws {
        #expect(
            SpaceRecord(Sample.mars).csv
                == "store$mars-mission,Mars Mission,\"Rovers, orbits and a long way home\",project/mars-mission,project,"
                + "nearing,8199999999,10000000000,Marie Curie; Lise Meitner,2026-03-14T09:14:00Z,"
                + "https://cloud.example.org/f/store$mars-mission,"
                + "https://cloud.example.org/dav/spaces/store$mars-mission")
        let object = try JSONSerialization.jsonObject(with: Data(SpaceRecord(Sample.mars).json.utf8)) as? [String: Any]
        #expect(object?["name"] as? String == "Mars Mission" && object?["used"] as? Int == 8_199_999_999)
        #expect(object?["managers"] as? [String] == ["Marie Curie", "Lise Meitner"])
    }

    @Test(arguments: Scene.hostile + Sample.spaces)
    func hostileNamesStayOneLineAndNoFormula(space: Space) throws {
        for prefix in ["", "=cmd|'/c calc'!A0", "+1", "-1", "@sum", "\"quoted\"", "\\"] {
            var space = space
            space.name = prefix + space.name
            for item in CopyMenu.Item.allCases {
                let text = item.text(of: space) ?? ""
                #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(item)")
            }
            let csv = SpaceRecord(space).csv
            #expect(!csv.contains(",=") && !csv.contains(",+") && !csv.contains(",@"))
            let object = try JSONSerialization.jsonObject(with: Data(SpaceRecord(space).json.utf8)) as? [String: Any]
            #expect((object?["name"] as? String)?.isExactly(space.name) == true)
        }
    }

    /// Pasted into a shell, a line break runs what stands before it; all else is the name, to the last byte.
    @Test func aNameIsCopiedAsItIsButForControls() {
        var space = Sample.mars
        for (name, copied) in [
            ("שלום\u{200F}", "שלום\u{200F}"), ("Cafe\u{301}", "Cafe\u{301}"), ("ls\nrm -r .", "ls␊rm -r ."),
            ("a\u{85}b\u{2028}c\u{1B}", "a⟨85⟩b⟨2028⟩c␛"),
        ] {
            space.name = name
            #expect(CopyMenu.Item.name.text(of: space)?.isExactly(copied) == true)
        }
    }

    @Test func whatIsTooLongForTerminalsIsNotSent() {
        var space = Sample.mars
        space.name = String(repeating: "long ", count: 20_000)
        var state = Sample.loaded([space])
        #expect(state.press("y", "n").isEmpty)
        #expect(state.notice?.text.contains("was not copied: it is longer than the 74994 bytes") == true)
    }
}
