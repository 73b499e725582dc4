/// Walks over a JSON text once, without recursion, and writes down where each value lies.
///
/// Control characters inside strings are accepted although RFC 8259 forbids them: whatever shows them makes them safe, and a
/// space is worth more than the rule.
struct JSONTokenizer {
    let bytes: [UInt8]
    let depthLimit: Int
    var tokens: [JSONDocument.Token] = []
    private var position = 0
    /// The tokens of the objects and arrays that are still open.
    private var open: [Int] = []

    init(bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
        tokens.reserveCapacity(bytes.count / 12 + 4)
    }

    mutating func run() throws(JSONFault) {
        repeat { try value() } while try goesOnAfterValue()
        skipBlanks()
        if position < bytes.count { throw .malformed(offset: position) }
    }

    /// Reads a scalar, or opens objects and arrays down to the first scalar or empty container.
    private mutating func value() throws(JSONFault) {
        while true {
            switch try nextByte() {
            case UInt8(ascii: "{"):
                try push(.object)
                if try nextByte() == UInt8(ascii: "}") { return close() }
                try key()
            case UInt8(ascii: "["):
                try push(.array)
                if try nextByte() == UInt8(ascii: "]") { return close() }
            case UInt8(ascii: "\""): return try string()
            case UInt8(ascii: "t"): return try literal("true", .yes)
            case UInt8(ascii: "f"): return try literal("false", .no)
            case UInt8(ascii: "n"): return try literal("null", .null)
            default: return try number()
            }
        }
    }

    /// Closes what ends here; true when another value follows, whose key has then been read.
    private mutating func goesOnAfterValue() throws(JSONFault) -> Bool {
        while let container = open.last {
            let isObject = tokens[container].kind == .object
            let byte = try nextByte()
            if byte == UInt8(ascii: ",") {
                position += 1
                if isObject { try key() }
                return true
            }
            guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw .malformed(offset: position)
            }
            close()
        }
        return false
    }

    private mutating func push(_ kind: JSONDocument.Kind) throws(JSONFault) {
        if open.count == depthLimit { throw .tooDeep }
        open.append(tokens.count)
        append(kind, from: position, to: position)
        position += 1
    }

    private mutating func close() {
        position += 1
        guard let container = open.popLast() else { return }
        tokens[container].end = Int32(truncatingIfNeeded: position)
        tokens[container].next = Int32(truncatingIfNeeded: tokens.count)
    }

    private mutating func append(
        _ kind: JSONDocument.Kind, from start: Int, to end: Int, hasEscapes: Bool = false
    ) {
        tokens.append(
            .init(
                kind: kind, hasEscapes: hasEscapes, start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: end), next: Int32(truncatingIfNeeded: tokens.count + 1)))
    }

    private mutating func key() throws(JSONFault) {
        guard try nextByte() == UInt8(ascii: "\"") else { throw .malformed(offset: position) }
        try string()
        guard try nextByte() == UInt8(ascii: ":") else { throw .malformed(offset: position) }
        position += 1
    }

    private mutating func string() throws(JSONFault) {
        let start = position + 1
        var index = start
        var hasEscapes = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                append(.string, from: start, to: index, hasEscapes: hasEscapes)
                position = index + 1
                return
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                index += 1
            }
            index += 1
        }
        throw .truncated
    }

    private mutating func literal(_ word: StaticString, _ kind: JSONDocument.Kind) throws(JSONFault) {
        let end = position + word.utf8CodeUnitCount
        if end > bytes.count { throw .truncated }
        let isWord = word.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
        guard isWord else { throw .malformed(offset: position) }
        append(kind, from: position, to: end)
        position = end
    }

    /// Reads a number loosely; what it is worth is found when it is asked for.
    private mutating func number() throws(JSONFault) {
        let start = position
        while position < bytes.count, Self.isInNumber(bytes[position]) { position += 1 }
        let first = bytes[start]
        guard position > start, first == UInt8(ascii: "-") || Self.isDigit(first) else {
            throw .malformed(offset: start)
        }
        append(.number, from: start, to: position)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isInNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: isDigit(byte)
        }
    }

    /// The next byte that is no blank; it is not consumed.
    private mutating func nextByte() throws(JSONFault) -> UInt8 {
        skipBlanks()
        guard position < bytes.count else { throw .truncated }
        return bytes[position]
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position].isJSONBlank { position += 1 }
    }
}

extension UInt8 {
    /// Blanks between the tokens of JSON (RFC 8259 §2).
    var isJSONBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
