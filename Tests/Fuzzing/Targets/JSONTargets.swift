@testable import SpacesClient
import SpacesModel
@testable import SpacesServer
import Texts

extension FuzzTarget {
    fileprivate static let members = [
        "{\"", "\":", "\"value\":[", "\"id\":\"", "\"name\"", "\"quota\":{\"total\":", "\"driveType\":\"project\"",
        "\"deleted\":{}",
        "\"root\":{\"permissions\":[", "null", "true", "1e400", "-0", "9223372036854775808", "\\u0000",
        "\\ud83d\\ude80", "\\ud800",
        "[[[[", "}", "]", ",", "\"expirationDateTime\":\"2026-11-23T11:54:10Z\"", "\"@odata.nextLink\":\"", "event: ",
        "\ndata: ",
        "\"special\":[", "\"error\":{\"code\":\"",
    ]

    /// What servers answer: lists come out alike in whatever pieces they arrive, and what is no space costs nothing else.
    static let answers = FuzzTarget(name: "answers", longest: 600, words: members) { bytes throws(Broken) in
        try hold(Listing([bytes]) == Listing(bytes.pieces), "a list in pieces is another")
        try hold(Events([bytes]) == Events(bytes.pieces), "events in pieces are others")
        let taken = allowed { () throws(JSONFault) in try JSONDocument(bytes) }
        guard let document = taken else { return }
        for index in document.tokens.indices {
            let node = JSONNode(document: document, index: index)
            try hold(node.elements.count < document.tokens.count, "more elements than tokens")
            try hold(Int(document.tokens[index].next) > index, "a token goes back")
            _ = (node.integer, node.boolean, node["name"])
            if let text = node.text { try hold(String(text).utf8.count <= bytes.count * 3, "a text grew") }
            _ = allowed { () throws(UnreadableDrive) in try Space(wire: node) }
            _ = (TokenAnswer(node, providerTime: nil), DeviceCode(node))
            _ = allowed { () throws(SpacesFailure) in try ProviderMetadata(node, from: "https://example.org") }
        }
        // Laid out, it still says the same.
        let laidOut = JSONText.lines(of: bytes).joined(separator: "\n")
        let again = allowed { () throws(JSONFault) in try JSONDocument(Array(laidOut.utf8)) }
        try hold(again?.tokens.map(\.kind) == document.tokens.map(\.kind), "laid out, it is another: \(laidOut)")
    }

    /// What clients send: what is read is written so that it reads the same, on both sides.
    static let requests = FuzzTarget(name: "requests", longest: 400, words: members) { bytes throws(Broken) in
        _ = allowed { () throws(DecodingFailure) in try DriveRequest(bytes) }
        _ = allowed { () throws(GraphError) in try MemberRequest(bytes) }
        _ = allowed { () throws(GraphError) in try UserRequest(bytes) }
        _ = allowed { () throws(GraphError) in try GroupRequest(bytes) }
        _ = allowed { () throws(GraphError) in try AssignmentRequest(bytes) }
        let value = allowed { () throws(JSONParser.Failure) in try JSONParser.parse(bytes) }
        guard case .string(let text)? = value else { return }
        var writer = JSONWriter()
        writer.string(text)
        let again = allowed { () throws(JSONParser.Failure) in try JSONParser.parse(writer.bytes) }
        guard case .string(let read)? = again else { throw Broken(description: "it writes what it does not read") }
        let node = allowed { () throws(JSONFault) in try JSONDocument(writer.bytes).root.text }
        try hold(read.isExactly(text) && node??.isExactly(text) == true, "\(text) is written \(writer.bytes.text)")
    }
}

/// What is in the answer to a list request that comes in pieces.
private struct Listing: Equatable {
    var spaces: [Space] = []
    var unreadable = 0
    var link: String?
    var fault: String?

    init(_ pieces: [[UInt8]]) {
        var reader = DriveListReader()
        do throws(JSONFault) {
            for piece in pieces { try reader.consume(piece) }
            try reader.finish()
            link = reader.nextLink
        } catch {
            // Where it is damaged depends on the piece.
            fault = if case .malformed = error { "malformed" } else { "\(error)" }
        }
        // What came before the damage in the same piece is not told.
        if fault == nil { (spaces, unreadable) = (reader.listing.spaces, reader.listing.unreadable.count) }
    }
}

/// The events of a stream that comes in pieces.
private struct Events: Equatable {
    var events: [EventStreamParser.Event] = []

    init(_ pieces: [[UInt8]]) {
        var parser = EventStreamParser()
        for piece in pieces {
            events += allowed { () throws(EventStreamParser.TooLong) in try parser.take(piece) } ?? []
        }
    }
}
