import SpacesModel
import TestSupport
import Testing

@testable import SpacesClient

@Suite("Cutting a list into its entries while it arrives")
struct SplitterTests {
    private static let list = """
        {"@odata.context":"x{[\\"","@odata.count": 3, "value" : [ {"id":"1","name":"a \\"]}, é"} ,{"id":"2",
        "root":{"permissions":[[],{}]}},	"junk", 17 , {"id":"3"}], "@odata.nextLink":{"value":[{"id":"no"}]} }

        """
    private static let entries = [
        "{\"id\":\"1\",\"name\":\"a \\\"]}, é\"}", "{\"id\":\"2\",\n\"root\":{\"permissions\":[[],{}]}}", "\"junk\"",
        "17",
        "{\"id\":\"3\"}",
    ]

    @Test func cutsAtEverySplitPoint() throws {
        let bytes = Array(Self.list.utf8)
        for cut in 0...bytes.count {
            let entries = try split([Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(entries == Self.entries, "cut at \(cut)")
        }
    }

    @Test func cutsByteByByte() throws {
        #expect(try split(Self.list.utf8.map { [$0] }) == Self.entries)
    }

    @Test func cutsRandomPieces() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed: seed)
        let bytes = Array(Self.list.utf8)
        for _ in 0..<500 {
            var pieces: [[UInt8]] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 0...min(9, rest.count), using: &random)
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(try split(pieces) == Self.entries, "seed \(seed)")
        }
    }

    @Test(arguments: ["null", " null ", "{\"value\":null}", "{\"value\":[]}", "{\"a\":1,\"value\":[ ],\"b\":[{}]}"])
    func knowsEmptyLists(text: String) throws {
        #expect(try split([Array(text.utf8)]).isEmpty)
        #expect(try split(text.utf8.map { [$0] }).isEmpty)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("",                               JSONFault.truncated),
        ("   ",                            .truncated),
        ("{",                              .truncated),
        ("{\"value\"",                     .truncated),
        ("{\"value\":[",                   .truncated),
        ("{\"value\":[{\"id\":\"1\"}",     .truncated),
        ("{\"value\":[{\"id\":\"1\"},",    .truncated),
        ("{\"value\":[{\"id\":\"1\"}]",    .truncated),
        ("nul",                            .truncated),
        ("{}",                             .notAList),
        ("{\"error\":{\"code\":\"x\"}}",   .notAList),
        ("{\"value\":{}}",                 .notAList),
        ("{\"value\":\"text\"}",           .notAList),
        ("{\"value\":nope}",               .notAList),
        ("[]",                             .malformed(offset: 0)),
        ("<html>",                         .malformed(offset: 0)),
        ("\"text\"",                       .malformed(offset: 0)),
        ("{,}",                            .malformed(offset: 1)),
        ("{\"value\":[,{}]}",              .malformed(offset: 10)),
        ("{\"value\":[{},]}",              .malformed(offset: 13)),
        ("{\"value\":[{}{}]}",             .malformed(offset: 12)),
        ("{\"value\":[{}}",                .malformed(offset: 12)),
        ("{\"value\":[]]",                 .malformed(offset: 11)),
        ("{\"value\":[]} x",               .malformed(offset: 13)),
        ("{\"value\" []}",                 .malformed(offset: 9)),
        ("{\"a\":1,}",                     .malformed(offset: 7)),
    ])
    func refusesWhatIsNoList(text: String, fault: JSONFault) {
        #expect(throws: fault) { try split([Array(text.utf8)]) }
    }

    // swift-format-ignore
    @Test(arguments: [
        ("a giant string beside",     "{\"other\":\"", "x", JSONFault.tooLarge),
        ("a giant key",               "{\"", "x", .tooLarge),
        ("a giant word",              "n", "u", .tooLarge),
        ("blanks at the start",       "", " ", .tooLarge),
        ("blanks between",            "{\"value\":[{},", "\n", .tooLarge),
        ("endless other properties",  "{\"a\":1", ",\"b\":2", .tooLarge),
        ("deep objects beside",       "{\"a\":", "{\"a\":", .tooDeep),
    ])
    func givesUpEarly(_ name: String, start: String, repeated: String, fault: JSONFault) {
        var splitter = DriveListSplitter()
        let piece = Array(String(repeating: repeated, count: 10_000).utf8)
        var size = 0
        #expect(throws: fault, "\(name)") {
            _ = try splitter.consume(Array(start.utf8))
            while size < 100 << 20 {
                _ = try splitter.consume(piece)
                size += piece.count
            }
        }
        #expect(size < 8 << 20)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("a string",  "\"",              "x",          "\""),
        ("a number",  "1",               "1",          ""),
        ("an object", "{\"id\":\"s$1\"", ",\"a\":1",  "}"),
        ("a list",    "[0",              ",[]",        "]"),
    ])
    func anEntryThatIsTooLargeIsPassedOverInItsOwnBound(_ name: String, start: String, repeated: String, end: String) throws {
        var limits = DriveListSplitter.Limits()
        limits.entry = 1 << 16
        limits.beginning = 64
        var splitter = DriveListSplitter(limits: limits)
        var entries: [DriveListSplitter.Entry] = []
        entries += try splitter.consume(Array("{\"value\":[{\"id\":\"a\"},\(start)".utf8))
        let piece = Array(String(repeating: repeated, count: 1000).utf8)
        for _ in 0..<1000 { entries += try splitter.consume(piece) }
        entries += try splitter.consume(Array("\(end),{\"id\":\"b\"}]}".utf8))
        try splitter.finish()
        let beginning = Array((start + String(repeating: repeated, count: 64)).utf8.prefix(64))
        #expect(
            entries == [
                .whole(Array("{\"id\":\"a\"}".utf8)), .tooLarge(beginning: beginning),
                .whole(Array("{\"id\":\"b\"}".utf8)),
            ], "\(name)")
    }

    private func split(_ pieces: [[UInt8]]) throws -> [String] {
        var splitter = DriveListSplitter()
        var entries: [String] = []
        for piece in pieces {
            entries += try splitter.consume(piece).map { entry in
                guard case .whole(let bytes) = entry else { return "" }
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        try splitter.finish()
        return entries
    }
}
