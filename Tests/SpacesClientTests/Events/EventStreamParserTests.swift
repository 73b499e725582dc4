import TestSupport
import Testing

@testable import SpacesClient

/// WHATWG HTML, 9.2.6.
@Suite struct EventStreamParserTests {
    private static func events(_ text: String) throws -> [String] {
        var parser = EventStreamParser()
        return try parser.take(text.utf8).map { "\($0.name)=\($0.data)" }
    }

    @Test(
        "Events are read as the specification says",
        arguments: [
            ("data: one\n\n", ["message=one"]),
            ("event: a\ndata: one\ndata:two\n\n", ["a=one\ntwo"]),
            (":keep alive\n\ndata\n\n", ["message="]),
            ("event: a\n\nevent: b\rdata: x\r\rdata: y\r\n\r\n", ["b=x", "message=y"]),
            ("\u{FEFF}data: x\n\nid: 7\nretry: 10\nodd: z\ndata:  y\n\n", ["message=x", "message= y"]),
            ("data: not ended\n", []),
        ] as [(String, [String])])
    func reads(_ text: String, _ expected: [String]) throws {
        #expect(try Self.events(text) == expected)
    }

    @Test("However a stream is cut into pieces, its events are the same") func chunksDoNotMatter() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        let parts = ["event: ü\n", "data: 漢字\r\n", "data: b\r", "\n", "\r\n", ": c\n", "data\n", "id: 1\n", "\u{FEFF}"]
        for _ in 0..<300 {
            let text = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let whole = try Self.events(text)
            var parser = EventStreamParser()
            var rest = Array(text.utf8)[...]
            var pieces: [String] = []
            while !rest.isEmpty {
                let count = Int.random(in: 1...7, using: &random)
                pieces += try parser.take(rest.prefix(count)).map { "\($0.name)=\($0.data)" }
                rest = rest.dropFirst(count)
            }
            #expect(pieces == whole, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test("A line without an end is given up") func isBounded() {
        var parser = EventStreamParser()
        #expect(throws: EventStreamParser.TooLong.self) {
            for _ in 0..<3 {
                _ = try parser.take(Array(repeating: UInt8(ascii: "x"), count: EventStreamParser.limit / 2))
            }
        }
    }
}
