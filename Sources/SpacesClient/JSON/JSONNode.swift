/// A value in a `JSONDocument`: what it is not, it does not give.
struct JSONNode: Sendable {
    let document: JSONDocument
    let index: Int

    private var token: JSONDocument.Token { document.tokens[index] }

    var isObject: Bool { token.kind == .object }
    var isArray: Bool { token.kind == .array }
    var isNull: Bool { token.kind == .null }

    /// The value of a property of an object. Of a key that stands twice, the first counts.
    subscript(_ key: StaticString) -> JSONNode? {
        guard isObject else { return nil }
        let end = Int(token.next)
        var keyIndex = index + 1
        while keyIndex < end {
            if document.isString(at: keyIndex, key) { return JSONNode(document: document, index: keyIndex + 1) }
            keyIndex = Int(document.tokens[keyIndex + 1].next)
        }
        return nil
    }

    /// The values in an array; empty for everything else.
    var elements: [JSONNode] {
        guard isArray else { return [] }
        var elements: [JSONNode] = []
        var element = index + 1
        while element < Int(token.next) {
            elements.append(JSONNode(document: document, index: element))
            element = Int(document.tokens[element].next)
        }
        return elements
    }

    /// The text of a string, exactly as the server wrote it; bytes that are no UTF-8 become U+FFFD.
    var text: String? {
        token.kind == .string ? document.text(of: token) : nil
    }

    /// The number as a whole one: fractions are cut off, and what does not fit is the nearest that does.
    var integer: Int64? {
        guard token.kind == .number else { return nil }
        let digits = document.bytes[Int(token.start)..<Int(token.end)]
        if let whole = Self.whole(digits) { return whole }
        guard let number = Double(String(decoding: digits, as: UTF8.self)), !number.isNaN else { return nil }
        if number >= 0x1p63 { return .max }
        return number < -0x1p63 ? .min : Int64(number)
    }

    var boolean: Bool? {
        switch token.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// The bytes of a string for a parser that needs no text; `nil` where escapes make them differ from the text.
    var plainBytes: ArraySlice<UInt8>? {
        token.kind == .string && !token.hasEscapes ? document.bytes[Int(token.start)..<Int(token.end)] : nil
    }

    /// Reads digits with an optional sign; `nil` for everything else, overflow included.
    private static func whole(_ digits: ArraySlice<UInt8>) -> Int64? {
        var value: Int64 = 0
        let isNegative = digits.first == UInt8(ascii: "-")
        for byte in isNegative ? digits.dropFirst() : digits {
            let digit = Int64(byte) - 0x30
            guard (0..<10).contains(digit) else { return nil }
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = tens.addingReportingOverflow(digit)
            if overflows || overflowsToo { return nil }
            value = sum
        }
        return isNegative ? -value : value
    }
}
