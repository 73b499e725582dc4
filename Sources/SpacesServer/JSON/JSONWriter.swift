/// Writes JSON straight into bytes, in the order given: keys alphabetical by the caller, as recorded.
///
/// A list of a thousand drives is megabytes of JSON, most of it the same few members again; encoding it through
/// `Codable` takes ten times as long as the rest of the answer.
struct JSONWriter: Sendable {
    private(set) var bytes: [UInt8] = []
    /// True where the next value or key must be set off by a comma.
    private var needsComma = false

    /// The bytes so far, handed over; the writer goes on with none, in the middle of the same value.
    mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        bytes.reserveCapacity(taken.count)
        return taken
    }

    mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        begin("{")
        try body(&self)
        end("}")
    }

    mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        begin("[")
        try body(&self)
        end("]")
    }

    mutating func begin(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    mutating func end(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    /// A key that needs no escaping: those of the API, written in the source.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func member(_ name: StaticString, _ value: String) {
        key(name)
        string(value)
    }

    mutating func member(_ name: StaticString, _ value: Int64) {
        key(name)
        integer(value)
    }

    mutating func member(_ name: StaticString, _ value: Bool) {
        key(name)
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        needsComma = true
    }

    mutating func member(_ name: StaticString, _ value: Timestamp) {
        key(name)
        bytes.append(UInt8(ascii: "\""))
        value.appendRFC3339(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func object(_ name: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try object(body)
    }

    mutating func array(_ name: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
        key(name)
        try array(body)
    }

    mutating func integer(_ value: Int64) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    /// A value that is JSON already.
    mutating func raw(_ json: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { Self.append($0, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A string of several parts, without first making one of them.
    mutating func string(parts: String...) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for var part in parts {
            part.withUTF8 { Self.append($0, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    /// Escapes what Go's encoder escapes: quotes, controls, and `< > &` and the line separators for HTML's sake.
    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x3C && byte != 0x3E && byte != 0x26
            if isPlain && byte != 0xE2 {
                index += 1
                continue
            }
            if byte == 0xE2 {
                // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: text[start..<index])
                bytes.append(contentsOf: (text[index + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8)
                index += 3
            } else {
                bytes.append(contentsOf: text[start..<index])
                bytes.append(contentsOf: escape(byte).utf8)
                index += 1
            }
            start = index
        }
        bytes.append(contentsOf: text[start..<text.count])
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case 0x22: return #"\""#
        case 0x5C: return #"\\"#
        case 0x0A: return #"\n"#
        case 0x0D: return #"\r"#
        case 0x09: return #"\t"#
        case 0x08: return #"\b"#
        case 0x0C: return #"\f"#
        default:
            let digits = String(byte, radix: 16)
            return #"\u00"# + (digits.count == 1 ? "0" : "") + digits
        }
    }
}
