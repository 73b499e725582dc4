import Foundation
import TestSupport
import Testing

@testable import SpacesClient

@Suite("Reading JSON where it lies")
struct JSONDocumentTests {
    @Test func readsValuesOfEveryKind() throws {
        let root = try parse(#" {"a":[1,-2,"x",true,false,null,{},[]],"b":{"c":"d"},"":"empty key","e":[]} "#)
        let list = try #require(root["a"]).elements
        #expect(list.count == 8)
        #expect(list[0].integer == 1)
        #expect(list[1].integer == -2)
        #expect(list[2].text == "x")
        #expect(list[3].boolean == true)
        #expect(list[4].boolean == false)
        #expect(list[5].isNull)
        #expect(list[6].isObject)
        #expect(list[7].isArray)
        #expect(root["b"]?["c"]?.text == "d")
        #expect(root[""]?.text == "empty key")
        #expect(root["e"]?.elements.isEmpty == true)
        #expect(root["missing"] == nil)
    }

    @Test func givesNothingOfAnotherType() throws {
        let root = try parse(#"{"number":"5","text":5,"list":{"a":1},"object":[1]}"#)
        #expect(root["number"]?.integer == nil)
        #expect(root["text"]?.text == nil)
        #expect(root["list"]?.elements.isEmpty == true)
        #expect(root["object"]?["a"] == nil)
    }

    // swift-format-ignore
    @Test(arguments: [
        (#""plain é 日本""#,                  "plain é 日本"),
        (#""\"\\\/\b\f\n\r\t""#,              "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0041\u00e9\u65E5""#,            "Aé日"),
        (#""\ud83d\ude80""#,                  "🚀"),
        (#""\ud83d""#,                        "\u{FFFD}"),
        (#""\ud83dx""#,                       "\u{FFFD}x"),
        (#""\ud83d\u0041""#,                  "\u{FFFD}A"),
        (#""\ude80""#,                        "\u{FFFD}"),
        (#""\u00""#,                          "\u{FFFD}00"),
        (#""\uzzzz""#,                        "\u{FFFD}zzzz"),
        (#""\q""#,                            "q"),
        (#""\u003cscript\u003e""#,            "<script>"),
        ("\"tab\tinside\"",                   "tab\tinside"),
    ])
    func unescapesStrings(json: String, text: String) throws {
        #expect(try parse(json).text == text)
    }

    @Test func findsEscapedKeys() throws {
        #expect(try parse(#"{"\u0069d":"x"}"#)["id"]?.text == "x")
    }

    @Test func replacesBytesThatAreNoText() throws {
        #expect(try JSONDocument([0x22, 0x61, 0xFF, 0x22]).root.text == "a\u{FFFD}")
    }

    // swift-format-ignore
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("42", 42), ("9223372036854775807", .max), ("-9223372036854775808", .min),
        ("9223372036854775808", .max), ("1e30", .max), ("-1e30", .min), ("1.9", 1), ("-1.9", -1), ("1e3", 1000),
        ("1e999", .max), ("1-2", nil), ("1.2.3", nil),
    ] as [(String, Int64?)])
    func readsWholeNumbers(json: String, number: Int64?) throws {
        #expect(try parse(json).integer == number)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("",            JSONFault.truncated), (" ", .truncated), ("{", .truncated), ("[1,", .truncated), ("\"a", .truncated),
        ("\"a\\",       .truncated), ("{\"a\":", .truncated), ("tru", .truncated), ("[1", .truncated),
        ("trux",        .malformed(offset: 0)), ("{1:2}", .malformed(offset: 1)), ("{\"a\" 1}", .malformed(offset: 5)),
        ("[1 2]",       .malformed(offset: 3)), ("[1}", .malformed(offset: 2)), ("1 2", .malformed(offset: 2)),
        ("{\"a\":1,}",  .malformed(offset: 7)), ("[1,]", .malformed(offset: 3)), ("<html>", .malformed(offset: 0)),
    ])
    func refusesWhatIsNoJSON(json: String, fault: JSONFault) {
        #expect(throws: fault) { try parse(json) }
    }

    @Test func refusesDeepNestingWithoutRecursion() throws {
        #expect(throws: JSONFault.tooDeep) { try parse(String(repeating: "[", count: 100_000)) }
        let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try parse(deepest).isArray)
    }

    @Test func survivesEveryTruncationAndRandomBytes() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed: seed)
        let sample = Array(#"{"id":"a\u00e9$b","quota":{"total":5e3,"x":[true,null,-1]},"s":"\ud83d\ude80"}"#.utf8)
        for length in 0..<sample.count {
            #expect(throws: JSONFault.self, "length \(length)") { try JSONDocument(Array(sample[..<length])) }
        }
        for _ in 0..<5000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0 ... .max, using: &random)
            }
            // Whatever comes of it, it comes as a value or as a fault, never as a crash.
            do throws(JSONFault) {
                let root = try JSONDocument(bytes).root
                _ = (root["id"]?.text, root["quota"]?["total"]?.integer, root["s"]?.text)
            } catch {
                #expect(error != .tooLarge, "seed \(seed)")
            }
        }
    }

    private func parse(_ text: String) throws(JSONFault) -> JSONNode {
        try JSONDocument(Array(text.utf8)).root
    }
}
