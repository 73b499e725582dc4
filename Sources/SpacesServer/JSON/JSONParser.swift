/// Reads one JSON value from bytes, with a limit on depth, and fails in the words of Go's decoder, which clients of
/// the real server see (docs/server-behaviour.md §3.3, recordings 054 and 062).
///
/// What follows the value is not looked at: the real server accepts trailing garbage
/// (docs/server-behaviour.md §3.2).
struct JSONParser {
    /// Why the bytes are no JSON value.
    struct Failure: Error, Equatable {
        let message: String

        static let end = Failure(message: "EOF")
        static let unexpectedEnd = Failure(message: "unexpected EOF")
        static let tooDeep = Failure(message: "exceeded max depth")
        /// The database would take it for the end of the text.
        static let null = Failure(message: "invalid character NUL in string")
        static let badText = Failure(message: "invalid UTF-8 in string")
    }

    private let bytes: [UInt8]
    private var index = 0
    private let maximumDepth: Int

    private init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    /// The first value in the bytes.
    static func parse(_ bytes: [UInt8], maximumDepth: Int = 64) throws(Failure) -> JSONValue {
        var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
        parser.skipSpace()
        if parser.index == bytes.count { throw .end }
        return try parser.value(depth: 0)
    }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private func current() throws(Failure) -> UInt8 {
        guard index < bytes.count else { throw .unexpectedEnd }
        return bytes[index]
    }

    private func unexpected(_ place: String) -> Failure {
        let character = String(decoding: bytes[index...].prefix(4), as: UTF8.self).first.map(String.init) ?? ""
        return Failure(message: "invalid character '\(character)' \(place)")
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        if depth > maximumDepth { throw .tooDeep }
        switch try current() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw unexpected("looking for beginning of value")
        }
    }

    private mutating func literal(_ text: String, _ value: JSONValue) throws(Failure) -> JSONValue {
        for byte in text.utf8 {
            if try current() != byte { throw unexpected("in literal \(text)") }
            index += 1
        }
        return value
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        var members: [JSONValue.Member] = []
        index += 1
        skipSpace()
        if try current() == UInt8(ascii: "}") {
            index += 1
            return .object([])
        }
        while true {
            skipSpace()
            guard try current() == UInt8(ascii: "\"") else {
                throw unexpected("looking for beginning of object key string")
            }
            let name = try string()
            skipSpace()
            guard try current() == UInt8(ascii: ":") else { throw unexpected("after object key") }
            index += 1
            skipSpace()
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
            let byte = try current()
            if byte == UInt8(ascii: "}") { break }
            guard byte == UInt8(ascii: ",") else { throw unexpected("after object key:value pair") }
            index += 1
        }
        index += 1
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        var elements: [JSONValue] = []
        index += 1
        skipSpace()
        if try current() == UInt8(ascii: "]") {
            index += 1
            return .array([])
        }
        while true {
            skipSpace()
            elements.append(try value(depth: depth + 1))
            skipSpace()
            let byte = try current()
            if byte == UInt8(ascii: "]") { break }
            guard byte == UInt8(ascii: ",") else { throw unexpected("after array element") }
            index += 1
        }
        index += 1
        return .array(elements)
    }

    private mutating func number() throws(Failure) -> String {
        let start = index
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        if try current() == UInt8(ascii: "0") {
            index += 1
        } else {
            try digits("in numeric literal")
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            try digits("after decimal point in numeric literal")
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            let sign = try current()
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
            try digits("in exponent of numeric literal")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits(_ place: String) throws(Failure) {
        let start = index
        _ = try current()
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        if index == start { throw unexpected(place) }
    }

    private mutating func string() throws(Failure) -> String {
        index += 1
        var text: [UInt8] = []
        while true {
            let byte = try current()
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                if text.contains(0) { throw .null }
                guard let string = String(validating: text, as: UTF8.self) else { throw .badText }
                return string
            case UInt8(ascii: "\\"):
                index += 1
                try escape(into: &text)
            case 0..<0x20:
                throw unexpected("in string literal")
            default:
                text.append(byte)
                index += 1
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        let byte = try current()
        let plain: [UInt8: UInt8] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
        ]
        if let character = plain[byte] {
            text.append(character)
            index += 1
            return
        }
        guard byte == UInt8(ascii: "u") else { throw unexpected("in string escape code") }
        index += 1
        let unit = try codeUnit()
        var scalar = Unicode.Scalar(UInt32(unit))
        if UTF16.isLeadSurrogate(unit), index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 {
            let resume = index
            index += 2
            let trail = try codeUnit()
            if UTF16.isTrailSurrogate(trail) {
                scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
            } else {
                index = resume
            }
        }
        // A lone surrogate becomes the replacement character, as in Go.
        text.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
    }

    private mutating func codeUnit() throws(Failure) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try current())).hexDigitValue else {
                throw unexpected("in \\u hexadecimal character escape")
            }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }
}
