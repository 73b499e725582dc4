/// Reads server-sent events out of the bytes of a stream, in whatever pieces these arrive.
///
/// Source: WHATWG HTML, 9.2.6 "Interpreting an event stream". What is longer than a limit ends the stream: it is no event
/// that this program knows.
struct EventStreamParser {
    struct Event: Equatable, Sendable {
        /// What the server calls it; `message` where it says nothing.
        var name = "message"
        var data = ""
    }

    struct TooLong: Error {}

    /// More than any event of the servers has, in bytes.
    static let limit = 1 << 20

    private var line: [UInt8] = []
    private var event = Event()
    private var data: [UInt8] = []
    private var hasData = false
    private var endsInReturn = false
    private var isAtStart = true

    /// Takes the next bytes, and returns the events that are whole by them.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(TooLong) -> [Event] {
        var events: [Event] = []
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            // A line ends in CR, LF or both.
            if endsInReturn, rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
            endsInReturn = false
            let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            let piece = rest[..<(end ?? rest.endIndex)]
            if line.count + data.count + piece.count > Self.limit { throw TooLong() }
            line += piece
            guard let end else { break }
            endsInReturn = rest[end] == UInt8(ascii: "\r")
            if let event = takeLine() { events.append(event) }
            rest = rest[(end + 1)...]
        }
        return events
    }

    /// Takes the line that just ended; an empty one ends an event.
    private mutating func takeLine() -> Event? {
        defer { line.removeAll(keepingCapacity: true) }
        if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isAtStart = false
        if line.isEmpty {
            defer {
                event = Event()
                data = []
                hasData = false
            }
            guard hasData else { return nil }
            event.data = String(decoding: data, as: UTF8.self)
            return event
        }
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(name.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: name, as: UTF8.self) {
        case "event": event.name = String(decoding: value, as: UTF8.self)
        case "data":
            if hasData { data.append(UInt8(ascii: "\n")) }
            data += value
            hasData = true
        // A comment, which keeps the connection alive; ids and times to wait, which are not needed: an event only says where
        // to look again.
        default: break
        }
        return nil
    }
}
