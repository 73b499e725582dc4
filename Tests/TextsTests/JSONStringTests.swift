import Foundation
import TestSupport
import Testing
import Texts

struct JSONStringTests {
    // swift-format-ignore
    @Test(arguments: [
        ("plain",               #""plain""#),
        (#"a"b\c"#,             #""a\"b\\c""#),
        ("a\nb\r\tc",           #""a\nb\r\tc""#),
        ("\u{1B}\u{9B}\u{7F}",  #""\u001b\u009b\u007f""#),
        ("א\u{200F}",           #""א\u200f""#),
        ("A\u{E0041}",          #""A\udb40\udc41""#),
    ])
    func writesWhatIsNotSeenAsItsNumber(text: String, json: String) {
        #expect(JSONString.quoted(text) == json)
    }

    @Test func isReadAsTheSameBytes() throws {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        let encoder = JSONEncoder()
        for _ in 0..<500 {
            let text = AnyText.make(using: &random)
            let comment: Comment = "seed \(seed): \(Array(text.unicodeScalars))"
            let lines = [Array("[\(JSONString.quoted(text))]".utf8), JSONString.escaping(try encoder.encode([text]))]
            for line in lines {
                let read = try JSONDecoder().decode([String].self, from: Data(line))
                #expect(read[0].isExactly(text), comment)
                #expect(Sign.shown(String(decoding: line, as: UTF8.self)).utf8.elementsEqual(line), comment)
            }
        }
    }
}
