extension JSONDocument {
    /// True when the token is a string with exactly these characters.
    func isString(at index: Int, _ text: StaticString) -> Bool {
        let token = tokens[index]
        let count = text.utf8CodeUnitCount
        if token.hasEscapes { return self.text(of: token) == text.description }
        guard Int(token.end - token.start) == count else { return false }
        let start = Int(token.start)
        return text.withUTF8Buffer { expected in
            for offset in 0..<count where expected[offset] != bytes[start + offset] { return false }
            return true
        }
    }

    /// The text of a string token.
    func text(of token: Token) -> String {
        let raw = bytes[Int(token.start)..<Int(token.end)]
        return String(decoding: token.hasEscapes ? Self.unescaped(raw) : raw, as: UTF8.self)
    }

    /// Resolves the escapes of RFC 8259 §7; an unknown one stands for its own character, a lone surrogate for U+FFFD.
    private static func unescaped(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var rest = raw
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                result.append(byte)
                continue
            }
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"): result.append(contentsOf: Character(scalar(after: &rest)).utf8)
            default: result.append(escape)
            }
        }
        return result[...]
    }

    /// The character behind `\u`, of which a high surrogate takes its low one along.
    private static func scalar(after rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard let first = codeUnit(&rest) else { return replacement }
        guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) ?? replacement }
        var behind = rest
        guard behind.popFirst() == UInt8(ascii: "\\"), behind.popFirst() == UInt8(ascii: "u"),
            let second = codeUnit(&behind), second & 0xFC00 == 0xDC00
        else { return replacement }
        rest = behind
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF) ?? replacement
    }

    private static func codeUnit(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
        var value: UInt32 = 0
        var behind = rest
        for _ in 0..<4 {
            guard let byte = behind.popFirst(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                return nil
            }
            value = value << 4 | UInt32(digit)
        }
        rest = behind
        return value
    }
}
