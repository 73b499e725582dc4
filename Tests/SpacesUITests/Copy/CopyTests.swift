import Foundation
import SpacesModel
import Terminal
import Testing

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
            #expect(object?["name"] as? String == SafeText.visible(space.name))
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
